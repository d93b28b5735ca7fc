import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { isSamePage, ofCheck, otherPage, shorten, verdict } from './recheck-page.ts'
import { squeeze } from './recheck-place.ts'
import type { Rechecked } from './recheck-verdict.ts'
import { whereNow } from './recheck-words.ts'

/** 发布时间 in the future, before its address, or in conflict: what date the page prints now. */
export function publicationVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const found = ofCheck(issue, sight)
  const { publication } = sight.reading
  if (found) return verdict('standing', 'date-stands', { now: shorten(found.evidence), place: found.anchor })
  if (!isSamePage(issue, sight.reading)) return otherPage(sight)
  if (!publication) return verdict('person', 'no-date', { sure: false })
  if (squeeze(publication.quote) === squeeze(issue.quote)) return verdict('person', 'date-same', { params: { day: publication.day }, now: publication.quote, place: publication.anchor ?? null })
  return verdict('fixed', 'date-mended', { params: { day: publication.day }, now: publication.quote, place: publication.anchor ?? null })
}

/** 留言: answered now, or not. */
export function letterVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const wanted = squeeze(issue.quote)
  const letter = sight.reading.letters.find(({ title }) => squeeze(title) === wanted)
  if (letter && (letter.answered !== null || letter.reply !== null) && letter.open !== true) {
    return verdict('fixed', 'letter-answered', { params: { day: letter.answered ?? '' }, now: shorten(letter.reply ?? letter.answered ?? ''), place: letter.anchor })
  }
  if (letter) return verdict('standing', 'letter-waits', { now: letter.title, place: letter.anchor })
  return isSamePage(issue, sight.reading) ? verdict('changed', 'letter-gone', { sure: false }) : otherPage(sight)
}

/** 办事指南: the element has words now. */
export function guideVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { guide } = sight.reading
  const names = issue.quote.split('、')
  if (!guide) return isSamePage(issue, sight.reading) ? verdict('person', 'no-guide', { sure: false }) : otherPage(sight)
  const filled = names.filter((name) => (guide.elements[name] ?? '') !== '')
  const first = names[0] ?? ''
  const place = guide.places?.[first] ?? null
  if (filled.length < names.length) return verdict('standing', 'element-missing', { params: { names: names.filter((name) => !filled.includes(name)).join('、') }, place })
  return verdict('fixed', 'element-filled', { params: { names: issue.quote }, now: shorten(filled.map((name) => `${name}：${guide.elements[name] ?? ''}`).join('；')), place })
}

/** 元数据标签: what the head of the page says now. */
export function tagsVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const found = ofCheck(issue, sight)
  if (found) {
    const partly = squeeze(found.evidence) !== squeeze(issue.quote)
    return verdict('standing', partly ? 'partly' : 'still-found', { params: { evidence: shorten(found.evidence, 80) }, now: shorten(found.evidence) })
  }
  if (!isSamePage(issue, sight.reading)) return otherPage(sight)
  const { tags } = sight.reading
  const named = Object.keys(tags).filter((name) => issue.quote.includes(name) && tags[name])
  if (named.length === 0) return verdict(Object.keys(tags).length === 0 ? 'person' : 'changed', 'no-tags', { sure: false })
  return verdict('fixed', 'tags-mended', { params: { names: named.join('、') }, now: shorten(named.map((name) => `${name}=${tags[name]}`).join('；')) })
}

/** 页脚标识: painted by scripts of others, so only the page in a tab can tell. */
export function footerVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { live, reading } = sight
  const found = ofCheck(issue, sight)
  if (found) {
    const partly = squeeze(found.evidence) !== squeeze(issue.quote)
    return verdict('standing', partly ? 'partly' : 'still-found', { params: { evidence: shorten(found.evidence, 80) }, now: shorten(found.evidence), place: found.anchor, sure: live })
  }
  if (!isSamePage(issue, reading)) return otherPage(sight)
  const { footer } = reading
  const read = footer.siteIdCode !== null || footer.icp !== null || footer.sponsor !== null || footer.policeRecord !== null
  if (!read) return verdict('person', 'no-footer', { sure: false })
  const now = [footer.siteIdCode, footer.icp, footer.sponsor, footer.jiucuoSiteCode].filter((part) => part !== null).join('；')
  return verdict('fixed', 'no-longer-found', { now: shorten(now), sure: live })
}

/** Any other check: its finding, else what became of its words. */
export function otherVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const found = ofCheck(issue, sight)
  if (found) return verdict('standing', 'still-found', { params: { evidence: shorten(found.evidence, 80) }, now: shorten(found.evidence), place: found.anchor, sure: sight.live })
  if (!isSamePage(issue, sight.reading)) return otherPage(sight)
  const place = whereNow(issue, sight)
  if (place.state === 'mended') return verdict('fixed', 'words-mended', { params: { now: shorten(place.text, 40) }, now: shorten(place.text), place: place.anchor, sure: sight.live })
  if (place.state === 'stands') return verdict('person', 'words-same-no-finding', { now: shorten(place.text), place: place.anchor, sure: sight.live })
  return verdict('person', 'no-longer-found', { sure: false })
}
