import type { Finding } from '../types/finding.ts'
import type { Phrase } from '../types/phrase.ts'
import type { PageReading } from '../types/reading.ts'
import type { Check, CheckContext } from './check.ts'
import { backdatedCheck, copyrightYearCheck, dateConflictCheck, futureDateCheck } from './dates.ts'
import { footerMismatchCheck, footerMissingCheck } from './footer.ts'
import { columnDueSoonCheck, columnOverdueCheck, homeOverdueCheck, undatedListCheck } from './freshness.ts'
import { guideCheck } from './guide.ts'
import { letterLateCheck, letterUnansweredCheck, replyVoiceCheck } from './letters.ts'
import { staticLinksCheck } from './links.ts'
import { onlyPicturesCheck } from './pictures.ts'
import { policyCheck } from './policy.ts'
import { blankColumnCheck } from './structure.ts'
import { tagsEmptyCheck, tagsMismatchCheck, tagsMissingCheck, tagsResidueCheck, tagsShapeCheck } from './tags.ts'
import { wordingCheck } from './wording.ts'

/** Every check, in the order in which its findings are shown. */
export const CHECKS: readonly Check[] = [
  homeOverdueCheck, columnOverdueCheck, blankColumnCheck, letterUnansweredCheck, futureDateCheck, undatedListCheck, columnDueSoonCheck,
  wordingCheck, staticLinksCheck,
  guideCheck, letterLateCheck, replyVoiceCheck, policyCheck, onlyPicturesCheck,
  footerMissingCheck, footerMismatchCheck,
  tagsMissingCheck, tagsEmptyCheck, tagsResidueCheck, tagsShapeCheck, tagsMismatchCheck,
  dateConflictCheck, backdatedCheck, copyrightYearCheck,
]

/** What checking a page gave: suspicions, and which checks could not be made. */
export interface CheckedPage {
  findings: Finding[]
  gaps: Phrase[]
}

/** Makes every check. One that throws is named in `gaps`; the others go on. */
export function checkPage(reading: PageReading, context: CheckContext, checks: readonly Check[] = CHECKS): CheckedPage {
  const findings: Finding[] = []
  const gaps: Phrase[] = []
  for (const check of checks) {
    try {
      findings.push(...check.run(reading, context))
    } catch (error) {
      gaps.push({ key: 'checks.failed', params: { check: check.id, reason: error instanceof Error ? error.message : String(error) } })
    }
  }
  return { findings, gaps }
}
