import { findLast } from '../types/find-last.ts'
import type { Issue } from '../types/issue.ts'
import { deleteIssue } from './change.ts'
import type { Ledger } from './ledger.ts'

/** Who found a closed issue again, when, and why that is said. */
export interface Reopening {
  by: string
  at: string
  eventId: string
  reason: string
  /** The new 整改时限; the old one has passed long since. */
  deadline?: Issue['deadline']
}

/** Opens a closed issue again as 反弹, with its history. Call it inside a transaction over issues and events. */
export async function reopened({ db }: Pick<Ledger, 'db'>, issue: Issue, { by, at, eventId, reason, deadline = issue.deadline }: Reopening): Promise<Issue> {
  const again: Issue = { ...issue, status: 'open', rebounds: issue.rebounds + 1, fixedOn: null, deadline, updatedAt: at }
  const changes = {
    status: [issue.status, again.status] as [unknown, unknown],
    rebounds: [issue.rebounds, again.rebounds] as [unknown, unknown],
    ...(deadline === issue.deadline ? {} : { deadline: [issue.deadline, deadline] as [unknown, unknown] }),
    ...(issue.fixedOn ? { fixedOn: [issue.fixedOn, null] as [unknown, unknown] } : {}),
  }
  await db.issues.put(again)
  await db.events.add({ id: eventId, issueId: issue.id, at, by, kind: 'rebound', changes, reason })
  return again
}

/** Takes a recording back: a new issue is deleted, one that was opened again as 反弹 is closed as it was. Pictures stay. */
export async function undoRecording(ledger: Ledger, issueId: string): Promise<Issue> {
  const { db, now, newId, reader } = ledger
  const by = await reader()
  const undone = await db.transaction('rw', db.issues, db.events, async () => {
    const issue = await db.issues.get(issueId)
    // By time: a re-opening has the id that its asker chose, which says nothing of the order.
    const steps = (await db.events.where('issueId').equals(issueId).sortBy('at')).filter(({ kind }) => kind !== 'shot-added')
    const last = findLast(steps, ({ kind }) => kind === 'rebound')
    if (!issue || !last || steps.some(({ at }) => at > last.at)) return null
    const at = now().toISOString()
    const before = Object.fromEntries(Object.entries(last.changes).map(([field, [was]]) => [field, was])) as Partial<Issue>
    const changes = Object.fromEntries(Object.entries(last.changes).map(([field, [was, is]]) => [field, [is, was] as [unknown, unknown]]))
    const closed: Issue = { ...issue, ...before, updatedAt: at }
    await db.issues.put(closed)
    await db.events.add({ id: newId(), issueId, at, by, kind: 'undone', changes, reason: '' })
    return closed
  })
  return undone ?? deleteIssue(ledger, issueId)
}
