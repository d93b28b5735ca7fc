import { daysBetween } from '../types/day.ts'
import type { DateReading } from '../types/reading.ts'
import type { Check } from './check.ts'
import { isSiteHome } from './deadlines.ts'
import { finding } from './finding.ts'

/** A date this many days before the one in the address is asked about; more is migration, less is a draft that waited. */
const BACKDATED: readonly [number, number] = [8, 120]
/** Month from which last year's copyright line is behind. */
const COPYRIGHT_MONTH = 4

/** A date after today: an article's, or an item's in a list. */
export const futureDateCheck: Check = {
  id: 'freshness/future-date',
  run(reading, { today }) {
    const { publication } = reading
    if (publication && publication.source !== 'address' && publication.day > today) {
      const params = { day: publication.day, days: daysBetween(today, publication.day) }
      return [
        finding({
          check: 'freshness/future-date', indicator: 'W-V1.5', severity: 'general', params,
          evidence: publication.quote, anchor: publication.anchor ?? null, confidence: 0.9,
        }),
      ]
    }
    const items = (reading.kind === 'column' ? (reading.list?.items ?? []) : []).filter((item) => item.day && item.day > today)
    const [first] = items
    if (!first?.day) return []
    return [
      finding({
        check: 'freshness/future-date', variant: 'in-list', indicator: 'W-V1.5', severity: 'general',
        params: { day: first.day, title: first.title, count: items.length }, evidence: first.day, anchor: first.anchor, confidence: 0.8,
      }),
    ]
  },
}

/** 伪造发稿日期, as a question only: the page claims to be somewhat older than its address says. */
export const backdatedCheck: Check = {
  id: 'freshness/backdated',
  run({ publication, dateCandidates }) {
    const address = dateCandidates.find((d) => d.source === 'address')
    if (!publication || !address || publication.source === 'address') return []
    const days = daysBetween(publication.day, address.day)
    if (days < BACKDATED[0] || days > BACKDATED[1]) return []
    return [
      finding({
        check: 'freshness/backdated', indicator: 'W-V1.5', severity: 'doubtful',
        params: { shown: publication.day, address: address.day, days },
        evidence: publication.quote, anchor: publication.anchor ?? null, confidence: 0.4,
      }),
    ]
  },
}

/** The page names two dates that differ by more than a day, and nothing explains it. */
export const dateConflictCheck: Check = {
  id: 'freshness/date-conflict',
  run({ dateConflict }) {
    const [shown, other] = dateConflict ?? []
    if (!shown || !other || other.source === 'address') return []
    return [
      finding({
        check: 'freshness/date-conflict', indicator: null, severity: 'doubtful',
        params: { shown: shown.day, other: other.day, where: nameOf(other) },
        evidence: `${shown.quote} / ${other.quote}`, anchor: shown.anchor ?? null, confidence: 0.5,
      }),
    ]
  },
}

function nameOf({ source, quote }: DateReading): string {
  return source === 'meta' ? (quote.split('=')[0] ?? source) : quote.slice(0, 30)
}

/** The year of the copyright line is behind. Home page only: one line serves the whole site. */
export const copyrightYearCheck: Check = {
  id: 'freshness/copyright-year',
  run(reading, context) {
    const { footer } = reading
    const { today } = context
    const year = footer.copyrightYear
    const now = Number(today.slice(0, 4))
    const behind = year !== null && (year < now - 1 || (year === now - 1 && Number(today.slice(5, 7)) >= COPYRIGHT_MONTH))
    if (!isSiteHome(reading, context) || !behind) return []
    return [
      finding({
        check: 'freshness/copyright-year', indicator: null, severity: 'doubtful', params: { year: year as number, now },
        evidence: String(year), confidence: 0.7,
      }),
    ]
  },
}
