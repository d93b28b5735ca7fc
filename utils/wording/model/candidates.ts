import { createConfusions, DROPPED, NEAR_SOUND, PAIR, SHAPE, SOUND, type Meant } from './confusions.ts'
import { LONGEST } from './format.ts'
import { MOST_LENGTH } from './lattice.ts'
import { createHomophones } from './homophones.ts'
import { COMMON, ROW, step, type Model } from './load.ts'

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

/** Penalties in twelfths for a replacement inside a word, and how much more one that is a word by itself costs. */
export const PENALTY: number[] = []
PENALTY[SOUND] = 66
PENALTY[NEAR_SOUND] = 78
PENALTY[SHAPE] = 80
PENALTY[PAIR] = 100
PENALTY[DROPPED] = 110
export const ALONE = 36

/** What a proposal needs besides its word. */
export type Take = (from: number, to: number, word: number, kind: number, extra: number, at: number, meant: number, meantNext: number) => void

/** Finds words that would stand somewhere if a character were another. */
export interface Proposer {
  /**
   * Calls `take` for each word that one replaced character (in words of two also two of like sound) would make of `chars`.
   * `head` and `tail` are the least costs before and behind each position; only words are proposed whose own least cost and
   * penalty fit between them under `limit`. Characters marked in `fits` are not replaced.
   */
  at: (chars: Uint16Array, length: number, fits: Uint8Array, head: Int32Array, tail: Int32Array, limit: number, take: Take) => void
}

/** Only in words of so many characters can one be missed. */
const LONG = 4
/** So many ways on from a word's first characters are tried. */
const MOST_WAYS = 48

/** No replacement costs less than its penalty and a very common word. */
const LEAST_ROOM = 76

