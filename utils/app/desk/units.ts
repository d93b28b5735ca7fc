import type { Columns } from '../../ledger/columns.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { live, watch } from '../../ledger/live.ts'
import { unitRates, unitTrends } from '../../ledger/unit-stats.ts'
import { tallyUnits } from '../../ledger/unit-tally.ts'
import { dayInShanghai, spanOfWeek, weekOf } from '../../lists/week.ts'
import type { Source } from '../../types/live.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { Day } from '../../types/reading.ts'
import type { Unit } from '../../types/roster.ts'
import type { UnitLine } from '../../types/unit.ts'
import { unitSheet } from '../unit-sheet.ts'
import type { SeenFeed } from './issue-list.ts'

/** 单位 with their counts; null while these are read, and the sentence where they could not be. */
export interface UnitsSeen {
  lines: UnitLine[] | null
  problem: Phrase | null
}

/** What the ledger page sees of 单位. `feed`: the list that is kept in memory. */
export function unitDesk({ db, now, feed }: Pick<Ledger, 'db' | 'now'> & { feed: Source<SeenFeed> }) {
  const instant = () => now().toISOString()
  const today = () => dayInShanghai(instant())
  const monday = () => dayInShanghai(spanOfWeek(weekOf(instant())).from)
  return {
    unitLines: ((tell, fail) => {
      let units: Unit[] | null = null
      let seen: SeenFeed | null = null
      const retell = () => {
        if (seen && 'problem' in seen) tell({ lines: null, problem: seen.problem })
        else if (units && seen?.complete) tell({ lines: linesOf(units, seen.columns, today()), problem: null })
      }
      const unfeed = feed((now) => ((seen = now), retell()), fail)
      const unlive = live(() => db.units.orderBy('name').toArray(), (now) => ((units = now), retell()), fail)
      return () => (unfeed(), unlive())
    }) satisfies Source<UnitsSeen>,
    unitTrends: (unitIds: readonly string[]) => watch(() => unitTrends(db, unitIds, monday())),
    unitRates: watch(() => unitRates(db)),
    /** Null for a unit that is not in the roster. */
    unitSheet: (unitId: string) => watch(async () => ({ sheet: await unitSheet(db, unitId, today(), monday()) })),
  }
}

function linesOf(units: readonly Unit[], columns: Columns, today: Day): UnitLine[] {
  const tallies = tallyUnits(columns, today)
  return units.map((unit) => ({ unit, ...(tallies.get(unit.id) ?? { open: 0, overdue: 0, fixed: 0, closed: 0 }) }))
}
