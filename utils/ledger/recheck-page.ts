import type { Finding } from '../types/finding.ts'
import type { RecheckResult } from '../types/issue.ts'
import type { Phrase } from '../types/phrase.ts'
import type { PageReading } from '../types/reading.ts'
import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { likeness, squeeze } from './recheck-place.ts'
import type { Rechecked } from './recheck-verdict.ts'

/** A title that shares so much with the recorded one is the same page's. */
const SAME_TITLE = 0.5

/** True when the page is still the one that the issue was recorded on: a page without a fault proves nothing of another page. */
export function isSamePage({ onHome, columnName, pageTitle }: Rechecked, reading: PageReading): boolean {
  if (reading.kind === 'login' || (reading.kind === 'search' && !onHome)) return false
  if (onHome) return reading.kind === 'home'
  if (likeness(pageTitle, reading.title) >= SAME_TITLE) return true
  return columnName !== '' && columnName === reading.columnName && reading.kind === 'column'
}

/** The finding that the issue was made of, where the check still makes it: in a picture or in the text, as it was. */
export function sameFinding({ check, quote, anchor }: Rechecked, findings: readonly Finding[]): Finding | null {
  const wanted = squeeze(quote)
  return findings.find((one) => one.check === check && squeeze(one.evidence) === wanted && (one.anchor?.picture === undefined) === (anchor?.picture === undefined)) ?? null
}

export function ofCheck({ check }: Rechecked, { findings }: PageSight): Finding | null {
  return findings.find((one) => one.check === check) ?? null
}

/** A verdict; `sure` where nothing is said: a fetched copy is enough for it. */
export function verdict(result: RecheckResult, name: string, more: { params?: Phrase['params']; now?: string; place?: RecheckVerdict['place']; sure?: boolean } = {}): RecheckVerdict {
  const { params, now = '', place = null, sure = true } = more
  return { result, says: { key: `recheck.says.${name}`, ...(params ? { params } : {}) }, now, place, sure }
}

/** The page is another one now, or says too little to tell. */
export function otherPage({ reading }: PageSight): RecheckVerdict {
  return verdict('changed', 'other-page', { now: reading.title, sure: false })
}

/** At most so many characters of what a page says are kept. */
export function shorten(text: string, longest = 200): string {
  const bare = text.replace(/\s+/g, ' ').trim()
  return bare.length > longest ? `${bare.slice(0, longest)}…` : bare
}
