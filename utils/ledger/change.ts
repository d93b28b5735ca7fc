import { PlainError } from '../errors.ts'
import type { Issue, IssueEvent, Status } from '../types/issue.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'
import { mayBecome } from './transitions.ts'

/** Fields that a person may edit after recording. */
export type Edit = Partial<
  Pick<
    Issue,
    | 'severity' | 'check' | 'unitId' | 'unitName' | 'siteName' | 'siteIdCode' | 'columnName' | 'pageTitle' | 'description'
    | 'quote' | 'context' | 'suggestion' | 'basis' | 'deadline' | 'note' | 'publishedOn'
  >
>

/** Edits fields; what changed goes into the history. @throws PlainError when the issue is gone. */
export function editIssue(ledger: Ledger, id: string, edit: Edit): Promise<Issue> {
  return change(ledger, id, 'edited', '', () => edit)
}

/** Moves an issue along its life. @throws PlainError for a step that is not allowed. */
export function setStatus(ledger: Ledger, id: string, status: Status, reason: string): Promise<Issue> {
  return change(ledger, id, 'status', reason, (issue) => {
    if (!mayBecome(issue.status, status)) {
      throw new PlainError({ key: 'app.error.bad-step', params: { from: issue.status, to: status } })
    }
    return { status }
  })
}

/** Deletes: a tombstone that leaves lists and counts, and can be undone. */
export function deleteIssue(ledger: Ledger, id: string): Promise<Issue> {
  return change(ledger, id, 'deleted', '', () => ({ deletedAt: ledger.now().toISOString() }))
}

/** Takes a deletion back. */
export function restoreIssue(ledger: Ledger, id: string): Promise<Issue> {
  return change(ledger, id, 'restored', '', () => ({ deletedAt: null }))
}

async function change(
  { db, now, newId, reader }: Ledger,
  id: string,
  kind: IssueEvent['kind'],
  reason: string,
  edit: (issue: Issue) => Partial<Issue>,
): Promise<Issue> {
  const at = now().toISOString()
  const by = await reader()
  const before = await found(db.issues.get(id))
  const after = { ...before, ...edit(before) }
  const fingerprint = await fingerprintOf(after)
  return db.transaction('rw', db.issues, db.events, async () => {
    const issue = await found(db.issues.get(id))
    const wanted = edit(issue)
    const changes: IssueEvent['changes'] = {}
    for (const [field, value] of Object.entries(wanted)) {
      const old = issue[field as keyof Issue]
      if (old !== value) changes[field] = [old, value]
    }
    if (Object.keys(changes).length === 0) return issue
    const changed: Issue = { ...issue, ...wanted, fingerprint, updatedAt: at }
    await db.issues.put(changed)
    await db.events.add({ id: newId(), issueId: id, at, by, kind, changes, reason })
    return changed
  })
}

async function found(looked: PromiseLike<Issue | undefined>): Promise<Issue> {
  const issue = await looked
  if (!issue) throw new PlainError({ key: 'app.error.issue-gone' })
  return issue
}
