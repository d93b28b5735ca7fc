import type { LedgerDb } from '../../ledger/db.ts'
import { partsOfId } from '../../ledger/sharing/kinds.ts'
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
  if (unitIds === null) return { docs: [...docs], more: [] }
  const units = new Set(unitIds)
  const owners = [...new Set(docs.flatMap((doc) => ownerOf(doc) ?? []))]
  const here = new Set(owners.length > 0 ? await db.issues.where(':id').anyOf(owners).primaryKeys() : [])
  const fresh = new Set(docs.flatMap((doc) => (partsOfId(doc._id).kind === 'issue' && units.has(unitOf(doc)) ? [partsOfId(doc._id).key] : [])).filter((id) => !here.has(id)))
  const wanted = docs.filter((doc) => {
    const owner = ownerOf(doc)
    return owner === null || here.has(owner) || fresh.has(owner)
  })
  if (fresh.size === 0) return { docs: wanted, more: [] }
  const [histories, evidence] = await Promise.all([couch.histories([...fresh]), couch.fetchDocs([...fresh].map((id) => `evidence:${id}`))])
  const have = new Set(wanted.map(({ _id }) => _id))
  return { docs: wanted, more: [...histories, ...evidence].filter(({ _id, _deleted }) => !_deleted && !have.has(_id)) }
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
