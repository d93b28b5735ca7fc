import type { LedgerDb } from '../../ledger/db.ts'
import { sameValue } from '../../ledger/sharing/cells.ts'
import { partsOfId } from '../../ledger/sharing/kinds.ts'
import { rowsOfTable } from '../../ledger/sharing/many.ts'
import type { TeamAccount } from './account.ts'
import type { Couch, CouchDoc } from './client.ts'

/** What of a page is for this PC. */
export interface Scope {
  docs: CouchDoc[]
  /** Of issues that come here for the first time: what was passed over before. */
  more: CouchDoc[]
}

export interface ScopeDeps {
  db: LedgerDb
  couch: Couch
  account: TeamAccount
}

/**
 * Only some units: their issues with history and evidence, and everything that is no issue's. An issue that is here already stays up to
 * date whatever unit it goes to. One that comes into scope brings the history and evidence that were passed over.
 */
export async function wantedOf({ db, couch, account: { unitIds } }: ScopeDeps, docs: readonly CouchDoc[]): Promise<Scope> {
  const resumed = await resumedOf(db, docs)
  // known as put away, too: it is to stand again with the issue
  if (resumed.length > 0) await db.stamps.bulkDelete(resumed.map((id) => `evidence:${id}`))
  if (unitIds === null) return { docs: [...docs], more: await belongings(couch, resumed, docs) }
  const units = new Set(unitIds)
  const owners = [...new Set(docs.flatMap((doc) => ownerOf(doc) ?? []))]
  const here = new Set(owners.length > 0 ? await db.issues.where(':id').anyOf(owners).primaryKeys() : [])
  const fresh = new Set(docs.flatMap((doc) => (partsOfId(doc._id).kind === 'issue' && units.has(unitOf(doc)) ? [partsOfId(doc._id).key] : [])).filter((id) => !here.has(id)))
  const wanted = docs.filter((doc) => {
    const owner = ownerOf(doc)
    return owner === null || here.has(owner) || fresh.has(owner)
  })
  return { docs: wanted, more: await belongings(couch, [...fresh], wanted) }
}

/** History and evidence of some issues, as far as they do not come by themselves. */
async function belongings(couch: Couch, issueIds: readonly string[], coming: readonly CouchDoc[]): Promise<CouchDoc[]> {
  if (issueIds.length === 0) return []
  const [histories, evidence] = await Promise.all([couch.histories(issueIds), couch.fetchDocs(issueIds.map((id) => `evidence:${id}`))])
  const have = new Set(coming.map(({ _id }) => _id))
  return [...histories, ...evidence].filter(({ _id, _deleted }) => !_deleted && !have.has(_id))
}

/** Issues that were archived here and that somebody else went on with: they come back, and what was archived with them. */
async function resumedOf(db: LedgerDb, docs: readonly CouchDoc[]): Promise<string[]> {
  const issues = docs.filter(({ _id }) => partsOfId(_id).kind === 'issue')
  if (issues.length === 0) return []
  const known = await rowsOfTable(db.stamps, issues.map(({ _id }) => _id))
  const ids = issues.flatMap((doc, at) => (known[at] && !known[at].kept && !sameValue(known[at].cells, doc['stamps']) ? [partsOfId(doc._id).key] : []))
  const here = new Set(ids.length > 0 ? await db.issues.where(':id').anyOf(ids).primaryKeys() : [])
  return ids.filter((id) => !here.has(id))
}

/** The issue that a document belongs to; null where it belongs to none. */
function ownerOf({ _id, values }: CouchDoc): string | null {
  const { kind, key } = partsOfId(_id)
  if (kind === 'issue' || kind === 'evidence') return key
  const issue = kind === 'event' ? (values as { issueId?: unknown } | undefined)?.issueId : null
  return typeof issue === 'string' && !issue.includes(':') ? issue : null
}

function unitOf({ values }: CouchDoc): string | null {
  const unit = (values as { unitId?: { unitId?: unknown } | null } | undefined)?.unitId?.unitId
  return typeof unit === 'string' ? unit : null
}
