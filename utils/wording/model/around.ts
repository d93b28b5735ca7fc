import { LONGEST } from './format.ts'
import { BEAM, MOST_EDGES, MOST_LENGTH, pairCost, type Lattice } from './lattice.ts'
import type { Model } from './load.ts'
import { leftHint, mayHold, rightHint } from './table.ts'

/** What the rest of a run costs around a place where another word might stand. Costs in twelfths. */
export interface Around {
  /** Least cost up to a position, and behind it at best. */
  head: Int32Array
  tail: Int32Array
  /** To be called when the lattice was decoded; `before` and `after` are the words of the marks around the run. */
  measure: (before: number, after: number) => void
  /** Least cost of a reading through `word` from `from` to `to`; anything above `roof` where it is above. Quickest with the same `from` again. */
  through: (from: number, to: number, word: number, roof: number) => number
}

const HIGH = 0x3fffffff
/** A word that the model does not know costs at least so much where it stands. */
const UNKNOWN_AT_LEAST = 60

export function createAround(model: Model, lattice: Lattice): Around {
  const { forward, word: words, endAt, nextEnd, startAt, nextStart, to: ends } = lattice
  const { unigrams, backoff, least, pairs } = model
  const head = new Int32Array(MOST_LENGTH + 1)
  const tail = new Int32Array(MOST_LENGTH + 1)
  // Least cost behind an edge.
  const backward = new Int32Array(MOST_EDGES)
  let [first, last] = [-1, -1]

  const measure = (before: number, after: number): void => {
    const { length } = lattice
    ;[first, last] = [before, after]
    place = -1
    head[0] = 0
    for (let at = 1; at <= length; at++) {
      let best = HIGH
      for (let edge = endAt[at]!; edge >= 0; edge = nextEnd[edge]!) if (forward[edge]! < best) best = forward[edge]!
      head[at] = best
    }
    tail[length] = 0
    for (let at = length - 1; at >= 0; at--) {
      let best = HIGH
      for (let edge = startAt[at]!; edge >= 0; edge = nextStart[edge]!) {
        const left = words[edge]!
        let behind = HIGH
        if (ends[edge] === length) behind = after < 0 ? 0 : pairCost(model, left, after)
        else {
          for (let next = startAt[ends[edge]!]!; next >= 0; next = nextStart[next]!) {
            const cost = pairCost(model, left, words[next]!) + backward[next]!
            if (cost < behind) behind = cost
          }
        }
        backward[edge] = behind
        const whole = behind + (left < 0 ? UNKNOWN_AT_LEAST : least[left]!)
        if (whole < best) best = whole
      }
      tail[at] = best
    }
  }

  // The words that may stand before the current place, what a reading up to them costs, their halves of the pair table's hints,
  // and the least cost up to a word that none of them was ever seen with.
  let place = -1
  let lefts = 0
  let unseen = HIGH
  const leftWord = new Int32Array(LONGEST + 1)
  const leftCost = new Int32Array(LONGEST + 1)
  const leftHints = new Int32Array(LONGEST + 1)

  const stand = (from: number): void => {
    place = from
    lefts = 0
    unseen = HIGH
    const add = (word: number, cost: number): void => {
      leftWord[lefts] = word
      leftCost[lefts] = cost
      leftHints[lefts++] = leftHint(word)
      const behind = cost + (word < 0 ? 0 : backoff[word]!)
      if (behind < unseen) unseen = behind
    }
    if (from === 0) return add(first, 0)
    const bound = head[from]! + BEAM
    for (let edge = endAt[from]!; edge >= 0; edge = nextEnd[edge]!) if (forward[edge]! <= bound) add(words[edge]!, forward[edge]!)
  }

  const through: Around['through'] = (from, to, word, roof) => {
    if (place !== from) stand(from)
    // Most words were never seen behind what stands before them, and cost too much then.
    if (unseen + unigrams[word]! + tail[to]! > roof) {
      const hint = rightHint(word)
      let seen = false
      for (let i = 0; i < lefts && !seen; i++) seen = mayHold(pairs, leftHints[i]!, hint)
      if (!seen) return roof + 1
    }
    let left = HIGH
    for (let i = 0; i < lefts; i++) {
      const cost = leftCost[i]! + pairCost(model, leftWord[i]!, word)
      if (cost < left) left = cost
    }
    if (left + tail[to]! > roof) return roof + 1
    if (to === lattice.length) return left + (last < 0 ? 0 : pairCost(model, word, last))
    let right = HIGH
    for (let edge = startAt[to]!; edge >= 0; edge = nextStart[edge]!) {
      const cost = pairCost(model, word, words[edge]!) + backward[edge]!
      if (cost < right) right = cost
    }
    return left + right
  }
  return { head, tail, measure, through }
}
