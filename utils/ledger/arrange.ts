import { STATUSES } from '../types/issue.ts'
import type { Grouping, GroupRow, IssueRows, ListView } from '../types/issue-list.ts'
import type { Day } from '../types/reading.ts'
import { CHINESE, unitNames } from './choices.ts'
import { listed, type Columns } from './columns.ts'
import { derivedOf, DUES, type Selection } from './select.ts'
import { sortRows } from './sort.ts'

/** Sorts what was selected, and puts it under heads where the view has them. Collapsed groups keep their head. */
export function arrange(columns: Columns, { rows }: Selection, { sort, group }: ListView, today: Day, collapsed: ReadonlySet<string>): IssueRows {
  const sorted = sortRows(columns, rows, sort)
  const idsOf = (members: ArrayLike<number>) => Array.from(members, (row) => columns.digests[row]!.id)
  if (!group) {
    const ids = idsOf(sorted)
    return linesOf(columns, ids, ids, new Map())
  }
  const heads = new Map<string, { head: GroupRow; ids: string[] }>()
  const keys: string[] = []
  const { due } = derivedOf(columns, today)
  for (const { key, name, members } of groupsOf(columns, sorted, group)) {
    const overdue = members.reduce((sum, row) => sum + (DUES[due[row]!] === 'overdue' ? 1 : 0), 0)
    const ids = idsOf(members)
    heads.set(GROUP + key, { head: { key, name, count: members.length, overdue, collapsed: collapsed.has(key) }, ids })
    keys.push(GROUP + key)
    if (!collapsed.has(key)) for (const id of ids) keys.push(id)
  }
  return linesOf(columns, keys, [...heads.values()].flatMap(({ ids }) => ids), heads)
}

/** What the key of a head begins with; no id has it. */
const GROUP = 'group:'

/** Rows move when the ledger changes, so lines hold ids: who still has them sees what stood before, with what each issue says now. */
function linesOf(columns: Columns, keys: readonly string[], ids: string[], heads: ReadonlyMap<string, { head: GroupRow; ids: string[] }>): IssueRows {
  let lines: Map<string, number> | null = null
  const keyAt = (line: number) => keys[line] ?? null
  return {
    total: keys.length,
    issues: ids.length,
    keyAt,
    issueAt: (line) => {
      const row = columns.place.get(keyAt(line) ?? '')
      return row === undefined ? null : listed(columns, row)
    },
    groupAt: (line) => heads.get(keyAt(line) ?? '')?.head ?? null,
    lineOf: (key) => {
      lines ??= new Map(keys.map((one, line) => [one, line]))
      return lines.get(key) ?? -1
    },
    idsUnder: (line) => {
      const key = keyAt(line)
      return key === null ? [] : (heads.get(key)?.ids ?? [key])
    },
    ids: () => ids,
  }
}

interface Group {
  key: string
  name: string
  members: number[]
}

function groupsOf(columns: Columns, rows: Int32Array, by: Grouping): Group[] {
  const groups = new Map<string, Group>()
  const names = by === 'unit' ? unitNames(columns) : null
  for (const row of rows) {
    const key = by === 'twin' ? firstOf(columns, row) : columns.words[by].list[columns.codes[by][row]!]!
    const group = groups.get(key)
    if (group) group.members.push(row)
    else groups.set(key, { key, name: names?.get(key) ?? (by === 'twin' ? String(numberOf(columns, key)) : key), members: [row] })
  }
  return [...groups.values()].sort(inOrderOf(by))
}

function inOrderOf(by: Grouping): (a: Group, b: Group) => number {
  if (by === 'week') return (a, b) => (a.key < b.key ? 1 : -1)
  if (by === 'status') return (a, b) => STATUSES.findIndex((one) => one === a.key) - STATUSES.findIndex((one) => one === b.key)
  if (by === 'kind') return (a, b) => b.members.length - a.members.length
  if (by === 'twin') return (a, b) => Number(b.name) - Number(a.name)
  // what belongs to nobody stands last
  return (a, b) => Number(a.key === '') - Number(b.key === '') || CHINESE.compare(a.name, b.name)
}

function firstOf(columns: Columns, row: number): string {
  const { id, duplicateOf } = columns.digests[row]!
  return duplicateOf !== null && columns.place.has(duplicateOf) ? duplicateOf : id
}

function numberOf(columns: Columns, id: string): number {
  return columns.digests[columns.place.get(id)!]!.number
}
