import { browserLanguage } from '../browser/runtime.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { readSettings } from '../ledger/settings.ts'

/** The language to speak, BCP 47: the person's choice, else the browser's. */
export async function languageOf(db: LedgerDb): Promise<string> {
  const { language } = await readSettings(db)
  return language === 'auto' ? browserLanguage() : language
}
