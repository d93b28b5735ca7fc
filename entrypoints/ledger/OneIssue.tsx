import { useState } from 'preact/hooks'
import { EvidenceView } from '../../components/ledger/issues/EvidenceView.tsx'
import { IssueDetail } from '../../components/ledger/issues/IssueDetail.tsx'
import { IssueGone } from '../../components/ledger/issues/IssueGone.tsx'
import { RecheckOne } from '../../components/ledger/recheck/RecheckOne.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { OneIssueView } from '../../utils/app/desk/issues.ts'
import type { DoneForGood } from '../../utils/app/desk/shots.ts'
import type { Settings } from '../../utils/ledger/settings.ts'
import { NEXT } from '../../utils/ledger/transitions.ts'
import { shortNumber, type Issue, type ShotRef } from '../../utils/types/issue.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { Doing } from './App.tsx'
import { MarkShot } from './MarkShot.tsx'
import { useShotText } from './useShotText.ts'

export interface OneIssueProps {
  desk: Desk
  doing: Doing
  issueId: string
  /** Which of its pictures is marked up, from 0. */
  mark: number | null
  /** Open in the edit form (E) or at the status buttons (S). */
  focus: 'edit' | 'status' | null
  /** Ids of the neighbours in the list as it is filtered and sorted. */
  previous: string | undefined
  next: string | undefined
  onOpen: (id: string) => void
}

/** Does a step and offers, by the toast, its way back unless there is none. Resolves whether it was done. */
export type Stepping = (work: () => Promise<DoneForGood>, undoable?: boolean) => Promise<boolean>

const back = () => (location.hash = '#/issues')

/** One issue that the address names, read by its id; the list is not needed for it. */
export function OneIssue(props: OneIssueProps) {
  const { desk, doing, issueId } = props
  const seen = useLive(desk.issue(issueId), [issueId])
  const settings = useLive(desk.settings, [])
  // while another issue is being read, the last one still stands in `seen`
  if (seen?.id !== issueId || settings === null) return <IssueGone state="loading" onBack={back} />
  const { issue } = seen
  if (!issue) return <IssueGone state="unknown" onBack={back} />
  if (issue.deletedAt !== null) return <IssueGone state="deleted" number={shortNumber(issue)} onBack={back} onRestore={() => doing(() => desk.restore(issue))} />
  return <Detail {...props} {...seen} issue={issue} settings={settings} />
}

type DetailProps = OneIssueProps & Omit<OneIssueView, 'issue'> & { issue: Issue; settings: Settings }

function Detail({ desk, doing, issue, duplicate, twins, settings, mark, focus, previous, next, onOpen }: DetailProps) {
  const events = useLive(desk.history(issue.id), [issue.id])
  const [fetches, setFetches] = useState(0)
  const shots = useLive(desk.shots(issue, settings.shotStrip), [issue.id, JSON.stringify(issue.shots), settings.shotStrip, fetches])
  const evidence = useLive(desk.evidence(issue.id), [issue.id])
  const units = useLive(desk.units, [])
  const today = desk.today()
  const stepping: Stepping = (work, undoable = true) =>
    new Promise<boolean>((resolve) => {
      let done: DoneForGood | null = null
      const first = async (): Promise<Phrase> => {
        done = await work().catch((error: unknown) => {
          resolve(false)
          throw error
        })
        resolve(true)
        return done.says
      }
      doing(first, undoable ? async () => (await done?.undo?.()) ?? null : undefined)
    })
  const words = useShotText(desk, issue, stepping)
  const deeds = {
    words: desk.noPictures() ? undefined : words,
    onMark: (index: number) => (location.hash = `#/issues/${issue.id}/mark/${index + 1}`),
    onCaption: (shot: ShotRef, caption: string) => void stepping(() => desk.captionShot(issue.id, shot, caption)),
    onMove: (shot: ShotRef, to: number) => void stepping(() => desk.moveShot(issue.id, shot, to)),
    onRemove: (shot: ShotRef) => void stepping(() => desk.removeShot(issue.id, shot)),
    onPaste: (file: File | null) => void stepping(() => desk.addPicture(issue.id, file, 'pasted')),
    onFile: (file: File) => void stepping(() => desk.addPicture(issue.id, file, 'file')),
    onFetch: () => setFetches(fetches + 1),
  }
  return (
    <>
    {mark !== null && shots && <MarkShot key={issue.id} desk={desk} issue={issue} shots={shots} index={mark} stepping={stepping} onClose={() => (location.hash = `#/issues/${issue.id}`)} />}
    <IssueDetail
      issue={issue}
      events={events ?? []}
      shots={shots}
      units={units ?? []}
      indicators={desk.indicators}
      twins={twins}
      today={today}
      nextWorkday={desk.nextWorkday(today, settings)}
      deadlineFor={(severity) => desk.deadlineFor(issue, severity, settings)}
      transitions={NEXT[issue.status]}
      duplicate={duplicate}
      focus={focus}
      onEdit={(changes, base) => stepping(() => desk.edit(issue.id, changes, base))}
      onNote={(text) => void stepping(() => desk.addNote(issue.id, text))}
      onStatus={(status, reason) => void stepping(() => desk.setStatus(issue, status, reason))}
      onDelete={() => {
        doing(
          () => desk.remove(issue),
          () => desk.restore(issue),
        )
        if (next ?? previous) onOpen((next ?? previous)!)
        else back()
      }}
      recheck={<RecheckOne recheck={issue.recheck} onRecheck={() => { desk.recheckThese([issue.id]); location.hash = '#/recheck' }} />}
      evidence={<EvidenceView evidence={evidence} onDownload={(page) => doing(() => desk.downloadPage(issue, page))} {...(desk.canSavePage ? { onSavePage: () => doing(() => desk.savePage(issue)) } : {})} />}
      shotDeeds={deeds}
      onRetake={(kind) => doing(() => desk.retake(issue.id, kind))}
      onOpenPage={() => doing(() => desk.showPlace(issue))}
      onCopy={() => doing(() => desk.copy(issue))}
      onOpenIssue={onOpen}
      onBack={back}
      {...(previous ? { onPrevious: () => onOpen(previous) } : {})}
      {...(next ? { onNext: () => onOpen(next) } : {})}
      key={issue.id}
    />
    </>
  )
}
