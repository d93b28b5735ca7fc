import type { IssueRows } from '../../../utils/types/issue-list.ts'

/** Which line the keys act on, and which issues are ticked. */
export interface Chosen {
  /** Key of the line under the keys. */
  current: string | null
  /** Key of the line that a range begins at. */
  anchor: string | null
  /** Ids of the ticked issues. */
  ids: ReadonlySet<string>
}

export const NOTHING_CHOSEN: Chosen = { current: null, anchor: null, ids: new Set() }

/** The keys go to a line; ticks stay. */
export function movedTo(chosen: Chosen, key: string | null): Chosen {
  return { ...chosen, current: key, anchor: key }
}

/** Everything from the anchor to a line is ticked, beside what was ticked before. */
export function extendedTo(rows: IssueRows, chosen: Chosen, line: number): Chosen {
  const key = rows.keyAt(line)
  if (key === null) return chosen
  const from = chosen.anchor === null ? line : rows.lineOf(chosen.anchor)
  const [first, last] = from < 0 ? [line, line] : from < line ? [from, line] : [line, from]
  const ids = new Set(chosen.ids)
  for (let at = first; at <= last; at++) if (!rows.groupAt(at)) for (const id of rows.idsUnder(at)) ids.add(id)
  return { current: key, anchor: chosen.anchor ?? key, ids }
}

/** Ticks a line, or takes the tick away; a head does so for its whole group. */
export function toggled(rows: IssueRows, chosen: Chosen, line: number): Chosen {
  const key = rows.keyAt(line)
  if (key === null) return chosen
  const under = rows.idsUnder(line)
  const ids = new Set(chosen.ids)
  const all = under.every((id) => ids.has(id))
  for (const id of under) {
    if (all) ids.delete(id)
    else ids.add(id)
  }
  return { current: key, anchor: key, ids }
}

export function everything(rows: IssueRows, chosen: Chosen): Chosen {
  return { ...chosen, ids: new Set(rows.ids()) }
}

/** Only what is still shown stays ticked: nobody changes what cannot be seen. */
export function shownOnly(rows: IssueRows, chosen: Chosen): Chosen {
  if (chosen.ids.size === 0) return chosen
  const shown = new Set(rows.ids())
  const ids = [...chosen.ids].filter((id) => shown.has(id))
  return ids.length === chosen.ids.size ? chosen : { ...chosen, ids: new Set(ids) }
}
