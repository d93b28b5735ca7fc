import { hostOf } from '../../address.ts'
import type { Drawing } from '../../types/drawing.ts'
import type { EvidenceLook } from '../../types/evidence.ts'
import type { ShotRef } from '../../types/issue.ts'
import type { DocKind } from '../../types/team.ts'
import type { TableName } from '../schema.ts'
import { each, later, map, most, optional, person, texts, type CellRule } from './rules.ts'

export type Row = Record<string, unknown>

/** How the rows of one table travel. */
export interface SharedKind {
  kind: DocKind
  table: TableName
  /** Field that names a row. */
  key: string
  /** What is merged as one; for settings by the row's name (`office-settings.ts`). */
  rules: readonly CellRule[]
  /** Written once and never changed: two of one key are the same. */
  once?: true
  /** The whole row is one cell: a reading's figures belong together. */
  whole?: true
  /** `local`: what is removed here (archived, thinned) was only put away, and stays with others. */
  removal: 'told' | 'local'
  /** Field of the instant to which an old row, made before anything was shared, is dated; none: the device's `floor`. */
  time?: string
  /** Fields that each ledger works out by itself, from the row that cells made and the one that stands. */
  derived?: (row: Row, standing: Row | undefined) => Row
}

const issueRules: CellRule[] = [
  person('status', 'fixedOn'),
  person('unitId', 'unitName'),
  person('severity'),
  later('check', 'indicator'),
  ...each(
    'number', 'siteName', 'siteIdCode', 'columnName', 'pageTitle', 'url', 'parentUrl', 'onHome', 'publishedOn', 'description', 'quote', 'context', 'suggestion', 'basis',
    'anchor', 'foundAt', 'foundBy', 'deadline', 'note', 'recheck', 'deletedAt',
  ),
  optional('mark'),
  map('reply'),
  {
    rule: 'list', field: 'shots', by: ({ hash, takenAt }: ShotRef) => `${hash} ${takenAt}`, order: ({ takenAt, hash }: ShotRef) => `${takenAt} ${hash}`,
    inner: { field: 'drawings', owner: ({ hash }: ShotRef) => hash },
  },
  most('rebounds'),
  most('updatedAt'),
]

/** The fingerprint cannot be reckoned in a moment: whoever stores the row sees to it (`team/fingerprints.ts`). */
function derivedOfIssue({ url }: Row, standing: Row | undefined): Row {
  const host = standing && standing['url'] === url ? standing['host'] : hostOf(String(url))
  return { host, fingerprint: standing?.['fingerprint'] ?? '', duplicateOf: standing?.['duplicateOf'] ?? null }
}

/** Everything that is shared: one line a table. What is not here is a cache, a state of the interface, or one person's own. */
export const SHARED: readonly SharedKind[] = [
  { kind: 'issue', table: 'issues', key: 'id', rules: issueRules, removal: 'local', time: 'updatedAt', derived: derivedOfIssue },
  { kind: 'event', table: 'events', key: 'id', rules: [], once: true, removal: 'local', time: 'at' },
  { kind: 'shot', table: 'shots', key: 'hash', rules: [], once: true, removal: 'local' },
  { kind: 'page', table: 'savedPages', key: 'hash', rules: [], once: true, removal: 'local' },
  { kind: 'burnt', table: 'burnt', key: 'hash', rules: [], once: true, removal: 'local', time: 'at' },
  {
    kind: 'evidence', table: 'evidence', key: 'issueId', removal: 'local',
    rules: [
      { rule: 'list', field: 'looks', by: ({ at, shot }: EvidenceLook) => `${at} ${shot ?? ''}`, order: ({ at }: EvidenceLook) => at },
      { rule: 'list', field: 'pages', by: ({ hash }: { hash: string }) => hash, order: ({ at, hash }: { at: string; hash: string }) => `${at} ${hash}` },
    ],
  },
  { kind: 'unit', table: 'units', key: 'id', rules: [later('name'), texts('aliases')], removal: 'told' },
  { kind: 'site', table: 'sites', key: 'id', rules: each('name', 'prefix', 'siteIdCode', 'unitId'), removal: 'told' },
  { kind: 'column', table: 'columns', key: 'id', rules: each('name', 'prefix', 'unitId', 'class', 'deadlineDays', 'exemption'), removal: 'told' },
  { kind: 'account', table: 'accounts', key: 'id', rules: [...each('platform', 'name', 'owner', 'unitId', 'deadlineDays', 'lastUpdate', 'status', 'note'), later('url', 'address')], removal: 'told' },
  { kind: 'round', table: 'rounds', key: 'id', rules: [...each('kind', 'name', 'closedAt'), later('from', 'to')], removal: 'told' },
  { kind: 'selfcheck', table: 'selfChecks', key: 'id', rules: [...each('site', 'from', 'to'), map('ticks'), most('updatedAt')], removal: 'told', time: 'updatedAt' },
  { kind: 'reading', table: 'readings', key: 'id', rules: [], whole: true, removal: 'local', time: 'readAt' },
  { kind: 'visit', table: 'visits', key: 'id', rules: [], whole: true, removal: 'local', time: 'endedAt' },
  { kind: 'dutynote', table: 'dutyNotes', key: 'day', rules: [later('note')], removal: 'told' },
  { kind: 'ignore', table: 'ignores', key: 'id', rules: each('kind', 'scope', 'check', 'evidence', 'where', 'at'), removal: 'told', time: 'at' },
  { kind: 'word', table: 'ownWords', key: 'id', rules: each('wrong', 'right', 'severity', 'note'), removal: 'told' },
  { kind: 'setting', table: 'settings', key: 'name', rules: [], removal: 'told' },
]

const byTable = new Map<string, SharedKind>(SHARED.map((one) => [one.table, one]))
const byKind = new Map<string, SharedKind>(SHARED.map((one) => [one.kind, one]))

export function sharedTable(table: string): SharedKind | undefined {
  return byTable.get(table)
}

export function sharedKind(kind: string): SharedKind | undefined {
  return byKind.get(kind)
}

/** Kind and key of a document's id. */
export function partsOfId(id: string): { kind: string; key: string } {
  const at = id.indexOf(':')
  return { kind: id.slice(0, at), key: id.slice(at + 1) }
}

/** Name of the cell that a rule's fields make; members of lists and maps stand behind it. */
export function cellOf(rule: CellRule): string {
  return rule.rule === 'list' || rule.rule === 'map' ? rule.field : (rule.fields[0] ?? '')
}

/** A drawing has no name but itself. */
export function drawingName(drawing: Drawing): string {
  return JSON.stringify(drawing)
}
