import type { Ledger } from '../../ledger/ledger.ts'
import { live } from '../../ledger/live.ts'
import { issueFigures, stepsOf } from '../../ledger/overview.ts'
import { dayInShanghai } from '../../lists/week.ts'
import type { IssueEvent } from '../../types/issue.ts'
import type { Source } from '../../types/live.ts'
import type { Overview } from '../../types/overview.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Unit } from '../../types/roster.ts'
import { accountFigures, columnFigures } from '../freshness-figures.ts'
import type { SeenFeed } from './issue-list.ts'

/** The figures; null while these are counted, and the sentence where the issues could not be read. */
export interface OverviewSeen {
  overview: Overview | null
  problem: Phrase | null
}

/** What an office looks at first, told anew whenever something changes. `feed`: the list that is kept in memory. */
export function overviewDesk({ db, now, feed }: Pick<Ledger, 'db' | 'now'> & { feed: Source<SeenFeed> }) {
  const today = () => dayInShanghai(now().toISOString())
  const freshness = async () => ({ columns: await columnFigures(db, today()), accounts: await accountFigures(db, today()) })
  return {
    overview: ((tell, fail) => {
      let seen: SeenFeed | null = null
      let steps: IssueEvent[] | null = null
      let units: Unit[] | null = null
      let rest: Pick<Overview, 'columns' | 'accounts'> | null = null
      const retell = () => {
        if (seen && 'problem' in seen) tell({ overview: null, problem: seen.problem })
        else if (seen?.complete && steps && units && rest) tell({ overview: { ...issueFigures({ issues: seen.columns, steps, units }, today()), ...rest }, problem: null })
      }
      const stops = [
        live(() => stepsOf(db, today()), (told) => ((steps = told), retell()), fail),
        live(() => db.units.toArray(), (told) => ((units = told), retell()), fail),
        live(freshness, (told) => ((rest = told), retell()), fail),
        feed((told) => ((seen = told), retell()), fail),
      ]
      return () => stops.forEach((stop) => stop())
    }) satisfies Source<OverviewSeen>,
  }
}
