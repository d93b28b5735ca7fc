import { OverviewView } from '../../components/ledger/overview/OverviewView.tsx'
import { Problem } from '../../components/shared/Problem.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { issuesAt } from '../../utils/types/filter.ts'

/** 概览: figures and charts, counted anew whenever something changes. */
export function OverviewPage({ desk }: { desk: Desk }) {
  const seen = useLive(desk.overview, [])
  if (seen?.problem) return <Problem says={seen.problem} onRetry={desk.retryFeed} />
  return (
    <OverviewView
      overview={seen?.overview ?? null}
      onIssues={(filter) => (location.hash = issuesAt(filter))}
      onRoster={() => (location.hash = '#/roster')}
      onColumns={() => (location.hash = '#/selfcheck')}
      onAccounts={() => (location.hash = '#/selfcheck/accounts')}
    />
  )
}
