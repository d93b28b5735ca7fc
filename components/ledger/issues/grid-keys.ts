import type { IssueRows } from '../../../utils/types/issue-list.ts'
import { everything, extendedTo, movedTo, toggled, type Chosen } from './selection.ts'

/** The row that a key leads to, or null where the key leads nowhere. */
export function rowAfterKey(key: string, current: number, total: number, page: number): number | null {
  if (total === 0) return null
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total }
  const step = steps[key]
  if (step === undefined) return null
  if (current < 0) return key === 'End' ? total - 1 : 0
  return Math.max(0, Math.min(total - 1, current + step))
}

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What is chosen after a key, or null where the key chooses nothing: arrows and pages move, with Shift they tick, Space ticks, Ctrl+A ticks all. */
export function chosenAfterKey(event: Key, rows: IssueRows, chosen: Chosen, page: number): Chosen | null {
  if (event.altKey) return null
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'a' ? everything(rows, chosen) : null
  const current = chosen.current === null ? -1 : rows.lineOf(chosen.current)
  if (event.key === ' ') return current < 0 ? null : event.shiftKey ? extendedTo(rows, chosen, current) : toggled(rows, chosen, current)
  if (event.key === 'Escape') return chosen.ids.size > 0 ? { ...chosen, ids: new Set() } : null
  const goal = rowAfterKey(event.key, current, rows.total, page)
  if (goal === null) return null
  if (!event.shiftKey) return movedTo(chosen, rows.keyAt(goal))
  // the first step of a range ticks where it begins, too
  return extendedTo(rows, current < 0 ? chosen : { ...chosen, anchor: chosen.anchor ?? chosen.current }, goal)
}
