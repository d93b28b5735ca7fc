import type { Column, ColumnClass, Roster, Site, Unit } from '../types/roster.ts'
import type { RosterDraft } from './draft.ts'
import { mergeColumns, mergeSites } from './merge-places.ts'
import { changes, rootOf, type Step } from './merge-step.ts'
import { mergeUnits } from './merge-units.ts'
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
 * empty stays as it is, and nothing is removed. Pure: neither argument is changed. `newId` makes ULIDs;
 * `classOf` guesses the class of a new column by its name where the file says none.
 */
export function mergeRoster(draft: RosterDraft, roster: Roster, newId: () => string, classOf: (columnName: string) => ColumnClass): Merged {
  const problems: RowProblem[] = []
  const { units, idOf } = mergeUnits(draft.units, roster.units, newId, (line, problem, params) =>
    problems.push({ line, says: { key: `roster.problem.${problem}`, params: { line, ...params } }, leftOut: false }),
  )
  const sites = mergeSites(draft.sites, roster.sites, newId, idOf)
  const roots = new Set([...sites.values()].map(({ after }) => rootOf(after)))
  const columns = mergeColumns(draft.columns, roster.columns, { newId, idOf, classOf, roots })
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

function changed(kind: RosterChange['kind'], steps: Step<Unit | Site | Column>[]): RosterChange[] {
  return steps.flatMap((step) => {
    const fields = changes(step)
    return fields && step.before ? [{ kind, id: step.after.id, name: step.after.name, fields }] : []
  })
}