export function createProposer(model: Model): Proposer {
  const meantFor = createConfusions(model)
  const homophones = createHomophones(model)
  const { rootChild, wordAt, least, beginnings, beginningsBack, childStart, childChar, childNode } = model
  const aloneFor = createAlone(model, meantFor)
  // The next position from each on whose character may be replaced.
  const nextLoose = new Int32Array(MOST_LENGTH + 2)
  // Room for a word from the current position to each other, and the most of all at or behind it.
  const room = new Int32Array(LONGEST + 2)
  const roomBehind = new Int32Array(LONGEST + 2)

  // Which of the characters that may be meant begin a word with their neighbour: asked for the same neighbours again and again.
  const firsts = remember((first, second) => {
    const row = second * ROW
    return indexes(meantFor(first).chars, (other) => rootChild[other]! >= 0 && (beginningsBack[row + (other >> 5)]! >>> (other & 31) & 1) === 1)
  })
  const seconds = remember((first, second) => {
    const row = first * ROW
    return indexes(meantFor(second).chars, (other) => (beginnings[row + (other >> 5)]! >>> (other & 31) & 1) === 1)
  })

  const at: Proposer['at'] = (chars, length, fits, head, tail, limit, take) => {
    /** Words through `node`, which stands for the text's character at `from + depth`, where it stops or goes on as the text does. */
    const follow = (from: number, depth: number, node: number, kind: number, meant: number): void => {
      const reach = Math.min(LONGEST, length - from)
      const extra = PENALTY[kind]!
      const word = wordAt[node]!
      if (word >= 0) {
        // One character by itself is weighed elsewhere.
        if (depth > 0 && least[word]! + extra <= room[depth + 1]!) take(from, from + depth + 1, word, kind, extra, from + depth, meant, 0)
      }
      let branch = node
      for (let next = depth + 1; next < reach; next++) {
        branch = step(model, branch, chars[from + next]!)
        if (branch < 0) return
        const longer = wordAt[branch]!
        if (longer >= 0 && least[longer]! + extra <= room[next + 1]!) take(from, from + next + 1, longer, kind, extra, from + depth, meant, 0)
      }
    }

    /** Long words of which one inner character is missing. */
    const lookForMissing = (from: number, reach: number): void => {
      if (reach < LONG - 1 || roomBehind[LONG - 1]! < PENALTY[DROPPED]!) return
      let node = rootChild[chars[from]!]!
      for (let depth = 1; depth < reach && node >= 0; depth++) {
        // The gap lies between two characters of which one fits badly.
        const ways = childStart[node + 1]! - childStart[node]!
        if (ways <= (depth === 1 ? MOST_WAYS : MOST_WAYS * 8) && (fits[from + depth] === 0 || fits[from + depth - 1] === 0)) {
          for (let way = childStart[node]!, end = childStart[node + 1]!; way < end; way++) {
            let branch = step(model, childNode[way]!, chars[from + depth]!)
            for (let next = depth; branch >= 0; next++) {
              const word = wordAt[branch]!
              if (word >= 0 && next + 2 >= LONG && least[word]! + PENALTY[DROPPED]! <= room[next + 1]!) {
                take(from, from + next + 1, word, DROPPED, PENALTY[DROPPED]!, from + depth, childChar[way]!, 0)
              }
              if (next + 1 >= reach) break
              branch = step(model, branch, chars[from + next + 1]!)
            }
          }
        }
        node = step(model, node, chars[from + depth]!)
      }
    }

    nextLoose[length] = length + LONGEST
    for (let i = length - 1; i >= 0; i--) nextLoose[i] = fits[i] === 0 ? i : nextLoose[i + 1]!
    for (let from = 0; from < length; from++) {
      // A gap may lie right before a character that may be replaced.
      if (nextLoose[from]! > from + LONGEST) continue
      const reach = Math.min(LONGEST, length - from)
      const budget = limit - head[from]!
      roomBehind[reach + 1] = -1
      for (let k = reach; k >= 1; k--) {
        room[k] = budget - tail[from + k]!
        roomBehind[k] = Math.max(room[k]!, roomBehind[k + 1]!)
      }
      if (roomBehind[1]! < LEAST_ROOM) continue

      const first = chars[from]!
      const second = reach >= 2 ? chars[from + 1]! : 0
      // Whether a word of one character may have been meant: rare, since that costs much.
      if (fits[from] === 0 && room[1]! >= LEAST_ROOM + ALONE) {
        const { chars: others, kinds } = meantFor(first)
        for (const k of aloneFor(first)) {
          const word = wordAt[rootChild[others[k]!]!]!
          const extra = PENALTY[kinds[k]!]! + ALONE
          if (least[word]! + extra > room[1]!) break
          take(from, from + 1, word, kinds[k]!, extra, from, others[k]!, 0)
        }
      }
      let node = rootChild[first]!
      if (second > 0 && roomBehind[2]! >= LEAST_ROOM) {
        if (fits[from] === 0 && second <= COMMON) {
          const { chars: others, kinds } = meantFor(first)
          for (const k of firsts(first, second)) follow(from, 0, rootChild[others[k]!]!, kinds[k]!, others[k]!)
        }
        if (node >= 0 && fits[from + 1] === 0 && first <= COMMON) {
          const { chars: others, kinds } = meantFor(second)
          for (const k of seconds(first, second)) follow(from, 1, step(model, node, others[k]!), kinds[k]!, others[k]!)
        }
      }
      // Past the second character few words go on: their ways are walked, not those of the characters that may be meant.
      node = node >= 0 && second > 0 ? step(model, node, second) : -1
      for (let depth = 2; depth < reach && node >= 0 && roomBehind[depth + 1]! >= LEAST_ROOM; depth++) {
        const char = chars[from + depth]!
        if (fits[from + depth] === 0) {
          const { chars: others, kinds } = meantFor(char)
          for (let way = childStart[node]!, end = childStart[node + 1]!; way < end; way++) {
            const k = indexIn(others, childChar[way]!)
            if (k >= 0) follow(from, depth, childNode[way]!, kinds[k]!, others[k]!)
          }
        }
        node = step(model, node, char)
      }
      lookForMissing(from, reach)
      if (reach >= 2 && fits[from] === 0 && fits[from + 1] === 0 && room[2]! >= PENALTY[PAIR]! && second > 0 && first > 0) {
        homophones.each(first, second, (word, meant, meantNext) => {
          if (meant === first || meantNext === second) return
          if (least[word]! + PENALTY[PAIR]! <= room[2]!) take(from, from + 2, word, PAIR, PENALTY[PAIR]!, from, meant, meantNext)
        })
      }
    }
  }
  return { at }
}

/** Which of the characters that may have been meant are words by themselves, the likeliest first; kept once found. */
function createAlone({ rootChild, wordAt, least }: Model, meantFor: (char: number) => Meant): (char: number) => Uint16Array {
  const known: (Uint16Array | undefined)[] = []
  return (char) => known[char] ??= find(meantFor(char))

  function find({ chars, kinds }: Meant): Uint16Array {
    const floor = (k: number): number => least[wordAt[rootChild[chars[k]!]!]!]! + PENALTY[kinds[k]!]!
    const words = indexes(chars, (other) => rootChild[other]! >= 0 && wordAt[rootChild[other]!]! >= 0)
    return words.sort((a, b) => floor(a) - floor(b))
  }
}

const REMEMBERED = 1 << 13

/** Keeps the latest answers, one for each hash. */
function remember(ask: (a: number, b: number) => Uint16Array): (a: number, b: number) => Uint16Array {
  const keys = new Int32Array(REMEMBERED).fill(-1)
  const answers: Uint16Array[] = []
  return (a, b) => {
    const key = a << 14 | b
    const slot = Math.imul(key, 0x9e3779b1) >>> 19
    if (keys[slot] !== key) {
      keys[slot] = key
      answers[slot] = ask(a, b)
    }
    return answers[slot]!
  }
}

const NONE = new Uint16Array(0)

function indexes(chars: Uint16Array, wanted: (char: number) => boolean): Uint16Array {
  const found: number[] = []
  for (let k = 0; k < chars.length; k++) if (wanted(chars[k]!)) found.push(k)
  return found.length === 0 ? NONE : Uint16Array.from(found)
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
