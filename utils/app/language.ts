import { browserLanguage } from '../browser/runtime.ts'
import type { LedgerDb } from '../ledger/db.ts'
import { readSettings } from '../ledger/settings.ts'

/** The browser's language as this page or background found it: a Chromium may name another while it starts, and no page changes its words unasked. */
let found: string | null = null

/** The language to speak, BCP 47: the person's choice, else the browser's. */
export async function languageOf(db: LedgerDb): Promise<string> {
  const { language } = await readSettings(db)
  if (language !== 'auto') return language
  found ??= browserLanguage()
  return found
}
