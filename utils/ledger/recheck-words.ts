import type { Anchor } from '../types/anchor.ts'
import type { Finding } from '../types/finding.ts'
import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { isSamePage, otherPage, sameFinding, shorten, verdict } from './recheck-page.ts'
import { placeNow, squeeze, type PlaceNow } from './recheck-place.ts'
import type { Rechecked } from './recheck-verdict.ts'

/** 错字、表述、个人信息: the same words at the same place. */
export function wordsVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const found = sameFinding(issue, sight.findings)
  const masked = issue.quote.includes('*')
  const place = whereNow(issue, sight)
  if (found) {
    const moved = !masked && place.state === 'mended'
    return verdict('standing', moved ? 'words-elsewhere' : 'words-stand', { now: shorten(around(found.anchor) || found.evidence), place: found.anchor })
  }
  // Personal data are kept masked: the masked words on the page itself are what mending looks like.
  if (place.state === 'stands' && masked) return verdict('fixed', 'masked-now', { now: shorten(around(place.anchor)), place: place.anchor })
  if (place.state === 'stands') return verdict('standing', 'words-unchanged', { now: shorten(around(place.anchor)), place: place.anchor })
  // The language model is not asked again, so only other words count as mended.
  const unclear = issue.check.startsWith('wording/model') && squeeze(place.text).includes(squeeze(issue.quote))
  // Notices are made after one pattern: the sentence may stand, mended, in another one at the same address.
  if (place.state === 'mended' && !isSamePage(issue, sight.reading)) return otherPage(sight)
  if (place.state === 'mended' && !unclear) return mended(place, sight)
  if (place.state === 'mended') return verdict('changed', 'rewritten', { now: shorten(around(place.anchor)), place: place.anchor })
  if (place.state === 'changed') return verdict('changed', 'rewritten', { now: shorten(place.text), place: place.anchor, sure: false })
  return isSamePage(issue, sight.reading) ? verdict('changed', 'words-gone', { sure: false }) : otherPage(sight)
}

/** 手工补记: no check can tell, so a person looks; said is whether the words still stand. */
export function manualVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  if (issue.quote === '' || !issue.anchor) return isSamePage(issue, sight.reading) ? verdict('person', 'manual') : otherPage(sight)
  const place = whereNow(issue, sight)
  if (place.state === 'stands') return verdict('person', 'manual-stands', { now: shorten(around(place.anchor)), place: place.anchor })
  return verdict('changed', place.state === 'gone' ? 'words-gone' : 'rewritten', { now: shorten(around(place.anchor)), place: place.anchor, sure: false })
}

/** Other words stand there; those may be suspect in their turn. */
function mended(place: PlaceNow, { findings }: PageSight): RecheckVerdict {
  const now = shorten(around(place.anchor))
  const again = findings.find((one) => overlaps(one, place.anchor))
  if (again) return verdict('changed', 'new-suspicion', { params: { words: shorten(again.evidence, 40) }, now, place: place.anchor })
  if (place.text === '') return verdict('fixed', 'words-removed', { now, place: place.anchor })
  return verdict('fixed', 'words-mended', { params: { now: shorten(place.text, 40) }, now, place: place.anchor })
}

function overlaps({ check, anchor }: Finding, place: Anchor | null): boolean {
  if (!check.startsWith('wording/') || !anchor || !place || anchor.selector !== place.selector) return false
  return anchor.start < place.start + place.quote.length && place.start < anchor.start + anchor.quote.length
}

/** The place of the issue's anchor; of an issue without one, its words anywhere on the page. */
export function whereNow({ anchor, quote }: Rechecked, { reading }: PageSight): PlaceNow {
  if (anchor && anchor.quote !== '') return placeNow(anchor, reading.blocks)
  const wanted = squeeze(quote)
  const block = wanted === '' ? undefined : reading.blocks.find(({ text }) => squeeze(text).includes(wanted))
  if (!block) return { state: 'gone', text: '', anchor: null }
  return { state: 'stands', text: quote, anchor: { quote: block.text, prefix: '', suffix: '', start: 0, selector: block.selector } }
}

/** The words with some of what stands around them, so that one can read what it says now. */
function around(anchor: Anchor | null): string {
  return anchor ? `${anchor.prefix.slice(-16)}${anchor.quote}${anchor.suffix.slice(0, 16)}`.trim() : ''
}
