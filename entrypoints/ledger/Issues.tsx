import { useMemo, useState } from 'preact/hooks'
import { NO_FILTER } from '../../components/ledger/issues/filter.ts'
import { IssueDetail, type ShotPicture } from '../../components/ledger/issues/IssueDetail.tsx'
import { IssueList } from '../../components/ledger/issues/IssueList.tsx'
import { rowsOf } from '../../components/ledger/issues/rows.ts'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { select } from '../../utils/ledger/select.ts'
import { NEXT } from '../../utils/ledger/transitions.ts'
import type { IssueFilter } from '../../utils/types/filter.ts'
import type { Issue, IssueEvent } from '../../utils/types/issue.ts'
import type { Doing } from './App.tsx'

interface IssuesProps {
  desk: Desk
  doing: Doing
  issueId: string | null
  unitId: string | null
}

/** 问题: the list, or one issue that the address names. */
export function Issues({ desk, doing, issueId, unitId }: IssuesProps) {
  const [filter, setFilter] = useState<IssueFilter>({ ...NO_FILTER, unitId })
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const [focus, setFocus] = useState<'edit' | 'status' | null>(null)
  const issues = useLive(desk.issues, [])
  const today = desk.today()
  const { matching, counts } = useMemo(() => select(issues ?? [], filter, today), [issues, filter, today])
  // The newest is what one wants to see first.
  const rows = useMemo(() => rowsOf([...matching].reverse()), [matching])
  const open = (id: string, at: typeof focus = null) => {
    setSelectedId(id)
    setFocus(at)
    location.hash = `#/issues/${id}`
  }
  const issue = issues?.find(({ id }) => id === issueId)
  if (issue) {
    const near = (step: number) => {
      const at = rows.indexOf(issue.id)
      const id = at < 0 ? undefined : rows.at(at + step)?.id
      return id === undefined ? {} : { id }
    }
    return <OneIssue desk={desk} doing={doing} issue={issue} issues={issues ?? []} focus={focus} previous={near(-1).id} next={near(1).id} onOpen={open} />
  }
  return (
    <IssueList
      rows={rows}
      filter={filter}
      counts={counts}
      today={today}
      selectedId={selectedId}
      loading={issues === null}
      onFilter={setFilter}
      onSelect={setSelectedId}
      onOpen={(id) => open(id)}
      onEdit={(id) => open(id, 'edit')}
      onStatus={(id) => open(id, 'status')}
    />
  )
}

interface OneIssueProps extends Omit<IssuesProps, 'issueId' | 'unitId'> {
  issue: Issue
  issues: readonly Issue[]
  focus: 'edit' | 'status' | null
  previous: string | undefined
  next: string | undefined
  onOpen: (id: string) => void
}

function OneIssue({ desk, doing, issue, issues, focus, previous, next, onOpen }: OneIssueProps) {
  const events = useLive<IssueEvent[]>((tell) => desk.history(issue.id, tell), [issue.id])
  const shots = useLive<ShotPicture[]>((tell) => desk.shots(issue, tell), [issue.id, issue.shots.length])
  const units = useLive(desk.units, [])
  const { number } = issue
  return (
    <IssueDetail
      issue={issue}
      events={events ?? []}
      shots={shots ?? []}
      units={units ?? []}
      today={desk.today()}
      transitions={NEXT[issue.status]}
      indicatorName={desk.indicatorName(issue.indicator)}
      duplicate={issues.find(({ id }) => id === issue.duplicateOf) ?? null}
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
      key={number}
    />
  )
}
