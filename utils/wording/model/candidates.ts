import { createConfusions, DROPPED, EXTRA, NEAR_SOUND, PAIR, SHAPE, SOUND } from './confusions.ts'
import { LONGEST } from './format.ts'
import type { Model } from './load.ts'
import { getWide } from './table.ts'

/** A word that may have been meant from position `from` to `to`. */
export interface Candidate {
  from: number
  to: number
  word: number
  /** Index into `KINDS`. */
  kind: number
  /** Penalty for the replacement, in twelfths. */
  extra: number
  /** Cost of the best reading with this one replacement, penalty and all. */
  whole: number
}

/** Penalties in twelfths: a replacement inside a word, and how much more one that is a word by itself costs. */
export const PENALTY: number[] = []
PENALTY[SOUND] = 66
PENALTY[NEAR_SOUND] = 78
PENALTY[SHAPE] = 80
PENALTY[PAIR] = 100
PENALTY[DROPPED] = 132
PENALTY[EXTRA] = 120
export const ALONE = 36

/** Words of two characters by the sounds of both, for slips of the pinyin keyboard (形式 for 形势 has one, 权利 for 全力 two). */
export interface Homophones {
  of: (first: number, second: number) => readonly number[]
}

export function createHomophones(model: Model): Homophones {
  const { letters, soundsOf, unigrams, words } = model
  const bySound = new Map<number, number[]>()
  for (let word = 0; word < words; word++) {
    const at = word * LONGEST
    if (letters[at + 1] === 0 || letters[at + 2] !== 0 || unigrams[word]! > 186) continue
    for (const a of soundsOf[letters[at]!]!) {
      for (const b of soundsOf[letters[at + 1]!]!) {
        const key = a * 1024 + b
        const same = bySound.get(key)
        if (same) same.push(word)
        else bySound.set(key, [word])
      }
    }
  }
  const none: number[] = []
  return {
    of: (first, second) => {
      let found: number[] = none
      for (const a of soundsOf[first]!) {
        for (const b of soundsOf[second]!) {
          const words = bySound.get(a * 1024 + b)
          if (words) found = found.length === 0 ? words : found.concat(words)
        }
      }
      return found
    },
  }
}

/** Finds words that would stand somewhere if a character were another. */
export interface Proposer {
  /**
   * Calls `take` for each word that one replaced character (in words of two also two of like sound) would make of `chars`.
   * `head` and `tail` are the least costs before and behind each position; only words are proposed whose own least cost and
   * penalty fit between them under `limit`. Characters marked in `sound` are not replaced.
   */
  at: (chars: Uint16Array, length: number, sound: Uint8Array, head: Int32Array, tail: Int32Array, limit: number,
    take: (from: number, to: number, word: number, kind: number, extra: number) => void) => void
}

/** No replacement costs less than its penalty and a very common word. */
const LEAST_ROOM = 80

export function createProposer(model: Model): Proposer {
  const meant = createConfusions(model)
  const homophones = createHomophones(model)
  const { edges, wordAt, letters, least } = model
  const rootOf = new Int32Array(model.codes.length).fill(-1)
  for (let char = 1; char < rootOf.length; char++) rootOf[char] = getWide(edges, 0, char)
  // Room for a word from the current position to each other, and the most of all at or behind it.
  const room = new Int32Array(LONGEST + 2)
  const roomBehind = new Int32Array(LONGEST + 2)

  const at: Proposer['at'] = (chars, length, sound, head, tail, limit, take) => {
    for (let from = 0; from < length; from++) {
      const reach = Math.min(LONGEST, length - from)
      const budget = limit - head[from]!
      roomBehind[reach + 1] = -1
      for (let k = reach; k >= 1; k--) {
        room[k] = budget - tail[from + k]!
        roomBehind[k] = Math.max(room[k]!, roomBehind[k + 1]!)
      }
      if (roomBehind[1]! < LEAST_ROOM) continue
      let node = 0
      for (let depth = 0; depth < reach && node >= 0; depth++) {
        if (roomBehind[depth + 1]! < LEAST_ROOM) break
        const { chars: others, kinds } = meant(sound[from + depth] === 1 ? 0 : chars[from + depth]!)
        for (let k = 0; k < others.length; k++) {
          let branch = depth === 0 ? rootOf[others[k]!]! : getWide(edges, node, others[k]!)
          if (branch < 0) continue
          const extra = PENALTY[kinds[k]!]!
          const word = wordAt[branch]!
          if (word >= 0) {
            const whole = depth === 0 ? extra + ALONE : extra
            if (least[word]! + whole <= room[depth + 1]!) take(from, from + depth + 1, word, kinds[k]!, whole)
          }
          for (let next = depth + 1; next < reach; next++) {
            branch = getWide(edges, branch, chars[from + next]!)
            if (branch < 0) break
            const longer = wordAt[branch]!
            if (longer >= 0 && least[longer]! + extra <= room[next + 1]!) take(from, from + next + 1, longer, kinds[k]!, extra)
          }
        }
        node = depth === 0 ? rootOf[chars[from]!]! : getWide(edges, node, chars[from + depth]!)
      }
      if (reach >= 2 && sound[from] === 0 && sound[from + 1] === 0 && room[2]! >= PENALTY[PAIR]! && chars[from]! > 0 && chars[from + 1]! > 0) {
        for (const word of homophones.of(chars[from]!, chars[from + 1]!)) {
          const place = word * LONGEST
          if (letters[place] === chars[from] || letters[place + 1] === chars[from + 1]) continue
          if (least[word]! + PENALTY[PAIR]! <= room[2]!) take(from, from + 2, word, PAIR, PENALTY[PAIR]!)
        }
      }
    }
  }
  return { at }
}
