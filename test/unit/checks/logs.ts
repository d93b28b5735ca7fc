import { logOf } from '../../../utils/checks/log.ts'
import { addDays } from '../../../utils/types/day.ts'
import type { PageReading } from '../../../utils/types/reading.ts'
import type { Belonging } from '../../../utils/types/roster.ts'
import type { PageLog } from '../../../utils/types/round.ts'
import { columnOf, contextOf, findings, TODAY } from './readings.ts'

export const ago = (days: number): string => addDays(TODAY, -days)

/** What logging a page needs besides the check's context. */
export const LOGGING = {
  week: '2026-W47',
  sameAddress: (url: string): string => url.replace(/^https?:\/\//, '').replace(/(?:index\.html)?$/, '').replace(/\/$/, ''),
  belongingOf: (): Belonging => ({ unit: null, site: null, column: null, by: null }),
}

/** The log of a page with all that the checks find on it. */
export function logged(reading: PageReading, context = contextOf()): PageLog {
  return logOf(reading, findings(reading, context), { ...context, ...LOGGING })
}

/** A column page with an address of its own. */
export function column(name: string, day: string | null, changes: Partial<PageReading> = {}): PageReading {
  return { ...columnOf(name, day), url: `http://www.qinghe.gov.cn/${encodeURIComponent(name)}/`, columnPath: [name], ...changes }
}

export function blank(name: string): PageReading {
  return column(name, null, { list: null, listState: 'blank' })
}
