import { OverviewView } from '../../components/ledger/overview/OverviewView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { issuesAt } from '../../utils/types/filter.ts'

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
