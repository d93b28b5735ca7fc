import type { LedgerDb } from '../../ledger/db.ts'
import { sameValue } from '../../ledger/sharing/cells.ts'
import { partsOfId } from '../../ledger/sharing/kinds.ts'
import type { StampRow } from '../../types/team.ts'
import { isIssue, ownerOf, ownersOf, putAwayOf } from '../put-away.ts'
import type { TeamAccount } from './account.ts'
import type { Couch, CouchDoc } from './client.ts'

/** What of a page is for this PC. */
export interface Scope {
  docs: CouchDoc[]
  /** Of issues that come here for the first time: what was passed over before. */
  more: CouchDoc[]
  /** Issues that stay in the archive, and their pictures with them. */
  away: ReadonlyMap<string, StampRow>
}

export interface ScopeDeps {
  db: LedgerDb
  couch: Couch
  account: TeamAccount
}

/**
 * Only some units: their issues with history and evidence, and everything that is no issue's. An issue that is here already stays up to
 * date whatever unit it goes to. One that comes into scope brings the history and evidence that were passed over; so does one that was
 * archived here and that somebody else went on with. Of one with which nobody did they stay in the archive.
 */
export async function wantedOf({ db, couch, account: { unitIds } }: ScopeDeps, came: readonly CouchDoc[]): Promise<Scope> {
  const away = await putAwayOf(db, ownersOf(came))
  const resumed = came.flatMap((doc) => (isIssue(doc) && isResumed(doc, away) ? [partsOfId(doc._id).key] : []))
  for (const id of resumed) away.delete(id)
  // known as put away, too: it is to stand again with the issue
  if (resumed.length > 0) await db.stamps.bulkDelete(resumed.map((id) => `evidence:${id}`))
  const docs = came.filter((doc) => isIssue(doc) || !away.has(ownerOf(doc) ?? ''))
  if (unitIds === null) return { docs, more: await belongings(couch, resumed, docs), away }
  const units = new Set(unitIds)
  const owners = ownersOf(docs)
  const here = new Set(owners.length > 0 ? await db.issues.where(':id').anyOf(owners).primaryKeys() : [])
  const fresh = new Set(docs.flatMap((doc) => (isIssue(doc) && units.has(unitOf(doc)) ? [partsOfId(doc._id).key] : [])).filter((id) => !here.has(id)))
  const wanted = docs.filter((doc) => {
    const owner = ownerOf(doc)
    return owner === null || here.has(owner) || fresh.has(owner)
  })
  return { docs: wanted, more: await belongings(couch, [...fresh], wanted), away }
}

/** History and evidence of some issues, as far as they do not come by themselves. */
async function belongings(couch: Couch, issueIds: readonly string[], coming: readonly CouchDoc[]): Promise<CouchDoc[]> {
  if (issueIds.length === 0) return []
  const [histories, evidence] = await Promise.all([couch.histories(issueIds), couch.fetchDocs(issueIds.map((id) => `evidence:${id}`))])
  const have = new Set(coming.map(({ _id }) => _id))
  return [...histories, ...evidence].filter(({ _id, _deleted }) => !_deleted && !have.has(_id))
}

/** Whether an archived issue is another one by now; with several states on the server any of them may be. */
function isResumed({ _id, _conflicts, stamps }: CouchDoc, away: ReadonlyMap<string, StampRow>): boolean {
  const known = away.get(partsOfId(_id).key)
  return known !== undefined && (_conflicts !== undefined || !sameValue(known.cells, stamps))
}

function unitOf({ values }: CouchDoc): string | null {
  const unit = (values as { unitId?: { unitId?: unknown } | null } | undefined)?.unitId?.unitId
  return typeof unit === 'string' ? unit : null
}
