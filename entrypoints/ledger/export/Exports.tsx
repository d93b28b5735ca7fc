import { useEffect, useState } from 'preact/hooks'
import { ExportView } from '../../../components/ledger/export/ExportView.tsx'
import { spanOfPreset } from '../../../components/ledger/export/ScopeChoice.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { Desk } from '../../../utils/app/desk/index.ts'
import { phraseOf } from '../../../utils/errors.ts'
import { say, t } from '../../../utils/locale.ts'
import type { ExportContent, ExportScope } from '../../../utils/types/export.ts'
import type { Doing } from '../App.tsx'
import { Editors, type Editing } from './Editors.tsx'
import { Others } from './Others.tsx'
import { useWriting } from './useWriting.ts'

interface ExportsProps {
  desk: Desk
  doing: Doing
  /** `#/export/sync`: 同步 was pressed elsewhere; the lists of this week are written at once. */
  sync: boolean
}

/** 导出: choose a span, look at what would be written, write it; and take in what the units send back. */
export function Exports({ desk, doing, sync }: ExportsProps) {
  const today = desk.today()
  const [scope, setScope] = useState<ExportScope>({ ...spanOfPreset('week', today), what: 'found', units: null })
  const [editing, setEditing] = useState<Editing | null>(null)
  const writing = useWriting()
  const settings = useLive(desk.settings, [])
  const recorded = useLive(desk.anyIssue, [])
  const folder = useLive(desk.folder, [])
  const preview = useLive(desk.preview(scope), [scope.from, scope.to, scope.what])
  // What was chosen counts at once: whoever has personal data covered and exports before that is stored must not hand it out.
  const [chosen, setChosen] = useState<ExportContent | null>(null)
  const content = chosen ?? settings?.exportContent
  useEffect(() => {
    if (!sync || !content || recorded === null) return
    location.hash = '#/export'
    void writing.run(async (running) => {
      // what the team has by now comes first; without it the lists are written all the same, and it is said
      const alone = await desk.server.syncNow().then(() => null, phraseOf)
      const says = await desk.exportUnits(scope, content, running)
      return alone && says ? { key: 'app.noted', params: { says: say(says), notes: t('sync.exportedAlone', { says: say(alone) }) } } : says
    })
  }, [sync, content !== undefined, recorded])
  if (settings === null || content === undefined || recorded === null || folder === null) return null
  if (editing) return <Editors desk={desk} doing={doing} settings={settings} editing={editing} onClose={() => setEditing(null)} />
  return (
    <ExportView
      today={today}
      scope={scope}
      content={content}
      profiles={settings.csvProfiles.map(({ name }) => name)}
      profile={settings.csvProfile}
      preview={preview}
      empty={!recorded}
      folderName={desk.canChooseFolder() ? (folder.handle?.name ?? null) : undefined}
      progress={writing.progress}
      result={writing.result}
      problem={writing.problem}
      onScope={setScope}
      onContent={(changed) => {
        setChosen(changed)
        doing(() => desk.setContent(changed))
      }}
      onProfile={(name) => doing(() => desk.useCsvProfile(name))}
      onEditProfile={() => setEditing('profile')}
      onEditNotice={() => setEditing('notice')}
      onExportWeek={() => void writing.run(() => desk.exportWeek(scope, content.mask, settings.csvProfile))}
      onExportUnits={() => void writing.run((running) => desk.exportUnits(scope, content, running))}
      onExportFolder={(again) => void writing.run((running) => desk.exportToFolder(scope, content, again ? folder.handle : null, running))}
      onDocument={(unit, kind) => void writing.run((running) => desk.exportDocument(scope, content, unit, kind, running))}
      onCancel={writing.cancel}
      onShowWithoutUnit={() => (location.hash = '#/issues?unit=')}
    >
      <Others desk={desk} doing={doing} settings={settings} writing={writing} />
    </ExportView>
  )
}
