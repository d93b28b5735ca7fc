import type { LinkVerdict } from '../types/link.ts'
import type { LedgerDb } from './db.ts'

/** Verdicts on links, kept so that the same address on the next page is not asked for again. How old they may be is the link check's business. */
export function verdictCache(db: LedgerDb) {
  return {
    get: async (hrefs: string[]): Promise<Map<string, LinkVerdict>> => {
      // a request an address is as dear as a look at the whole table where that holds fewer
      const few = (await db.verdicts.count()) <= hrefs.length
      const wanted = new Set(hrefs)
      const rows = few ? (await db.verdicts.toArray()).filter(({ href }) => wanted.has(href)) : await db.verdicts.bulkGet(hrefs)
      return new Map(rows.flatMap((row) => (row ? [[row.href, row]] : [])))
    },
    put: async (verdicts: LinkVerdict[]): Promise<void> => {
      await db.verdicts.bulkPut(verdicts)
    },
  }
}

/** Forgets verdicts older than an instant (ISO 8601 UTC); they would be asked for again anyway. @returns how many */
export function forgetVerdictsBefore(db: LedgerDb, instant: string): Promise<number> {
  return db.verdicts.where('checkedAt').below(instant).delete()
}
