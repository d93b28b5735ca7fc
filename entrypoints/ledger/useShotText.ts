import { useEffect, useRef, useState } from 'preact/hooks'
import type { ShotTextDeeds } from '../../components/ledger/shot/ShotText.tsx'
import type { Desk } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Issue } from '../../utils/types/issue.ts'
import type { PictureFinding, PictureState } from '../../utils/types/picture.ts'
import type { Stepping } from './OneIssue.tsx'

/** The words of one screenshot of an issue, as they are read. */
export interface ShotReading extends ShotTextDeeds {
  /** Which picture is read; null for none. */
  hash: string | null
  state: PictureState | null
  recorded: Record<string, number | string>
}

/** 识别图中文字 of the screenshots of an issue, one at a time; leaving the issue ends it. */
export function useShotText(desk: Desk, issue: Issue, stepping: Stepping): ShotReading {
  const [hash, setHash] = useState<string | null>(null)
  const [state, setState] = useState<PictureState | null>(null)
  const [recorded, setRecorded] = useState<Record<string, number | string>>({})
  const line = useRef<{ close: () => void } | null>(null)
  const stop = () => {
    line.current?.close()
    line.current = null
  }
  useEffect(() => stop, [])
  const onRead = (wanted: string) => {
    stop()
    setHash(wanted)
    setRecorded({})
    let now: PictureState = { id: wanted, name: { key: 'pictures.shot.name' }, state: 'running', stage: 'fetching', done: 0, says: null, text: null }
    const change = (more: Partial<PictureState>) => setState((now = { ...now, ...more }))
    change({})
    const mine = desk.readShot(issue, wanted, (news) => change('text' in news ? { text: news.text } : 'progress' in news ? news.progress : {}))
    line.current = mine
    const ended = (more: Partial<PictureState>) => line.current === mine && change(more)
    mine.done.then(() => ended({ state: 'done' }), (error: unknown) => ended({ state: 'failed', says: phraseOf(error) }))
  }
  const onCancelRead = () => {
    stop()
    setHash(null)
    setState(null)
  }
  const onRecordFound = (found: PictureFinding) => {
    const { id } = found.finding
    void stepping(async () => {
      const done = await desk.recordFound(issue, hash ?? '', found)
      setRecorded((all) => ({ ...all, [id]: done.number }))
      const undo = async () => {
        const says = await done.undo()
        setRecorded(({ [id]: _, ...others }) => others)
        return says
      }
      return { says: done.says, undo }
    })
  }
  const onCopyWords = (text: string) => void stepping(async () => ({ says: await desk.copyWords(text), undo: null }), false)
  return { hash, state, recorded, onRead, onCancelRead, onRecordFound, onCopyWords }
}
