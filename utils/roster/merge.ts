import type { Column, Roster, Site, Unit } from '../types/roster.ts'
import { prefixOf } from './address.ts'
import { classOfName } from './column-class.ts'
import { keyOfColumn } from './draft-columns.ts'
import type { DraftColumn, DraftSite, RosterDraft } from './draft.ts'
import { mergeUnits } from './merge-units.ts'
import { foldName } from './name.ts'
import type { RowProblem } from './row.ts'

/** One row of the roster that the file changes: field → [before, after]. */
export interface RosterChange {
  kind: 'unit' | 'site' | 'column'
  id: string
  name: string
  fields: Record<string, [unknown, unknown]>
}

export interface Merged {
  /** The whole roster after the import. */
  roster: Roster
  /** Only what was added or changed: what has to be stored. */
  put: Roster
  added: Roster
  changed: RosterChange[]
  /** Rows of the file that the roster already has as they are. */
  unchanged: { units: number; sites: number; columns: number }
  problems: RowProblem[]
}

/**
 * Takes a file into a roster: units are known by name or alias, sites and columns by address. What the file leaves
 * empty stays as it is, and nothing is removed. Pure: neither argument is changed; `newId` makes ULIDs.
 */
export function mergeRoster(draft: RosterDraft, roster: Roster, newId: () => string): Merged {
  const problems: RowProblem[] = []
  const { units, idOf } = mergeUnits(draft.units, roster.units, newId, (line, problem, params) =>
    problems.push({ line, says: { key: `roster.problem.${problem}`, params: { line, ...params } } }),
  )
  const sites = mergeSites(draft.sites, roster.sites, newId, idOf)
  const roots = new Set([...sites.values()].map(({ after }) => rootOf(after)))
  const columns = mergeColumns(draft.columns, roster.columns, newId, idOf, roots)
  const steps = { units: [...units], sites: [...sites.values()], columns: [...columns.values()] }
  const pick = (keep: (step: Step<unknown>) => boolean): Roster => ({
    units: steps.units.filter(keep).map(({ after }) => after),
    sites: steps.sites.filter(keep).map(({ after }) => after),
    columns: steps.columns.filter(keep).map(({ after }) => after),
  })
  const count = (of: Step<unknown>[]) => of.filter((step) => step.touched && step.before && !changes(step)).length
  return {
    roster: pick(() => true),
    put: pick((step) => !step.before || changes(step) !== null),
    added: pick((step) => !step.before),
    changed: [...changed('unit', steps.units), ...changed('site', steps.sites), ...changed('column', steps.columns)],
    unchanged: { units: count(steps.units), sites: count(steps.sites), columns: count(steps.columns) },
    problems,
  }
}

/** A row before and after; `before` null: new; `touched`: the file names it. */
export interface Step<T> {
  before: T | null
  after: T
  touched: boolean
}

type IdOf = (unitName: string | null) => string | null

function mergeSites(drafts: DraftSite[], sites: readonly Site[], newId: () => string, idOf: IdOf): Map<string, Step<Site>> {
  const steps = new Map<string, Step<Site>>(sites.map((site) => [rootOf(site), { before: site, after: site, touched: false }]))
  for (const { name, prefix, siteIdCode, unitName } of drafts) {
    const before = steps.get(prefix)?.before ?? null
    const nameless = name === prefix.replace(/\/$/, '')
    const after: Site = {
      id: before?.id ?? newId(),
      name: before && nameless ? before.name : name,
      prefix,
      siteIdCode: siteIdCode ?? before?.siteIdCode ?? null,
      unitId: idOf(unitName) ?? before?.unitId ?? null,
    }
    steps.set(prefix, { before, after, touched: true })
  }
  return steps
}

function mergeColumns(drafts: DraftColumn[], columns: readonly Column[], newId: () => string, idOf: IdOf, roots: Set<string>): Map<string, Step<Column>> {
  const keyOf = (column: { name: string; prefix: string }) => keyOfColumn({ name: column.name, prefix: rootOf(column) }, roots)
  const steps = new Map<string, Step<Column>>(columns.map((column) => [keyOf(column), { before: column, after: column, touched: false }]))
  for (const draft of drafts) {
    const key = steps.has(keyOf(draft)) ? keyOf(draft) : (addressless(draft, steps, idOf, roots) ?? keyOf(draft))
    const before = steps.get(key)?.before ?? null
    const after: Column = {
      id: before?.id ?? newId(),
      name: draft.name,
      prefix: draft.prefix,
      unitId: idOf(draft.unitName) ?? before?.unitId ?? null,
      class: draft.class ?? before?.class ?? classOfName(draft.name),
      deadlineDays: draft.deadlineDays ?? before?.deadlineDays ?? null,
      exemption: draft.exemption ?? before?.exemption ?? null,
    }
    steps.delete(key)
    steps.set(keyOf(after), { before, after, touched: true })
  }
  return steps
}

/** A column that was known by its name alone and now gets its address. */
function addressless(draft: DraftColumn, steps: Map<string, Step<Column>>, idOf: IdOf, roots: Set<string>): string | null {
  for (const root of roots) {
    const key = `${root}\n${foldName(draft.name)}`
    const step = draft.prefix.startsWith(root) ? steps.get(key) : undefined
    if (step && !step.touched && step.after.unitId === idOf(draft.unitName)) return key
  }
  return null
}

function rootOf({ prefix }: { prefix: string }): string {
  return prefixOf(prefix) ?? prefix
}

function changed(kind: RosterChange['kind'], steps: Step<Unit | Site | Column>[]): RosterChange[] {
  return steps.flatMap((step) => {
    const fields = changes(step)
    return fields && step.before ? [{ kind, id: step.after.id, name: step.after.name, fields }] : []
  })
}

/** What differs between before and after; null for a new row and where nothing does. */
function changes({ before, after }: Step<unknown>): Record<string, [unknown, unknown]> | null {
  if (!before || before === after) return null
  const old = before as Record<string, unknown>
  const fields = Object.entries(after as object).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]))
  return fields.length ? Object.fromEntries(fields.map(([field, value]) => [field, [old[field], value]])) : null
}
