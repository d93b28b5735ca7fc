import type { CheckState, SelfCheckRow, SiteSummary } from '../../../utils/types/round.ts'
import type { ColumnClass } from '../../../utils/types/roster.ts'

/** A site to choose. */
export interface RoundSite {
  key: string
  name: string
  /** Pages read in the round. */
  pages: number
}

/** What 自查 shows of one site and round. */
export interface SelfCheckState {
  sites: readonly RoundSite[]
  site: RoundSite
  summary: SiteSummary
  rows: readonly SelfCheckRow[]
  /** null where the roster knows no columns of the site. */
  coverage: { known: number; unread: readonly { id: string; name: string; unit: string; class: ColumnClass; url: string }[] } | null
}

/** How many rows are in each state. */
export function tally(rows: readonly SelfCheckRow[]): Record<CheckState, number> {
  const counts: Record<CheckState, number> = { pass: 0, fail: 0, person: 0, unchecked: 0 }
  for (const { state } of rows) counts[state]++
  return counts
}

/** An ISO week that a round may begin or end with. */
export interface RoundWeek {
  /** `2026-W47`. */
  week: string
  from: string
  to: string
  /** Pages read in it. */
  count: number
  /** True for the week of today. */
  current: boolean
}
