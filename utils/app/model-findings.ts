import { PlainError } from '../errors.ts'
import { attachmentNames } from '../checks/attachment-names.ts'
import type { CheckContext } from '../checks/check.ts'
import { wordingCheck } from '../checks/wording.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { readSettings } from '../ledger/settings.ts'
import type { In, Out, ToWorkshop } from '../messages.ts'
import type { Finding } from '../types/finding.ts'
import type { PageReading } from '../types/reading.ts'
import type { Suspicion } from '../types/wording.ts'
import { ownNamesOf, type TextCheck } from './text-check.ts'

/** What the language model's tier needs. */
export interface ModelDeps {
  db: LedgerDb
  /** The rules as the office has set them. */
  textCheck: TextCheck
  /** Asks the workshop; null where the browser has none. */
  suspects: (ask: In<ToWorkshop, 'model.suspects'>) => Promise<Out<ToWorkshop, 'model.suspects'> | null>
}

/**
 * What the language model finds on a page besides the rules. Where both see something, the rule's word stands.
 * @returns null where the model is switched off
 * @throws PlainError `app.error.model` where this browser has no place for it to run
 */
export async function modelFindings({ db, textCheck, suspects }: ModelDeps, reading: PageReading): Promise<Finding[] | null> {
  const [{ wordingLevel, rulesOff, ignoredPhrases }, ownNames] = await Promise.all([readSettings(db), ownNamesOf(db)])
  if (wordingLevel === 'rules') return null
  const blocks = [...reading.blocks, ...attachmentNames(reading)].filter(({ role }) => role !== 'navigation' && role !== 'footer')
  const found = await suspects({ blocks: blocks.map(({ id, text, role }) => ({ id, text, role })), level: wordingLevel, ownNames, ignores: { rules: rulesOff, phrases: ignoredPhrases } })
  if (!found) throw new PlainError({ key: 'app.error.model' })
  const [checkText, right] = await Promise.all([textCheck(), textCheck.rightRanges()])
  const byBlock = new Map<number, Suspicion[]>(found)
  const checkModel: CheckContext['checkText'] = (block) => {
    const suspicions = byBlock.get(block.id) ?? []
    if (!suspicions.length) return []
    const rules = checkText(block, reading)
    const fine = right(block.text)
    return suspicions.filter(({ start, end }) => !rules.some((rule) => start < rule.end && rule.start < end) && !fine.some(([from, to]) => from <= start && end <= to))
  }
  return wordingCheck.run(reading, { checkText: checkModel } as CheckContext)
}
