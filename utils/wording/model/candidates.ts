import { createConfusions, DROPPED, PAIR, SOUND } from './confusions.ts'
import { LONGEST } from './format.ts'
import { MOST_LENGTH } from './lattice.ts'
import { createHomophones } from './homophones.ts'
import type { Model } from './load.ts'
import type { Around } from './around.ts'
import { charOf, createOpenings, endOf, kindOf, startOf, type Span } from './openings.ts'
import { ALONE, PENALTY } from './penalties.ts'
import { COMMON, LONG, step } from './trie.ts'

/** A word that may have been meant from position `from` to `to`. */
export interface Candidate {
  from: number
  to: number
  word: number
  /** Index into `KINDS`. */
  kind: number
  /** Penalty for the replacement, in twelfths. */
  extra: number
  /** Position of the (first) replaced character and what was meant there; for a pair also behind it, else 0. */
  at: number
  meant: number
  meantNext: number
  /** Cost of the best reading with this one replacement, penalty and all. */
  whole: number
}

/** Finds words that would stand somewhere if a character were another. */
export interface Proposer {
  /**
   * Calls `take` for each word that one replaced character (in words of two also two of like sound) would make of `chars` where
   * a reading with it costs less than `limit`, its penalty included. Characters marked in `fits` are not replaced.
   */
  at: (chars: Uint16Array, length: number, fits: Uint8Array, limit: number, take: (candidate: Candidate) => void) => void
}

/** So many ways on from a word's first characters are tried. */
const MOST_WAYS = 48

/** No replacement costs less than its penalty and a very common word. */
const LEAST_ROOM = 76

