import type { LedgerDb } from '../ledger/db.ts'
import type { DocId, SharedDoc } from '../types/team.ts'
import { changedDocs, hashesIn, type ChangeScope } from './changes.ts'

/** Whether a document stands for a picture or a saved page: its bytes travel beside it. */
export function isFile(id: DocId): boolean {
  return /^(?:shot|page):/.test(id)
}

/** Pictures and pages that documents speak of and that are not here. */
export async function missingFiles(db: LedgerDb, docs: readonly SharedDoc[]): Promise<DocId[]> {
  const { shots, pages } = hashesIn(docs)
  return notHere(db, shots, pages)
}

/** The same of all that is asked for. @throws RangeError where sharing has not begun */
export async function missingOf(db: LedgerDb, scope: ChangeScope): Promise<DocId[]> {
  const missing = new Set<DocId>()
  for await (const docs of changedDocs(db, scope)) for (const id of await missingFiles(db, docs)) missing.add(id)
  return [...missing]
}

/** Issues and looks read at a time. */
const STEP = 1000

/** Pictures and saved pages that the standing issues of a ledger speak of and that are not here. No history is read. */
export async function missingOfIssues(db: LedgerDb): Promise<DocId[]> {
  const [shots, pages] = [new Set<string>(), new Set<string>()]
  for (let after = ''; ; ) {
    const issues = await db.issues.where(':id').above(after).limit(STEP).toArray()
    if (issues.length === 0) break
    after = issues[issues.length - 1]!.id
    const standing = issues.filter(({ deletedAt }) => deletedAt === null)
    for (const { shots: refs } of standing) for (const { hash } of refs) shots.add(hash)
    for (const one of await db.evidence.bulkGet(standing.map(({ id }) => id))) for (const { hash } of one?.pages ?? []) pages.add(hash)
  }
  return notHere(db, [...shots], [...pages])
}

async function notHere(db: LedgerDb, shots: readonly string[], pages: readonly string[]): Promise<DocId[]> {
  const [haveShots, havePages] = await Promise.all([keysIn(db.shots, shots), keysIn(db.savedPages, pages)])
  return [...shots.filter((hash) => !haveShots.has(hash)).map((hash) => `shot:${hash}`), ...pages.filter((hash) => !havePages.has(hash)).map((hash) => `page:${hash}`)]
}

async function keysIn(table: { where: (index: string) => { anyOf: (keys: readonly string[]) => { primaryKeys: () => PromiseLike<string[]> } } }, keys: readonly string[]): Promise<Set<string>> {
  return new Set(keys.length > 0 ? await table.where(':id').anyOf(keys).primaryKeys() : [])
}
