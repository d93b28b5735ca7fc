import { addDays } from '../types/day.ts'
import type { Issue } from '../types/issue.ts'
import type { Day } from '../types/reading.ts'
import type { UnitTrend, UnitWeek } from '../types/unit.ts'
import type { LedgerDb } from './db.ts'

/** Below and above every day. */
const [FIRST, LAST] = ['', '\uffff']

/** How many weeks a trend shows. */
export const TREND_WEEKS = 8

/**
 * Trend of some units, read from the keys of indexes.
 * @param monday of this week, Asia/Shanghai
 */
export function unitTrends(db: LedgerDb, unitIds: readonly string[], monday: Day): Promise<Map<string, UnitTrend>> {
  return db.transaction('r', db.issues, async () => {
    const deleted = await db.issues.where('deletedAt').above(FIRST).toArray()
    const mondays = Array.from({ length: TREND_WEEKS }, (_, at) => addDays(monday, (at + 1 - TREND_WEEKS) * 7))
    const trends = unitIds.map(async (unitId): Promise<[string, UnitTrend]> => {
      const gone = deleted.filter((issue) => issue.unitId === unitId)
      const keys = await db.issues.where('[unitId+fixedOn+deadline]').between([unitId, FIRST, FIRST], [unitId, LAST, LAST]).keys()
      const mended = minus(keys as unknown as [string, Day, Day][], gone)
      // all weeks in one question: one for each week of 50 units takes seconds
      const span = [[unitId, midnight(mondays[0]!)], [unitId, midnight(addDays(monday, 7))]] as const
      const found = (await db.issues.where('[unitId+foundAt]').between(...span, true, false).keys()) as unknown as [string, string][]
      const weeks = mondays.map((from): UnitWeek => {
        const [start, end] = [midnight(from), midnight(addDays(from, 7))]
        const within = (instants: readonly string[]) => instants.filter((instant) => instant >= start && instant < end).length
        return {
          from,
          found: within(found.map(([, foundAt]) => foundAt)) - within(gone.map(({ foundAt }) => foundAt)),
          mended: mended.filter(([, fixedOn]) => fixedOn >= from && fixedOn < addDays(from, 7)).length,
        }
      })
      return [unitId, { mended: mended.length, inTime: mended.filter(([, fixedOn, deadline]) => fixedOn <= deadline).length, weeks }]
    })
    return new Map(await Promise.all(trends))
  })
}

/** How well all units keep their deadlines, for putting them in order: one walk over an index, no issue is read. */
export function unitRates(db: LedgerDb): Promise<Map<string, Pick<UnitTrend, 'mended' | 'inTime'>>> {
  return db.transaction('r', db.issues, async () => {
    const deleted = await db.issues.where('deletedAt').above(FIRST).toArray()
    const rates = new Map<string, { mended: number; inTime: number }>()
    const add = (unitId: string, fixedOn: Day, deadline: Day, step: number) => {
      let rate = rates.get(unitId)
      if (!rate) rates.set(unitId, (rate = { mended: 0, inTime: 0 }))
      rate.mended += step
      if (fixedOn <= deadline) rate.inTime += step
    }
    for (const key of await db.issues.orderBy('[unitId+fixedOn+deadline]').keys()) add(...(key as unknown as [string, Day, Day]), 1)
    for (const { unitId, fixedOn, deadline } of deleted) if (unitId !== null && fixedOn && deadline !== null) add(unitId, fixedOn, deadline, -1)
    return rates
  })
}

/** Keys without those of deleted issues, one for each. */
function minus(keys: readonly [string, Day, Day][], gone: readonly Issue[]): [string, Day, Day][] {
  const left = gone.map(({ fixedOn, deadline }) => `${fixedOn}\n${deadline}`)
  return keys.filter(([, fixedOn, deadline]) => {
    const at = left.indexOf(`${fixedOn}\n${deadline}`)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** 00:00 of a day in Asia/Shanghai as an instant, as issues keep it. */
function midnight(day: Day): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000).toISOString()
}
