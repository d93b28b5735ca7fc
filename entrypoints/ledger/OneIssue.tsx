import { useEffect } from 'preact/hooks'
import { IssueDetail, type ShotPicture } from '../../components/ledger/issues/IssueDetail.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { OneIssueView } from '../../utils/app/desk/issues.ts'
import { NEXT } from '../../utils/ledger/transitions.ts'
import type { Issue, IssueEvent } from '../../utils/types/issue.ts'
import type { Doing } from './App.tsx'

export interface OneIssueProps {
  desk: Desk
  doing: Doing
  issueId: string
  /** Open in the edit form (E) or at the status buttons (S). */
  focus: 'edit' | 'status' | null
  /** Ids of the neighbours in the list as it is filtered and sorted. */
  previous: string | undefined
  next: string | undefined
  onOpen: (id: string) => void
}

/** One issue that the address names, read by its id; the list is not needed for it. */
export function OneIssue(props: OneIssueProps) {
  const { desk, issueId } = props
  const seen = useLive<OneIssueView>((tell) => desk.issue(issueId, tell), [issueId])
  const gone = seen !== null && seen.issue === null
  useEffect(() => {
    if (gone) location.hash = '#/issues'
  }, [gone])
  // while another issue is being read, the last one still stands in `seen`
  if (!seen?.issue || seen.issue.id !== issueId) return null
  return <Detail {...props} issue={seen.issue} duplicate={seen.duplicate} />
}

function Detail({ desk, doing, issue, duplicate, focus, previous, next, onOpen }: OneIssueProps & { issue: Issue; duplicate: OneIssueView['duplicate'] }) {
  const events = useLive<IssueEvent[]>((tell) => desk.history(issue.id, tell), [issue.id])
  const shots = useLive<ShotPicture[]>((tell) => desk.shots(issue, tell), [issue.id, issue.shots.length])
  const units = useLive(desk.units, [])
  return (
    <IssueDetail
      issue={issue}
      events={events ?? []}
      shots={shots ?? []}
      units={units ?? []}
      today={desk.today()}
      transitions={NEXT[issue.status]}
      indicatorName={desk.indicatorName(issue.indicator)}
      duplicate={duplicate}
      focus={focus}
      onEdit={(changes) => doing(() => desk.edit(issue.id, changes))}
      onStatus={(status, reason) => doing(() => desk.setStatus(issue, status, reason))}
      onDelete={() => {
        doing(
          () => desk.remove(issue),
          () => desk.restore(issue),
        )
        location.hash = '#/issues'
      }}
      onRetake={() => doing(() => desk.retake(issue.id))}
      onOpenPage={() => doing(() => desk.openPage(issue.url))}
      onOpenIssue={onOpen}
      onBack={() => (location.hash = '#/issues')}
      {...(previous ? { onPrevious: () => onOpen(previous) } : {})}
      {...(next ? { onNext: () => onOpen(next) } : {})}
      key={issue.number}
    />
  )
}
