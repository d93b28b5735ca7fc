import type { CellStamp, Sibling, Stamp } from '../types/team.ts'
import { plain, sameValue } from '../ledger/sharing/cells.ts'
import { cellStamp, knows, pastOf, siblingsOf, timeOf } from '../ledger/sharing/cell-stamp.ts'

/** A cell as one side has it. */
export interface CellSide {
  stamp: CellStamp
  value: unknown
  /** When that side's row was made. */
  base: Stamp
}

/** A cell as it is once both sides know of each other. */
export interface MergedCell {
  stamp: CellStamp
  value: unknown
  /** What lost against a value that was set without knowing of it. */
  lost: Sibling[]
}

/**
 * Merges two states of one cell. The later value stands. One that was set elsewhere without knowing of it is lost and named, so that
 * it can be kept in the history; where a person is to be asked (`asks`), it also waits beside the other.
 * Order and repetition make no difference: what stands is the latest of all, what waits is what nobody had seen.
 * @param asks what two values are compared by where a person is to be asked; null where nobody is
 * @param base when the merged row was made
 */
export function mergeCell(a: CellSide, b: CellSide, asks: ((value: unknown) => unknown) | null, base: Stamp): MergedCell {
  const [mine, theirs] = [entriesOf(a), entriesOf(b)]
  const kept = new Map<Stamp, Sibling>()
  for (const [own, other, entries] of [[mine, b, theirs], [theirs, a, mine]] as const) {
    for (const entry of own) {
      const twin = entries.find(({ t }) => t === entry.t)
      if (!twin && knows(other.stamp, entry.t, other.base)) continue
      // one stamp, two values: a copied profile, or a value that has no stamp of its own
      const best = twin && greater(twin.v, entry.v) ? twin : entry
      kept.set(entry.t, best)
    }
  }
  const entries = [...kept.values()].sort((one, other) => (one.t < other.t ? 1 : -1))
  const top = entries[0]!
  const waiting = asks ? entries.filter((entry, at) => entries.findIndex(({ v }) => sameValue(asks(v) ?? null, asks(entry.v) ?? null)) === at).slice(1) : []
  const known = [...mine, ...theirs].map(({ t }) => t).concat(pastOf(a.stamp), pastOf(b.stamp))
  const waited = new Set([...siblingsOf(a.stamp), ...siblingsOf(b.stamp)].map(({ t }) => t))
  const lost = entries.slice(1).filter(({ t, v }) => !waited.has(t) && !sameValue(v ?? null, top.v ?? null))
  return { stamp: cellStamp(top.t, known, waiting, base), value: top.v, lost }
}

function entriesOf({ stamp, value }: CellSide): Sibling[] {
  return [{ t: timeOf(stamp), v: value }, ...siblingsOf(stamp)]
}

/** An order of values that every ledger finds the same. */
function greater(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a > b
  return plain(a) > plain(b)
}
