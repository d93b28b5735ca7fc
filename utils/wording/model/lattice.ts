import { LONGEST } from './format.ts'
import type { Model } from './load.ts'
import { lookUp } from './table.ts'
import { step } from './trie.ts'

/** A character in no word costs so much (18, in twelfths). */
export const UNKNOWN = 216

/**
 * The ways to read a run of characters as words. Edges are words (or unknown single characters) from one position to another;
 * all arrays are reused from run to run, so nothing is allocated in the loop.
 */
export interface Lattice {
  length: number
  edges: number
  from: Int32Array
  to: Int32Array
  /** Word id, −1 for a character that is no word. */
  word: Int32Array
  /** Penalty for replacing characters; 0 for what stands there. */
  extra: Int32Array
  /** Least cost of a reading up to and with the edge. */
  forward: Int32Array
  /** Edge before it on that reading, −1 at the start. */
  back: Int32Array
  /** Position → first edge that starts there, linked by `nextStart`; the same for ends. */
  startAt: Int32Array
  nextStart: Int32Array
  endAt: Int32Array
  nextEnd: Int32Array
}

/** A reading that costs so much more (11) than the best one up to a place is not carried on from there. */
export const BEAM = 132
export const MOST_EDGES = 1 << 15
/** Longer runs are read in pieces. */
export const MOST_LENGTH = 480

export function createLattice(): Lattice {
  const ints = (size: number): Int32Array => new Int32Array(size)
  return {
    length: 0, edges: 0, from: ints(MOST_EDGES), to: ints(MOST_EDGES), word: ints(MOST_EDGES), extra: ints(MOST_EDGES),
    forward: ints(MOST_EDGES), back: ints(MOST_EDGES), nextStart: ints(MOST_EDGES), nextEnd: ints(MOST_EDGES),
    startAt: ints(MOST_LENGTH + 2), endAt: ints(MOST_LENGTH + 2),
  }
}

export function reset(lattice: Lattice, length: number): void {
  lattice.length = length
  lattice.edges = 0
  lattice.startAt.fill(-1, 0, length + 1)
  lattice.endAt.fill(-1, 0, length + 1)
}

export function addEdge(lattice: Lattice, from: number, to: number, word: number, extra: number): void {
  const edge = lattice.edges
  if (edge === MOST_EDGES) return
  lattice.edges = edge + 1
  lattice.from[edge] = from
  lattice.to[edge] = to
  lattice.word[edge] = word
  lattice.extra[edge] = extra
  lattice.nextStart[edge] = lattice.startAt[from]!
  lattice.startAt[from] = edge
  lattice.nextEnd[edge] = lattice.endAt[to]!
  lattice.endAt[to] = edge
}

/** All words that stand in `chars` (dense ids, 0 unknown). A position without any gets an unknown character. */
export function addPlainEdges(lattice: Lattice, model: Model, chars: Uint16Array, length: number): void {
  const { wordAt } = model
  for (let i = 0; i < length; i++) {
    let node = 0
    let any = false
    for (let j = i; j < length && j < i + LONGEST; j++) {
      if (chars[j] === 0) break
      node = step(model, node, chars[j]!)
      if (node < 0) break
      const word = wordAt[node]!
      if (word < 0) continue
      addEdge(lattice, i, j + 1, word, 0)
      if (j === i) any = true
    }
    if (!any) addEdge(lattice, i, i + 1, -1, 0)
  }
}

/** Cost of `right` after `left`; −1 is an unknown word. */
export function pairCost(model: Model, left: number, right: number): number {
  if (right < 0) return UNKNOWN
  if (left < 0) return model.unigrams[right]!
  const seen = lookUp(model.pairs, left, right)
  if (seen >= 0) return seen
  return model.unigrams[right]! + model.backoff[left]!
}

/**
 * Fills `forward` and `back`; `before` and `after` are the words of the marks around the run (−1 where none is known).
 * Returns the best last edge; its whole cost is `forward` plus that of `after`.
 */
export function decode(lattice: Lattice, model: Model, before: number, after: number): { last: number; cost: number } {
  const { word, extra, forward, back, startAt, nextStart, endAt, nextEnd, length } = lattice
  for (let at = 0; at < length; at++) {
    let bound = 0x3fffffff
    for (let left = endAt[at]!; left >= 0; left = nextEnd[left]!) if (forward[left]! < bound) bound = forward[left]!
    bound += BEAM
    for (let edge = startAt[at]!; edge >= 0; edge = nextStart[edge]!) {
      const right = word[edge]!
      let best = bound + 0xffff
      let via = -1
      if (at === 0) best = pairCost(model, before, right)
      else {
        for (let left = endAt[at]!; left >= 0; left = nextEnd[left]!) {
          const sum = forward[left]!
          if (sum > bound || sum >= best) continue
          const cost = sum + pairCost(model, word[left]!, right)
          if (cost < best) {
            best = cost
            via = left
          }
        }
      }
      forward[edge] = best + extra[edge]!
      back[edge] = via
    }
  }
  let last = -1
  let cost = 0x3fffffff
  for (let edge = endAt[length]!; edge >= 0; edge = nextEnd[edge]!) {
    const whole = forward[edge]! + (after < 0 ? 0 : pairCost(model, word[edge]!, after))
    if (whole < cost) {
      cost = whole
      last = edge
    }
  }
  return { last, cost }
}
