import type { Anchor } from '../types/anchor.ts'
import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { isSamePage, ofCheck, otherPage, sameFinding, shorten, verdict } from './recheck-page.ts'
import type { Rechecked } from './recheck-verdict.ts'

/** 图中文字: a page that was read again does not say what its pictures say, so that only a picture that was read again shows whether the words stand. */
export function pictureVerdict(issue: Rechecked, anchor: Anchor, sight: PageSight): RecheckVerdict {
  const found = sameFinding(issue, sight.findings)
  if (found) return verdict('standing', 'picture-stands', { now: found.evidence, place: found.anchor })
  if (!isSamePage(issue, sight.reading)) return otherPage(sight)
  const src = anchor.picture?.src ?? ''
  const there = src === '' || sight.reading.pictures?.large.some((picture) => picture.src === src) || sight.reading.links.some(({ href }) => href === src)
  return there ? verdict('person', 'picture', { place: anchor }) : verdict('changed', 'picture-gone', { sure: false })
}

/** 只有图片没有文字: mended where the page still shows its pictures and says something besides, or of them. */
export function onlyPicturesVerdict(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const found = ofCheck(issue, sight)
  if (found) return verdict('standing', 'still-found', { params: { evidence: shorten(found.evidence, 80) }, now: shorten(found.evidence), place: found.anchor, sure: sight.live })
  const { reading } = sight
  if (!isSamePage(issue, reading)) return otherPage(sight)
  const now = reading.pictures && [reading.pictures.words, ...reading.pictures.large.map(({ alt }) => alt ?? '')].find((words) => words.trim() !== '')
  return now ? verdict('fixed', 'pictures-described', { params: { now: shorten(now, 40) }, now: shorten(now), sure: sight.live }) : verdict('person', 'no-longer-found', { sure: false })
}
