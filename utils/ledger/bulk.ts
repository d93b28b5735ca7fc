import { dayInShanghai } from '../lists/week.ts'
import type { Issue, IssueEvent, Status } from '../types/issue.ts'
import type { Ledger } from './ledger.ts'
import { fixedOnAfter, mayBecome } from './transitions.ts'

/** One issue that was changed: field → [before, after], to take it back by. */
export interface BulkStep {
  id: string
  changes: IssueEvent['changes']
}

/** How a change of many issues went. */
export interface BulkDone {
  /** Issues changed. */
  steps: BulkStep[]
  /** What could not be changed: gone, or no such step in its life. */
  refused: Pick<Issue, 'id' | 'number' | 'status'>[]
}

/** Fields that many issues can be given at once. */
export type BulkEdit = Partial<Pick<Issue, 'severity' | 'unitId' | 'unitName' | 'deadline'>>

/** One event more for an issue, beside its fields. */
export interface Change {
  fields: Partial<Issue>
  kind: IssueEvent['kind']
  reason: string
}

/** Gives many issues the same severity, unit or deadline. */
export function editMany(ledger: Ledger, ids: readonly string[], edit: BulkEdit): Promise<BulkDone> {
  return changeMany(ledger, ids, () => ({ fields: edit, kind: 'edited', reason: '' }))
}

/** Moves many issues along their lives; those that may not take this step stay as they are and are named. */
export function setStatusOfMany(ledger: Ledger, ids: readonly string[], status: Status, reason: string): Promise<BulkDone> {
  const today = dayInShanghai(ledger.now().toISOString())
  return changeMany(ledger, ids, (issue) => (mayBecome(issue.status, status) ? { fields: { status, fixedOn: fixedOnAfter(issue, status, today) }, kind: 'status', reason } : null))
}

/** Deletes many issues: tombstones, which can be undone. */
export function deleteMany(ledger: Ledger, ids: readonly string[]): Promise<BulkDone> {
  const deletedAt = ledger.now().toISOString()
  return changeMany(ledger, ids, () => ({ fields: { deletedAt }, kind: 'deleted', reason: '' }))
}

/**
 * Takes steps back, as steps of their own in the history. An issue that somebody changed further in one of these fields stays as it is
 * and is among `refused`.
 */
export function undoMany(ledger: Ledger, steps: readonly BulkStep[]): Promise<BulkDone> {
  const wanted = new Map(steps.map(({ id, changes }) => [id, changes]))
  return changeMany(
    ledger,
    steps.map(({ id }) => id),
    (issue) => {
      const changes = Object.entries(wanted.get(issue.id)!)
      if (!changes.every(([field, [, after]]) => same(issue[field as keyof Issue], after))) return null
      return { fields: Object.fromEntries(changes.map(([field, [before]]) => [field, before])), kind: 'undone', reason: '' }
    },
    true,
  )
}

/**
 * Changes many issues and writes a line into the history of each, in one transaction: all or none.
 * @param change null for an issue that may not be changed
 * @param deletedToo tombstones, too, are changed
 */
export async function changeMany(
  { db, now, newId, reader }: Ledger,
  ids: readonly string[],
  change: (issue: Issue) => Change | null,
  deletedToo = false,
): Promise<BulkDone> {
  const at = now().toISOString()
  const by = await reader()
  return db.transaction('rw', db.issues, db.events, async () => {
    const done: BulkDone = { steps: [], refused: [] }
    const changed: Issue[] = []
    const events: IssueEvent[] = []
    for (const issue of await db.issues.bulkGet([...ids])) {
      if (!issue || (issue.deletedAt !== null && !deletedToo)) continue
      const wanted = change(issue)
      if (!wanted) {
        done.refused.push({ id: issue.id, number: issue.number, status: issue.status })
        continue
      }
      const changes = changesOf(issue, wanted.fields)
      if (Object.keys(changes).length === 0) continue
      changed.push({ ...issue, ...wanted.fields, updatedAt: at })
      events.push({ id: newId(), issueId: issue.id, at, by, kind: wanted.kind, changes, reason: wanted.reason })
      done.steps.push({ id: issue.id, changes })
    }
    await db.issues.bulkPut(changed)
    await db.events.bulkAdd(events)
    return done
  })
}

function changesOf(issue: Issue, wanted: Partial<Issue>): IssueEvent['changes'] {
  const changes: IssueEvent['changes'] = {}
  for (const [field, value] of Object.entries(wanted)) {
    const before = issue[field as keyof Issue]
    if (!same(before, value)) changes[field] = [before, value]
  }
  return changes
}

/** Fields are plain data: equal when they are written the same. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}
