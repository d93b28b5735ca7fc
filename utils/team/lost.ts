import type { IssueEvent } from '../types/issue.ts'
import type { DocId, Stamp } from '../types/team.ts'
import { wallOf } from '../ledger/sharing/clock.ts'
import { partsOfId, sharedKind, type Row } from '../ledger/sharing/kinds.ts'
import type { LostValue } from './merge-doc.ts'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A line of the history for a value that lost. Whoever merges writes the same one, with the same id, so that it stands once. */
export function lostEvent(doc: DocId, { cell, t, v }: LostValue): IssueEvent {
  const { kind, key } = partsOfId(doc)
  return { id: idOf(`${doc} ${cell} ${t}`, t), issueId: kind === 'issue' ? key : doc, at: instantOf(t), by: '', kind: 'merged-value', changes: changesOf(kind, cell, v), reason: '' }
}

/** A line of the history that says that an edit brought a deleted issue back. */
export function returnedEvent(doc: DocId, deleted: Stamp): IssueEvent {
  const { kind, key } = partsOfId(doc)
  return { id: idOf(`${doc} returned ${deleted}`, deleted), issueId: kind === 'issue' ? key : doc, at: instantOf(deleted), by: '', kind: 'returned', changes: {}, reason: '' }
}

function changesOf(kind: string, cell: string, value: unknown): IssueEvent['changes'] {
  const grouped = sharedKind(kind)?.rules.some((rule) => 'fields' in rule && rule.fields.length > 1 && rule.fields[0] === cell)
  const fields = grouped && value !== null && typeof value === 'object' ? Object.entries(value as Row) : [[cell, value] as const]
  return Object.fromEntries(fields.map(([field, one]) => [field, [one ?? null, null] as [unknown, unknown]]))
}

function instantOf(stamp: Stamp): string {
  return new Date(wallOf(stamp)).toISOString()
}

/** As a ULID: the time of the stamp, and what else there is to tell in place of chance. */
function idOf(text: string, stamp: Stamp): string {
  let time = wallOf(stamp)
  let head = ''
  for (let n = 0; n < 10; n++) {
    head = CROCKFORD[time % 32]! + head
    time = Math.floor(time / 32)
  }
  return head + [1, 2, 3].map((seed) => letters(hash(text, seed))).join('').slice(0, 16)
}

function letters(value: number): string {
  return Array.from({ length: 6 }, (_, n) => CROCKFORD[(value >>> (n * 5)) & 31]!).join('')
}

/** FNV-1a over UTF-16 units, mixed once more; three of them with different seeds tell lines of one history apart. */
function hash(text: string, seed: number): number {
  let value = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return (value ^ (value >>> 13)) >>> 0
}
