import type { Day } from '../../types/reading.ts'

/** When a unit's column or account was seen last, and when it had been updated last by then. */
export interface UpdateSeen {
  unit: string
  /** Day of the look. */
  seen: Day
  /** Last update that was shown; null where none could be read. */
  day: Day | null
}

/**
 * Units that did not update anything in a whole month. A look tells of a month only when it was taken after the month
 * had ended and shows a last update: before the month means no update in it, within it means one, and after it nothing is known.
 * Only units whose every known column and account stood still are named.
 * @param months `2026-10`, in order
 */
export function zeroUpdates(seen: readonly UpdateSeen[], months: readonly string[]): { month: string; units: string[] }[] {
  return months.map((month) => {
    const still = new Set<string>()
    const alive = new Set<string>()
    for (const look of seen) {
      if (!look.unit || look.day === null) continue
      const shown = look.day.slice(0, 7)
      // An update after the month hides what came before it: no one can tell, so nothing is said of the unit.
      if (shown >= month) alive.add(look.unit)
      else if (look.seen.slice(0, 7) > month) still.add(look.unit)
    }
    return { month, units: [...still].filter((unit) => !alive.has(unit)).sort() }
  })
}
