import { hostOf } from '../address.ts'
import { PlainError } from '../errors.ts'
import { dayInShanghai } from '../lists/week.ts'
import type { Issue, IssueEvent, Reply, ShotRef, Status } from '../types/issue.ts'
import { conflictsOf, EditConflict } from './edit-conflict.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Ledger } from './ledger.ts'
import { fixedOnAfter, mayBecome } from './transitions.ts'

/** Fields that a person may edit after recording. Of the unit's answer, too, only what is named is written. */
export type Edit = Partial<
  Pick<
    Issue,
    | 'severity' | 'check' | 'indicator' | 'unitId' | 'unitName' | 'siteName' | 'siteIdCode' | 'columnName' | 'pageTitle' | 'url' | 'parentUrl'
    | 'onHome' | 'description' | 'quote' | 'context' | 'suggestion' | 'basis' | 'deadline' | 'note' | 'publishedOn' | 'foundBy'
  >
> & { reply?: Partial<Reply> }

const NO_REPLY: Reply = { measures: '', state: null, fixedOn: null, person: '' }

/**
 * Edits fields and nothing beside them, so that two windows with one issue undo nothing of each other; what changed goes into the history.
 * @param base what the person saw when beginning. A field that was changed elsewhere since is not overwritten unseen.
 * @throws PlainError when the issue is gone, EditConflict
 */
export function editIssue(ledger: Ledger, id: string, edit: Edit, base?: Issue): Promise<Issue> {
  return change(ledger, id, 'edited', '', (issue) => {
    const conflicts = base ? conflictsOf(edit, base, issue) : []
    if (conflicts.length > 0) throw new EditConflict(conflicts)
    const { reply, ...fields } = edit
    return {
      ...fields,
      ...(fields.url === undefined ? {} : { host: hostOf(fields.url) }),
      ...(reply === undefined ? {} : { reply: { ...NO_REPLY, ...issue.reply, ...reply } }),
    }
  })
}

/** Adds a line to 备注, whatever stands there by now. */
export function addNote(ledger: Ledger, id: string, text: string): Promise<Issue> {
  return change(ledger, id, 'edited', '', ({ note }) => ({ note: note ? `${note}\n${text}` : text }))
}

/** Moves an issue along its life. @throws PlainError for a step that is not allowed. */
export function setStatus(ledger: Ledger, id: string, status: Status, reason: string): Promise<Issue> {
  const today = dayInShanghai(ledger.now().toISOString())
  return change(ledger, id, 'status', reason, (issue) => {
    if (!mayBecome(issue.status, status)) {
      throw new PlainError({ key: 'app.error.bad-step', params: { from: issue.status, to: status } })
    }
    return { status, fixedOn: fixedOnAfter(issue, status, today) }
  })
}

/** 回收: what a unit wrote into its list; a report of 已整改 moves the issue along where that step is allowed. */
export function takeReply(ledger: Ledger, id: string, reply: Reply, to: Status | null): Promise<Issue> {
  return change(ledger, id, 'reply', '', (issue) => ({
    reply,
    ...(to !== null && mayBecome(issue.status, to) ? { status: to, fixedOn: reply.fixedOn ?? dayInShanghai(ledger.now().toISOString()) } : {}),
  }))
}

/** Changes what an issue says of its pictures: marks, order, words, which there are. @throws PlainError when the issue is gone, and what `edit` throws */
export function editShots(ledger: Ledger, id: string, kind: 'shot-edited' | 'shot-removed', edit: (shots: readonly ShotRef[]) => ShotRef[]): Promise<Issue> {
  return change(ledger, id, kind, '', ({ shots }) => ({ shots: edit(shots) }))
}

/** Deletes: a tombstone that leaves lists and counts, and can be undone. */
export function deleteIssue(ledger: Ledger, id: string): Promise<Issue> {
  return change(ledger, id, 'deleted', '', () => ({ deletedAt: ledger.now().toISOString() }))
}

/** Takes a deletion back. */
export function restoreIssue(ledger: Ledger, id: string): Promise<Issue> {
  return change(ledger, id, 'restored', '', () => ({ deletedAt: null }))
}

/**
 * Takes one step of an issue's history back, as a step of its own: the history only grows. Fields that were changed again
 * since stay as they are. @throws PlainError when the issue or the step is gone
 */
export async function undoEvent(ledger: Ledger, eventId: string): Promise<Issue> {
  const event = await ledger.db.events.get(eventId)
  if (!event) throw new PlainError({ key: 'app.error.issue-gone' })
  return change(ledger, event.issueId, 'undone', '', (issue) =>
    Object.fromEntries(Object.entries(event.changes).flatMap(([field, [before, after]]) => (same(issue[field as keyof Issue], after) ? [[field, before]] : []))),
  )
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
      const old = issue[field as keyof Issue] ?? null
      if (!same(old, value ?? null)) changes[field] = [old, value ?? null]
    }
    if (Object.keys(changes).length === 0) return issue
    const changed: Issue = { ...issue, ...wanted, fingerprint, updatedAt: at }
    await db.issues.put(changed)
    await db.events.add({ id: newId(), issueId: id, at, by, kind, changes, reason })
    return changed
  })
}

/** Values of fields are plain data: equal when they are written the same. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
}

async function found(looked: PromiseLike<Issue | undefined>): Promise<Issue> {
  const issue = await looked
  if (!issue) throw new PlainError({ key: 'app.error.issue-gone' })
  return issue
}
