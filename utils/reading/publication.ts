import type { Confidence, DateReading, TagReading } from '../types/reading.ts'
import { addDays, daysBetween } from '../types/day.ts'
import type { Places } from './anchor.ts'
import { anchorOf } from './anchor.ts'
import { addressDate, jsonLdDates, metaDates, scriptDates } from './date-hidden.ts'
import type { VisibleDate } from './date-visible.ts'
import { visibleDates } from './date-visible.ts'
import type { Page } from './page.ts'
import type { Steps } from './steps.ts'
import type { Title } from './title.ts'

/** What an article says about when it was published. */
export interface DatesReading {
  publication: DateReading | null
  lastUpdate: DateReading | null
  candidates: DateReading[]
  conflict: DateReading[] | null
}

/** Below this a visible date says nothing about publication. */
const ENOUGH = 2.5
const KEPT = 8

/**
 * The day of publication of an article. The line that people see decides; tags, JSON-LD, scripts and the address stand
 * in for it where there is none, and where they disagree with it by more than a day both are said and the confidence
 * falls below 0.6 (需人工核实). PubDate that repeats the moment of page generation is explained and no conflict.
 */
export function* readDates(page: Page, title: Title, tags: TagReading): Steps<DatesReading> {
  const hidden = [...metaDates(tags), ...jsonLdDates(page.doc), ...scriptDates(page), ...addressDate(page.url)]
  const credible = hidden.filter((h) => h.confidence >= 0.6)
  const hints = new Set(credible.map((h) => h.day))
  const visible = (yield* visibleDates(page, title, hints)).sort((a, b) => b.score - a.score)
  const best = visible.find((v) => v.label !== 'updated' && v.score >= ENOUGH) ?? visible.find((v) => v.score >= ENOUGH)
  const updated = best && visible.find((v) => v !== best && v.label === 'updated' && v.score >= ENOUGH - 3 && v.day !== best.day)
  const shown = visible.filter((v) => v.score > 0).slice(0, KEPT).map((v) => reading(v, 0.5, page.places))
  if (best) {
    const publication = reading(best, trustOf(best, visible, hints, page), page.places)
    const against = credible.find((h) => apart(h, publication) > 1 && h.source !== 'script')
    const conflict = against ? [publication, against] : null
    if (conflict) publication.confidence = Math.min(publication.confidence, 0.55)
    return {
      publication,
      lastUpdate: updated ? reading(updated, 0.85, page.places) : null,
      candidates: [publication, ...shown.filter((s) => s.day !== publication.day), ...hidden],
      conflict,
    }
  }
  const fallback = [...hidden].sort((a, b) => b.confidence - a.confidence)[0] ?? null
  const against = fallback && credible.find((h) => apart(h, fallback) > 1)
  return { publication: fallback, lastUpdate: null, candidates: [...hidden, ...shown], conflict: fallback && against ? [fallback, against] : null }
}

function apart(a: DateReading, b: DateReading): number {
  return Math.abs(daysBetween(a.day, b.day))
}

function reading(v: VisibleDate, confidence: Confidence, places: Places): DateReading {
  const quote = v.block.text.slice(v.found.start, v.found.end).trim()
  return {
    day: v.day,
    ...(v.found.time ? { time: v.found.time } : {}),
    source: v.source,
    quote,
    anchor: anchorOf(v.block.element, v.block.text, v.found.start, v.found.end, places),
    confidence,
  }
}

/** How sure the choice is: a publication label near the heading is as good as certain; a rival or a bare date is not. */
function trustOf(best: VisibleDate, all: readonly VisibleDate[], hints: ReadonlySet<string>, page: Page): Confidence {
  const rival = all.find((v) => v.day !== best.day && v.label !== 'updated')
  const lead = rival ? best.score - rival.score : 6
  let trust = 0.5 + Math.min(best.score, 10) * 0.03 + Math.min(Math.max(lead, 0), 6) * 0.03
  if (hints.has(best.day)) trust += 0.1
  if (best.label === 'published') trust += 0.05
  if (lead < 1) trust = Math.min(trust, 0.55)
  if (best.day > addDays(page.today, 1)) trust = Math.min(trust, 0.55)
  // Without a printed year the year is a guess, unless a tag or the address names it.
  if (best.found.form === 'month-day' && !hints.has(best.day)) trust = 0.5
  return Math.round(Math.min(trust, 0.98) * 100) / 100
}
