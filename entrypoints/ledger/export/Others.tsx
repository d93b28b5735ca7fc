import { useState } from 'preact/hooks'
import { BulletinBox } from '../../../components/ledger/export/BulletinBox.tsx'
import { OtherTables } from '../../../components/ledger/export/OtherTables.tsx'
import { ReplyBox } from '../../../components/ledger/export/ReplyBox.tsx'
import type { ReplyPlan } from '../../../utils/app/desk/exports/index.ts'
import type { Desk } from '../../../utils/app/desk/index.ts'
import { phraseOf } from '../../../utils/errors.ts'
import type { Settings } from '../../../utils/ledger/settings.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Doing } from '../App.tsx'
import type { Writing } from './useWriting.ts'

interface OthersProps {
  desk: Desk
  doing: Doing
  settings: Settings
  writing: Writing
}

/** 回收, 通报 and the other tables. */
export function Others({ desk, doing, settings, writing }: OthersProps) {
  const [plan, setPlan] = useState<ReplyPlan | null>(null)
  const [reading, setReading] = useState(false)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const read = async (file: File) => {
    setPlan(null)
    setProblem(null)
    setReading(true)
    try {
      setPlan(await desk.readReply(file))
    } catch (error) {
      setProblem(phraseOf(error))
    } finally {
      setReading(false)
    }
  }
  const take = (ids: string[]) => {
    const lines = plan?.lines.filter(({ issueId }) => ids.includes(issueId)) ?? []
    let undo: (() => Promise<null>) | null = null
    doing(
      async () => {
        const taken = await desk.takeReplies(lines)
        undo = taken.undo
        return taken.says
      },
      async () => (await undo?.()) ?? null,
    )
    setPlan(null)
  }
  return (
    <>
      <ReplyBox plan={plan} problem={problem} reading={reading} onFile={(file) => void read(file)} onTake={take} onCancel={() => setPlan(null)} />
      <BulletinBox
        quarters={desk.quarters()}
        area={settings.bulletin.area}
        signer={settings.bulletin.signer}
        busy={writing.progress !== null}
        onNames={(names) => doing(() => desk.setBulletin(names))}
        onExport={(quarter) => void writing.run(() => desk.exportBulletin(quarter))}
      />
      <OtherTables onOpen={(path) => (location.hash = `#/${path}`)} />
    </>
  )
}
