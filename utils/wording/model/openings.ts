import type { Meant } from './confusions.ts'
import type { Model } from './load.ts'
import { PENALTY } from './penalties.ts'
import { ROW, step } from './trie.ts'

/** A replacement in one number: its kind and the character that was meant. */
export type Replacement = number

export function kindOf(replacement: Replacement): number {
  return replacement >>> 14
}

export function charOf(replacement: Replacement): number {
  return replacement & 0x3fff
}

/** How words may begin at a place if one of its first two characters were another. Answers are kept: the same are asked for again and again. */
export interface Openings {
  /** Words of one character, the likeliest first; three numbers each: the least cost with its penalty, the word, the replacement. */
  alone: (char: number) => Int32Array
  /**
   * Beginnings of two characters, the first one replaced, ordered by it. The answer stands in `ways`, from `start` to `end`, four
   * numbers each: the least cost of the word that ends there, that of longer ones, the trie node, the replacement.
   */
  first: (first: number, second: number) => Span
  /** The same, the second one replaced. */
  second: (first: number, second: number) => Span
  ways: Int32Array
}

/** `start << 10 | length` of a row of numbers in `ways`. */
export type Span = number

const LENGTH_BITS = 10
export const startOf = (span: Span): number => span >>> LENGTH_BITS
export const endOf = (span: Span): number => (span >>> LENGTH_BITS) + (span & (1 << LENGTH_BITS) - 1)

const KEPT = 1 << 17
const LONGEST_ANSWER = (1 << LENGTH_BITS) - 4
const NONE = new Int32Array(0)

export function createOpenings(model: Model, meantFor: (char: number) => Meant): Openings {
  const { rootChild, wordAt, least, beyond, beginnings, beginningsBack } = model
  const ways = new Int32Array(KEPT)
  let used = 0
  const memos: Int32Array[] = []

  const add = (node: number, kind: number, char: number): void => {
    const word = wordAt[node]!
    const penalty = PENALTY[kind]!
    ways[used++] = word < 0 ? 0x7fff : least[word]! + penalty
    const further = beyond[node]!
    ways[used++] = further === 255 ? 0x7fff : further + penalty
    ways[used++] = node
    ways[used++] = kind << 14 | char
  }

  const first = (first: number, second: number): void => {
    const { chars, kinds } = meantFor(first)
    const row = second * ROW
    for (let k = 0; k < chars.length; k++) {
      const other = chars[k]!
      if ((beginningsBack[row + (other >> 5)]! >>> (other & 31) & 1) === 1) add(step(model, rootChild[other]!, second), kinds[k]!, other)
    }
  }

  const second = (first: number, second: number): void => {
    const { chars, kinds } = meantFor(second)
    const row = first * ROW
    const node = rootChild[first]!
    for (let k = 0; k < chars.length; k++) {
      const other = chars[k]!
      if ((beginnings[row + (other >> 5)]! >>> (other & 31) & 1) === 1) add(step(model, node, other), kinds[k]!, other)
    }
  }

  /** Keeps the latest answers, one for each hash; all are forgotten when the room for them is used up. */
  const remember = (find: (a: number, b: number) => void): (a: number, b: number) => Span => {
    const keys = new Int32Array(REMEMBERED).fill(-1)
    const spans = new Int32Array(REMEMBERED)
    memos.push(keys)
    return (a, b) => {
      const key = a << 14 | b
      const slot = Math.imul(key, 0x9e3779b1) >>> 19
      if (keys[slot] === key) return spans[slot]!
      if (used + LONGEST_ANSWER > KEPT) {
        for (const memo of memos) memo.fill(-1)
        used = 0
      }
      const start = used
      find(a, b)
      keys[slot] = key
      return spans[slot] = start << LENGTH_BITS | Math.min(used - start, LONGEST_ANSWER)
    }
  }

  const alone = (char: number): Int32Array => {
    const { chars, kinds } = meantFor(char)
    const found: [floor: number, word: number, replacement: Replacement][] = []
    for (let k = 0; k < chars.length; k++) {
      const other = chars[k]!
      const word = rootChild[other]! < 0 ? -1 : wordAt[rootChild[other]!]!
      if (word >= 0) found.push([least[word]! + PENALTY[kinds[k]!]!, word, kinds[k]! << 14 | other])
    }
    return found.length === 0 ? NONE : Int32Array.from(found.sort(([a], [b]) => a - b).flat())
  }
  const kept: (Int32Array | undefined)[] = []

  return { alone: (char) => kept[char] ??= alone(char), first: remember(first), second: remember(second), ways }
}

const REMEMBERED = 1 << 13
