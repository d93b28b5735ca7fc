import { OverviewView } from '../../components/ledger/overview/OverviewView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { IssueFilter } from '../../utils/types/filter.ts'

/** 概览: figures and charts, counted anew whenever something changes. */
export function OverviewPage({ desk }: { desk: Desk }) {
  const overview = useLive(desk.overview, [])
  return (
    <OverviewView
      overview={overview}
      onIssues={(filter) => (location.hash = issuesAt(filter))}
      onRoster={() => (location.hash = '#/roster')}
      onColumns={() => (location.hash = '#/selfcheck')}
      onAccounts={() => (location.hash = '#/selfcheck/accounts')}
    />
  )
}

/** Address of the list of issues with a filter: `#/issues?unit=…&kind=…&status=…&week=…`. */
function issuesAt({ unitId, kind, status, week }: Partial<IssueFilter>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ unit: unitId, kind, status, week })) if (value !== undefined && value !== null) query.set(name, value)
  return query.toString() ? `#/issues?${query.toString()}` : '#/issues'
}
