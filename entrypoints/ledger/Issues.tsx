import { useMemo, useState } from 'preact/hooks'
import { NO_FILTER } from '../../components/ledger/issues/filter.ts'
import { IssueList } from '../../components/ledger/issues/IssueList.tsx'
import { rowsOf } from '../../components/ledger/issues/rows.ts'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { select } from '../../utils/ledger/select.ts'
import type { IssueFilter } from '../../utils/types/filter.ts'
import type { Doing } from './App.tsx'
import { OneIssue } from './OneIssue.tsx'

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
  if (issueId !== null) {
    const at = rows.indexOf(issueId)
    const near = (step: number) => (at < 0 ? undefined : rows.at(at + step)?.id)
    return <OneIssue desk={desk} doing={doing} issueId={issueId} focus={focus} previous={near(-1)} next={near(1)} onOpen={open} />
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