export function createProposer(model: Model, { head, tail, through }: Around): Proposer {
  const meantFor = createConfusions(model)
  const openings = createOpenings(model, meantFor)
  const homophones = createHomophones(model)
  const { ways } = openings
  const { rootChild, wordAt, least, beyond, longBelow, leastSecond, childStart, charAt } = model
  // The next position from each on whose character may be replaced.
  const nextLoose = new Int32Array(MOST_LENGTH + 2)
  // Room for a word from the current position to each other, and the most of all at or behind it.
  const room = new Int32Array(LONGEST + 2)
  const roomBehind = new Int32Array(LONGEST + 2)

  let chars: Uint16Array = new Uint16Array(0)
  let fits: Uint8Array = new Uint8Array(0)
  let limit = 0
  let take: (candidate: Candidate) => void = () => {}
  let from = 0
  let reach = 0

  const propose = (to: number, word: number, kind: number, extra: number, at: number, meant: number, meantNext: number): void => {
    const whole = through(from, to, word, limit - extra) + extra
    if (whole < limit) take({ from, to, word, kind, extra, at, meant, meantNext, whole })
  }

  /** Words that go on as the text does from `node`, which stands for `depth` characters of which that at `spot` is replaced. */
  const follow = (spot: number, depth: number, node: number, kind: number, meant: number): void => {
    const extra = PENALTY[kind]!
    for (let branch = node; depth < reach && beyond[branch]! + extra <= roomBehind[depth + 1]!;) {
      branch = step(model, branch, chars[from + depth]!)
      if (branch < 0) return
      depth++
      const word = wordAt[branch]!
      if (word >= 0 && least[word]! + extra <= room[depth]!) propose(from + depth, word, kind, extra, spot, meant, 0)
    }
  }

  const followAll = (span: Span, spot: number): void => {
    const [most, mostBehind] = [room[2]!, roomBehind[3]!]
    for (let i = startOf(span), end = endOf(span); i < end; i += 4) {
      if (ways[i]! > most && ways[i + 1]! > mostBehind) continue
      const [node, replacement] = [ways[i + 2]!, ways[i + 3]!]
      const kind = kindOf(replacement)
      if (ways[i]! <= most) propose(from + 2, wordAt[node]!, kind, PENALTY[kind]!, spot, charOf(replacement), 0)
      if (ways[i + 1]! <= mostBehind) follow(spot, 2, node, kind, charOf(replacement))
    }
  }

  /** Whether a word of one character may have been meant: rare, since that costs much. */
  const lookForAlone = (): void => {
    const most = room[1]! - ALONE
    const words = openings.alone(chars[from]!)
    for (let i = 0; i < words.length && words[i]! <= most; i += 3) {
      const replacement = words[i + 2]!
      propose(from + 1, words[i + 1]!, kindOf(replacement), PENALTY[kindOf(replacement)]! + ALONE, from, charOf(replacement), 0)
    }
  }

  /** Long words of which one inner character is missing. */
  const lookForMissing = (): void => {
    if (reach < LONG - 1) return
    const extra = PENALTY[DROPPED]!
    const most = roomBehind[LONG - 1]! - extra
    let node = rootChild[chars[from]!]!
    for (let depth = 1; depth < reach && node >= 0 && longBelow[node]! <= most; depth++) {
      // The gap lies between two characters of which one fits badly.
      const [start, end] = [childStart[node]!, childStart[node + 1]!]
      if (end - start <= (depth === 1 ? MOST_WAYS : MOST_WAYS * 8) && (fits[from + depth] === 0 || fits[from + depth - 1] === 0)) {
        for (let way = start; way < end; way++) {
          if (longBelow[way]! > most) continue
          let branch = step(model, way, chars[from + depth]!)
          for (let next = depth; branch >= 0; next++) {
            const word = wordAt[branch]!
            if (word >= 0 && next + 2 >= LONG && least[word]! + extra <= room[next + 1]!) {
              propose(from + next + 1, word, DROPPED, extra, from + depth, charAt[way]!, 0)
            }
            if (next + 1 >= reach) break
            branch = step(model, branch, chars[from + next + 1]!)
          }
        }
      }
      node = step(model, node, chars[from + depth]!)
    }
  }

  const proposePair = (word: number, meant: number, meantNext: number): void => {
    if (meant === chars[from] || meantNext === chars[from + 1]) return
    propose(from + 2, word, PAIR, PENALTY[PAIR]!, from, meant, meantNext)
  }

  const at: Proposer['at'] = (units, length, sound, most, taker) => {
    ;[chars, fits, limit, take] = [units, sound, most, taker]
    nextLoose[length] = length + LONGEST
    for (let i = length - 1; i >= 0; i--) nextLoose[i] = fits[i] === 0 ? i : nextLoose[i + 1]!
    for (from = 0; from < length; from++) {
      // A gap may lie right before a character that may be replaced.
      if (nextLoose[from]! > from + LONGEST) continue
      reach = Math.min(LONGEST, length - from)
      const budget = limit - head[from]!
      roomBehind[reach + 1] = -1
      for (let k = reach; k >= 1; k--) {
        room[k] = budget - tail[from + k]!
        roomBehind[k] = Math.max(room[k]!, roomBehind[k + 1]!)
      }
      if (roomBehind[1]! < LEAST_ROOM) continue

      const first = chars[from]!
      const second = reach >= 2 ? chars[from + 1]! : 0
      if (fits[from] === 0 && room[1]! >= LEAST_ROOM + ALONE) lookForAlone()
      let node = rootChild[first]!
      if (second > 0 && roomBehind[2]! >= LEAST_ROOM) {
        const most = roomBehind[2]! - PENALTY[SOUND]!
        if (fits[from] === 0 && second <= COMMON && leastSecond[second]! <= most) followAll(openings.first(first, second), from)
        if (node >= 0 && fits[from + 1] === 0 && first <= COMMON && beyond[node]! <= most) followAll(openings.second(first, second), from + 1)
      }
      // Past the second character few words go on: their ways are walked, not those of the characters that may be meant.
      node = node >= 0 && second > 0 ? step(model, node, second) : -1
      for (let depth = 2; depth < reach && node >= 0; depth++) {
        const most = roomBehind[depth + 1]! - PENALTY[SOUND]!
        if (most < LEAST_ROOM - PENALTY[SOUND]! || beyond[node]! > most) break
        if (fits[from + depth] === 0) {
          const { chars: others, kinds } = meantFor(chars[from + depth]!)
          for (let way = childStart[node]!, end = childStart[node + 1]!; way < end; way++) {
            const k = indexIn(others, charAt[way]!)
            if (k < 0) continue
            const [word, extra] = [wordAt[way]!, PENALTY[kinds[k]!]!]
            if (word >= 0 && least[word]! + extra <= room[depth + 1]!) propose(from + depth + 1, word, kinds[k]!, extra, from + depth, others[k]!, 0)
            follow(from + depth, depth + 1, way, kinds[k]!, others[k]!)
          }
        }
        node = step(model, node, chars[from + depth]!)
      }
      lookForMissing()
      if (first > 0 && second > 0 && fits[from] === 0 && fits[from + 1] === 0 && room[2]! >= PENALTY[PAIR]!) {
        homophones.each(first, second, room[2]! - PENALTY[PAIR]!, proposePair)
      }
    }
  }
  return { at }
}

/** Place of a value in a sorted list, or −1. */
function indexIn(sorted: Uint16Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = low + high >> 1
    const there = sorted[middle]!
    if (there === value) return middle
    if (there < value) low = middle + 1
    else high = middle - 1
  }
  return -1
}
