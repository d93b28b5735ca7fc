import type { Issue, IssueEvent } from '../types/issue.ts'
import type { LedgerDb } from './db.ts'
import { addressesLike } from './fingerprint.ts'
import { issuesFound, issuesOfStatus } from './found.ts'

/** Issues that stand (tombstones left out) in order of their numbers. */
export async function standingIssues(db: LedgerDb): Promise<Issue[]> {
  return db.issues.orderBy('number').filter(stands).toArray()
}

/** Issues found from one instant up to, not including, another; ISO 8601 UTC. */
export async function issuesBetween(db: LedgerDb, from: string, to: string): Promise<Issue[]> {
  // Filtered afterwards: with a filter inside, the database hands over one row after the other, which takes twice as long.
  return (await issuesFound(db, { from, to })).filter(stands).sort((a, b) => a.number - b.number)
}

/** Issues that still wait for something: 待整改, 已整改 and 存疑. */
export async function openIssues(db: LedgerDb): Promise<Issue[]> {
  return (await issuesOfStatus(db, ['open', 'fixed', 'doubtful'])).filter(stands)
}

/** Issues recorded from one page, under whichever of its addresses, newest last. */
export async function issuesOfPage(db: LedgerDb, url: string): Promise<Issue[]> {
  const addresses = addressesLike(url)
  const [bare, withFragment] = await Promise.all([
    db.issues.where('url').anyOf(addresses).filter(stands).toArray(),
    db.issues.where('url').startsWithAnyOf(addresses.map((address) => `${address}#`)).filter(stands).toArray(),
  ])
  return [...bare, ...withFragment].sort((a, b) => a.number - b.number)
}

/** The other issues of the same problem that stand, the first one first. */
export async function twinsOf(db: LedgerDb, { id, fingerprint }: Issue): Promise<Issue[]> {
  const twins = await db.issues.where('fingerprint').equals(fingerprint).sortBy('number')
  return twins.filter((twin) => twin.id !== id && stands(twin))
}

/** History of an issue, oldest first. ULIDs sort by time. */
export async function historyOf(db: LedgerDb, issueId: string): Promise<IssueEvent[]> {
  return db.events.where('issueId').equals(issueId).sortBy('id')
}

/** Histories of many issues at once, by issue id. */
export async function historiesOf(db: LedgerDb, issues: readonly Issue[]): Promise<Map<string, IssueEvent[]>> {
  const events = await eventsOf(db, issues.map(({ id }) => id).sort())
  const histories = new Map<string, IssueEvent[]>()
  for (const event of events.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const history = histories.get(event.issueId)
    if (history) history.push(event)
    else histories.set(event.issueId, [event])
  }
  return histories
}

/** Asked for one after the other, ten thousand take half a second; ids follow time, so those of a period are read as one stretch. */
const ONE_BY_ONE = 200

async function eventsOf(db: LedgerDb, ids: readonly string[]): Promise<IssueEvent[]> {
  if (ids.length <= ONE_BY_ONE) return db.events.where('issueId').anyOf(ids).toArray()
  const stretch = db.events.where('issueId').between(ids[0], ids[ids.length - 1], true, true)
  // A few issues far apart: what lies between them is not read.
  if ((await stretch.count()) > ids.length * 20) return db.events.where('issueId').anyOf(ids).toArray()
  const wanted = new Set(ids)
  return (await stretch.toArray()).filter(({ issueId }) => wanted.has(issueId))
}

function stands(issue: Issue): boolean {
  return issue.deletedAt === null
}
