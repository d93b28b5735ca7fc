import type { Day } from '../types/reading.ts'
import type { UnitLine } from '../types/unit.ts'
import type { Digest } from './digest.ts'

type Tally = Omit<UnitLine, 'unit'>

/** Issues of which nothing more is asked. */
interface Counted {
  digests: readonly Pick<Digest, 'unitId' | 'status' | 'deadline'>[]
  size: number
}

/** A unit that has no issue. */
export const NO_ISSUES: Tally = { open: 0, overdue: 0, fixed: 0, closed: 0 }

/** Where the issues of each unit stand, counted over the list that is in memory anyway: a few milliseconds for 50,000. */
export function tallyUnits({ digests, size }: Counted, today: Day): Map<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (let at = 0; at < size; at++) {
    const { unitId, status, deadline } = digests[at]!
    if (unitId === null) continue
    let tally = tallies.get(unitId)
    if (!tally) tallies.set(unitId, (tally = { ...NO_ISSUES }))
    if (status === 'open' || status === 'doubtful') {
      tally.open++
      if (deadline !== null && deadline < today) tally.overdue++
    } else if (status === 'fixed' || status === 'closed') tally[status]++
  }
  return tallies
}
