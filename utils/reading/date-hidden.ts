import type { DateReading, TagReading } from '../types/reading.ts'
import { dayInAddress } from './address.ts'
import { findDates } from './date-words.ts'
import type { Page } from './page.ts'

/** Tags that name the day of publication, best first. */
const TAGS = ['PubDate', 'firstpublishedtime', 'publishdate', 'article:published_time', 'og:published_time'] as const
/** Tags that name the moment when the page was made by the CMS; PubDate is a copy of it in many templates. */
const GENERATED = ['others', 'Maketime', 'createDate', 'lastmodifiedtime', 'article:modified_time'] as const

/** Dates that tags name, with less trust where they repeat the moment of page generation. */
export function metaDates(tags: TagReading): DateReading[] {
  const made = new Set(GENERATED.flatMap((name) => stamps(tags[name] ?? '')))
  const readings: DateReading[] = []
  for (const name of TAGS) {
    const value = tags[name]
    const found = value ? findDates(value.replace(/(\d{4}-\d{1,2}-\d{1,2})-(\d{1,2}:)/, '$1 $2'))[0] : undefined
    if (!value || !found?.day) continue
    const generated = stamps(value).some((stamp) => made.has(stamp))
    readings.push({
      day: found.day,
      ...(found.time ? { time: found.time } : {}),
      source: 'meta',
      quote: `${name}=${value}`,
      confidence: generated ? 0.3 : 0.7,
    })
  }
  return readings
}

/** `YYYY-MM-DD HH:MM:SS` of every date in a value that has a clock time. */
function stamps(value: string): string[] {
  return findDates(value).flatMap((f) => (f.day && f.time ? [`${f.day} ${f.time}`] : []))
}

/** The date in the page's address, or none. */
export function addressDate(url: string): DateReading[] {
  const day = dayInAddress(url)
  return day ? [{ day, source: 'address', quote: url, confidence: 0.6 }] : []
}

/** `datePublished` of JSON-LD blocks; broken JSON is passed over. */
export function jsonLdDates(doc: Document): DateReading[] {
  const readings: DateReading[] = []
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]')) {
    const m = /"(?:datePublished|pubDate|upDate)"\s*:\s*"([^"]{6,40})"/.exec(script.textContent ?? '')
    const found = m?.[1] ? findDates(m[1])[0] : undefined
    if (m && found?.day) readings.push({ day: found.day, source: 'json-ld', quote: m[0], confidence: 0.75 })
  }
  return readings
}

const SCRIPT_DATE = /\b(?:pub_?(?:lish)?_?(?:date?|time)|pubdata|doc_?(?:date|time)|fb(?:sj|rq)|DocPubTime|createdAt)["']?\s*[:=]\s*["']([^"']{6,30})["']/i

/** A date that a script of the page keeps for writing it (`var pubdata = '…'`). */
export function scriptDates(page: Page): DateReading[] {
  const readings: DateReading[] = []
  for (const script of page.doc.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? ''
    if (text.length > 60_000) continue
    const m = SCRIPT_DATE.exec(text)
    const found = m?.[1] ? findDates(m[1])[0] : undefined
    if (m && found?.day) readings.push({ day: found.day, source: 'script', quote: m[0], confidence: 0.6 })
  }
  return readings
}
