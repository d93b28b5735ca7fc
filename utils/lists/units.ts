import type { Issue } from '../types/issue.ts'
import { inOrder } from './csv/columns.ts'
import { uniqueName } from './file-name.ts'
import { WORDS } from './words.ts'

/** What one unit is handed. */
export interface UnitShare {
  /** The roster's id, else the name; '' for issues without a unit. */
  key: string
  /** As in its newest issue; '' for issues without a unit. */
  unitName: string
  /** Name of its folder, safe everywhere and different from the others. */
  folder: string
  issues: Issue[]
}

/** 误报 and 无需整改 stay in the office's own lists and are not sent to units; deleted issues go nowhere. */
export function isSent(issue: Issue): boolean {
  return !issue.deletedAt && issue.status !== 'false-alarm' && issue.status !== 'no-action'
}

/**
 * The issues that are sent, shared out by unit: by the roster's id, else by name, so that a unit which was renamed
 * between two issues still gets one list. Units in the order of their names, those without a unit last.
 */
export function sharesOf(issues: readonly Issue[]): UnitShare[] {
  const sent = inOrder(issues.filter(isSent))
  const idOfName = new Map(sent.flatMap((issue) => (issue.unitId ? [[issue.unitName, issue.unitId]] : [])))
  const groups = new Map<string, Issue[]>()
  for (const issue of sent) {
    const key = issue.unitId ?? idOfName.get(issue.unitName) ?? issue.unitName
    const group = groups.get(key)
    if (group) group.push(issue)
    else groups.set(key, [issue])
  }
  const named = [...groups].map(([key, group]) => ({ key, unitName: newestName(group), issues: group }))
  named.sort((a, b) => Number(!a.unitName) - Number(!b.unitName) || compare(a.unitName, b.unitName))
  const taken = new Set<string>()
  // Taken first, so that a unit that is really called so does not get the folder of those without one.
  const noUnit = uniqueName(WORDS['no-unit'], taken)
  return named.map(({ key, unitName, issues }) => ({ key, unitName, issues, folder: unitName ? uniqueName(unitName, taken) : noUnit }))
}

function newestName(issues: Issue[]): string {
  return issues.reduce((newest, issue) => (Date.parse(issue.foundAt) > Date.parse(newest.foundAt) ? issue : newest)).unitName
}

/** By code unit, not by the PC's language: the same order everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
