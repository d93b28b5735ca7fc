import type { Issue } from '../types/issue.ts'
import type { PageSight, RecheckVerdict } from '../types/recheck.ts'
import { blankVerdict, columnVerdict, undatedVerdict } from './recheck-columns.ts'
import { isOwnerOrDead, linkVerdict, pageLinkVerdict } from './recheck-links.ts'
import { footerVerdict, guideVerdict, letterVerdict, otherVerdict, publicationVerdict, tagsVerdict } from './recheck-rest.ts'
import { onlyPicturesVerdict, pictureVerdict } from './recheck-picture.ts'
import { manualVerdict, wordsVerdict } from './recheck-words.ts'

export { addressesToAsk } from './recheck-links.ts'

/** What of an issue a verdict rests on. */
export type Rechecked = Pick<Issue, 'check' | 'quote' | 'anchor' | 'context' | 'description' | 'pageTitle' | 'columnName' | 'onHome'>

/**
 * Looks at the place of an issue on a page that was read again, with the check that found it. It proposes 已整改 only
 * where the page shows what stands there instead; a page that is no longer the same, or says too little, is a person's.
 */
export function verdictOn(issue: Rechecked, sight: PageSight): RecheckVerdict {
  const { check } = issue
  if (sight.reading.blocks.length === 0) return { result: 'person', says: { key: 'recheck.says.nothing-to-read' }, now: '', place: null, sure: false }
  if (issue.anchor?.picture) return pictureVerdict(issue, issue.anchor, sight)
  if (check.startsWith('manual/')) return manualVerdict(issue, sight)
  if (check.startsWith('wording/') || check === 'letters/reply-voice') return wordsVerdict(issue, sight)
  if (isOwnerOrDead(check)) return linkVerdict(issue, sight)
  if (check.startsWith('links/')) return pageLinkVerdict(issue, sight)
  switch (check) {
    case 'freshness/column-overdue':
    case 'freshness/column-due-soon':
    case 'freshness/home-overdue':
      return columnVerdict(issue, sight)
    case 'freshness/undated-list':
      return undatedVerdict(issue, sight)
    case 'freshness/future-date':
    case 'freshness/backdated':
    case 'freshness/date-conflict':
      return publicationVerdict(issue, sight)
    case 'structure/blank-column':
      return blankVerdict(issue, sight)
    case 'structure/only-pictures':
      return onlyPicturesVerdict(issue, sight)
    case 'letters/unanswered':
      return letterVerdict(issue, sight)
    case 'guide/missing-element':
      return guideVerdict(issue, sight)
  }
  if (check.startsWith('tags/')) return tagsVerdict(issue, sight)
  if (check.startsWith('footer/') || check === 'freshness/copyright-year') return footerVerdict(issue, sight)
  return otherVerdict(issue, sight)
}
