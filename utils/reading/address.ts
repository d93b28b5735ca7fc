import type { Day } from '../types/reading.ts'
import { dayOf } from '../types/day.ts'

/** TRS: `t20240911_3080416.html`, also `W020…` pictures; the date when the page was first made. */
const TRS = /\/t((?:19|20)\d{2})(\d{2})(\d{2})_/
/** 大汉 `/art/2026/9/4/art_…`, gov.cn `/2026-09/04/`, 开普 `/2025/6/3/`, `/2026/0904/`. */
const PARTS = /\/((?:19|20)\d{2})[-/](\d{1,2})[-/](\d{1,2})\//
const COMPACT = /\/((?:19|20)\d{2})[-/]?(\d{2})(\d{2})(?:\/|_|\.|-)/

/** The date that an address carries by its CMS's custom, or null. Soft evidence: it is the day the page was made, not always that of publication. */
export function dayInAddress(address: string): Day | null {
  const path = pathOf(address)
  for (const pattern of [TRS, PARTS, COMPACT]) {
    const m = pattern.exec(path)
    const day = m && dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
    if (day) return day
  }
  return null
}

/** The path alone: a query or a host may hold digits that are no date. Cheaper than `URL`, which lists of thousands feel. */
function pathOf(address: string): string {
  const path = address.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '')
  const end = path.search(/[?#]/)
  return end < 0 ? path : path.slice(0, end)
}
