import type { Column, ColumnClass, Site } from '../types/roster.ts'
import { addressParts, pathsUp } from './address.ts'
import { keyOfColumn } from './draft-columns.ts'
import type { DraftColumn, DraftSite } from './draft.ts'
import { rootOf, type Step } from './merge-step.ts'
import { foldName } from './name.ts'

/** What columns are made with: ids, units by name, the guess at a class, and the addresses of sites. */
interface Means {
  newId: () => string
  idOf: IdOf
  classOf: (columnName: string) => ColumnClass
  roots: ReadonlySet<string>
}

type IdOf = (unitName: string | null) => string | null

/** Sites by address. */
export function mergeSites(drafts: DraftSite[], sites: readonly Site[], newId: () => string, idOf: IdOf): Map<string, Step<Site>> {
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

/** Columns by address, or by name where they only have their site's. */
export function mergeColumns(drafts: DraftColumn[], columns: readonly Column[], means: Means): Map<string, Step<Column>> {
  const { newId, idOf, classOf, roots } = means
  const keyOf = (column: { name: string; prefix: string }) => keyOfColumn({ name: column.name, prefix: rootOf(column) }, roots)
  const steps = new Map<string, Step<Column>>(columns.map((column) => [keyOf(column), { before: column, after: column, touched: false }]))
  for (const draft of drafts) {
    const key = steps.has(keyOf(draft)) ? keyOf(draft) : (addressless(draft, steps, means) ?? keyOf(draft))
    const before = steps.get(key)?.before ?? null
    const after: Column = {
      id: before?.id ?? newId(),
      name: draft.name,
      prefix: draft.prefix,
      unitId: idOf(draft.unitName) ?? before?.unitId ?? null,
      class: draft.class ?? before?.class ?? classOf(draft.name),
      deadlineDays: draft.deadlineDays ?? before?.deadlineDays ?? null,
      exemption: draft.exemption ?? before?.exemption ?? null,
    }
    steps.delete(key)
    steps.set(keyOf(after), { before, after, touched: true })
  }
  return steps
}

/** A column that was known by its name alone and now gets its address. */
function addressless(draft: DraftColumn, steps: Map<string, Step<Column>>, { idOf, roots }: Means): string | null {
  const parts = addressParts(draft.prefix)
  for (const path of parts ? pathsUp(parts.path) : []) {
    const root = parts?.host + path
    const key = `${root}\n${foldName(draft.name)}`
    const step = roots.has(root) ? steps.get(key) : undefined
    if (step && !step.touched && (draft.unitName === null || step.after.unitId === idOf(draft.unitName))) return key
  }
  return null
}
