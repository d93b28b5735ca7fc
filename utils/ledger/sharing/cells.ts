import type { OwnWord } from '../../types/own-word.ts'
import { drawingName, type Row, type SharedKind } from './kinds.ts'
import { officeRule } from './office-settings.ts'
import type { CellRule, ListRule } from './rules.ts'

/** What each cell of a row holds. */
export type Cells = Record<string, unknown>

/** The cell that is the whole row. */
export const WHOLE = '*'

/** Rules of one row; null where it does not travel. */
export function rulesOf({ kind, rules }: SharedKind, key: string): readonly CellRule[] | null {
  if (kind !== 'setting') return rules
  const rule = officeRule(key)
  return rule && [rule]
}

/**
 * The documents of a row and what their cells hold, by key: one, none for a setting of one's own, or one a word.
 * Fields that no rule names stay at home.
 */
export function partsOfRow(shared: SharedKind, row: Row): Map<string, Cells> {
  if (shared.kind === 'word') return new Map((row['words'] as OwnWord[]).map((word) => [word.id, cellsOf(shared, shared.rules, word as unknown as Row)]))
  const key = String(row[shared.key])
  const rules = rulesOf(shared, key)
  return rules ? new Map([[key, cellsOf(shared, rules, row)]]) : new Map()
}

function cellsOf(shared: SharedKind, rules: readonly CellRule[], row: Row): Cells {
  const { [shared.key]: _key, ...rest } = row
  if (shared.whole) return { [WHOLE]: rest }
  if (shared.once) return rest
  const cells: Cells = {}
  for (const rule of rules) {
    if (rule.rule === 'list') addMembers(cells, rule, (row[rule.field] as object[] | undefined) ?? [])
    else if (rule.rule === 'map') for (const [name, value] of Object.entries((row[rule.field] as Row | null) ?? {})) cells[`${rule.field}/${name}`] = value
    else if (rule.fields.length === 1) put(cells, rule.fields[0]!, row[rule.fields[0]!], rule.optional)
    else cells[rule.fields[0]!] = Object.fromEntries(rule.fields.map((field) => [field, row[field] ?? null]))
  }
  return cells
}

function put(cells: Cells, name: string, value: unknown, optional: true | undefined): void {
  if (optional && value === undefined) return
  cells[name] = value ?? null
}

function addMembers(cells: Cells, { field, by, inner }: ListRule, members: readonly object[]): void {
  for (const member of members) {
    const name = `${field}/${by(member as never)}`
    if (typeof member !== 'object') cells[name] = true
    else if (!inner) cells[name] = member
    else {
      const { [inner.field]: mine, ...rest } = member as Row
      cells[name] = rest
      for (const one of (mine as never[] | undefined) ?? []) cells[`${inner.field}/${inner.owner(member as never)}/${drawingName(one)}`] = one
    }
  }
}

/** Whether two cells hold the same: plain data is the same when it is written the same, whatever the order of its fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && plain(a) === plain(b))
}

/** Plain data as text in which the same things are the same text. Nothing, too, is a text. */
export function plain(value: unknown): string {
  if (value === undefined) return ''
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`
  const fields = Object.keys(value).filter((name) => (value as Row)[name] !== undefined)
  return `{${fields.sort().map((name) => `${JSON.stringify(name)}:${plain((value as Row)[name])}`).join(',')}}`
}
