import type { LedgerDb } from '../ledger/db.ts'
import type { DocId, SharedDoc } from '../types/team.ts'
import { changedDocs, hashesIn, type ChangeScope } from './changes.ts'

/** Pictures and pages that documents speak of and that are not here. */
export async function missingFiles(db: LedgerDb, docs: readonly SharedDoc[]): Promise<DocId[]> {
  const { shots, pages } = hashesIn(docs)
  const [haveShots, havePages] = await Promise.all([keysIn(db.shots, shots), keysIn(db.savedPages, pages)])
  return [...shots.filter((hash) => !haveShots.has(hash)).map((hash) => `shot:${hash}`), ...pages.filter((hash) => !havePages.has(hash)).map((hash) => `page:${hash}`)]
}

/** The same of all that is asked for. @throws RangeError where sharing has not begun */
export async function missingOf(db: LedgerDb, scope: ChangeScope): Promise<DocId[]> {
  const missing = new Set<DocId>()
  for await (const docs of changedDocs(db, scope)) for (const id of await missingFiles(db, docs)) missing.add(id)
  return [...missing]
}

async function keysIn(table: { where: (index: string) => { anyOf: (keys: string[]) => { primaryKeys: () => PromiseLike<string[]> } } }, keys: string[]): Promise<Set<string>> {
  return new Set(keys.length > 0 ? await table.where(':id').anyOf(keys).primaryKeys() : [])
}
