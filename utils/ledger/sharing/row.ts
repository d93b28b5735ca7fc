import { type Row, type SharedKind } from './kinds.ts'
import { rulesOf, WHOLE, type Cells } from './cells.ts'
import type { CellRule, ListRule } from './rules.ts'

/**
 * The row that cells make, over the row that stands: fields that do not travel stay as they are there.
 * Cells that no rule knows are left out; the caller keeps them.
 * @param orderOf when a member of a list was added: new ones stand in this order
 */
export function rowOfCells(shared: SharedKind, key: string, cells: Cells, standing: Row | undefined, orderOf: (cell: string) => string): Row {
  if (shared.whole) return { [shared.key]: key, ...(cells[WHOLE] as Row) }
  if (shared.once) return { [shared.key]: key, ...cells }
  const row: Row = { ...standing, [shared.key]: key }
  const groups = membersOf(cells)
  for (const rule of rulesOf(shared, key) ?? []) {
    if (rule.rule === 'list') row[rule.field] = listOf(rule, groups, (standing?.[rule.field] as object[] | undefined) ?? [], orderOf)
    else if (rule.rule === 'map') {
      const values = groups.get(rule.field)
      row[rule.field] = values ? Object.fromEntries(values.map(([name, value]) => [name, value])) : rule.field === 'reply' ? null : {}
    } else {
      const [first = ''] = rule.fields
      const value = cells[first]
      if (rule.fields.length > 1) Object.assign(row, pick((value ?? {}) as Row, rule.fields))
      else if (value === undefined && rule.optional) delete row[first]
      else row[first] = value ?? null
    }
  }
  return shared.derived ? Object.assign(row, shared.derived(row, standing)) : row
}

/** Names of the cells that the rules of this version read. */
export function isKnownCell(shared: SharedKind, key: string, cell: string): boolean {
  if (shared.whole) return cell === WHOLE
  if (shared.once) return true
  const { whole, heads } = namesIn(rulesOf(shared, key) ?? NO_RULES)
  const slash = cell.indexOf('/')
  return whole.has(cell) || heads.has(slash < 0 ? cell : cell.slice(0, slash))
}

const NO_RULES: readonly CellRule[] = []

/** Cells by name, and fields whose members are cells. */
interface Names {
  whole: ReadonlySet<string>
  heads: ReadonlySet<string>
}

const known = new WeakMap<readonly CellRule[], Names>()

/** Asked for every cell of every document of a ledger that is filled: worked out once a kind. */
function namesIn(rules: readonly CellRule[]): Names {
  const standing = known.get(rules)
  if (standing) return standing
  const names = {
    whole: new Set(rules.flatMap((rule) => (rule.rule === 'list' || rule.rule === 'map' ? [] : [rule.fields[0] ?? '']))),
    heads: new Set(rules.flatMap((rule) => (rule.rule === 'list' ? [rule.field, ...(rule.inner ? [rule.inner.field] : [])] : rule.rule === 'map' ? [rule.field] : []))),
  }
  known.set(rules, names)
  return names
}

function pick(value: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, value[field] ?? null]))
}

/** Members by their field: the rest of the cell's name, and what it holds. */
function membersOf(cells: Cells): Map<string, [string, unknown][]> {
  const groups = new Map<string, [string, unknown][]>()
  for (const [cell, value] of Object.entries(cells)) {
    const at = cell.indexOf('/')
    if (at < 0 || value === undefined) continue
    const field = cell.slice(0, at)
    const known = groups.get(field)
    if (known) known.push([cell.slice(at + 1), value])
    else groups.set(field, [[cell.slice(at + 1), value]])
  }
  return groups
}

function listOf(rule: ListRule, groups: ReadonlyMap<string, [string, unknown][]>, standing: readonly object[], orderOf: (cell: string) => string): unknown[] {
  const { field, by, inner, order } = rule
  const members = groups.get(field) ?? []
  const place = new Map(standing.map((member, at) => [by(member as never), at]))
  // a list in which nothing was added or taken out stays as it stands; any other is ordered as every ledger orders it
  const same = place.size === members.length && members.every(([name]) => place.has(name))
  const rank = ([name, value]: [string, unknown]) =>
    order ? order(value as never) : same ? String(place.get(name)).padStart(9, '0') : `${orderOf(`${field}/${name}`)}${name}`
  const sorted = members.map((member) => [rank(member), member] as const).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  const drawn = inner ? (groups.get(inner.field) ?? []) : []
  return sorted.map(([, [name, value]]) => {
    if (value === true) return name
    if (!inner) return value
    const mine = drawn.filter(([cell]) => cell.startsWith(`${inner.owner(value as never)}/`))
    const ordered = mine.sort(([a], [b]) => (rankOf(a) < rankOf(b) ? -1 : 1)).map(([, one]) => one)
    return ordered.length > 0 ? { ...(value as Row), [inner.field]: ordered } : value
  })

  function rankOf(cell: string): string {
    return `${orderOf(`${inner!.field}/${cell}`)} ${cell}`
  }
}
