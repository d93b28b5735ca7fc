import type { OpenGram } from './open-gram.ts'

/** A back-off bigram model over one word list. Natural logarithms. */
export interface Bigrams {
  words: string[]
  /** ln P(word). */
  unigrams: Float64Array
  /** ln of the factor that a word's unseen followers get. */
  backoff: Float64Array
  /** Left word → right word → ln P(right | left). */
  pairs: Map<number, Map<number, number>>
}

/** Marks that may stand between words; they are words of the model, so that a clause's first and last word have a neighbour. */
export const MARKS = ['，', '。', '、', '；', '：', '？', '！', '“', '”', '《', '》', '（', '）']
const HAN = /^[\u4e00-\u9fff〇]{1,8}$/u

/** Weights of the three sources in a word's own probability: open-gram, official texts, jieba. */
const UNIGRAM_WEIGHTS = [0.35, 0.4, 0.25] as const
/** Official counts of a left word at which its official followers weigh half of their most. */
const HALF_TRUST = 60
const MOST_TRUST = 0.55
const UNSEEN = 20

/** One model from three: probabilities interpolated pair by pair, back-off weights made anew. */
export function mix(
  open: OpenGram, officialWords: Map<string, number>, officialPairs: [string, string, number][], jieba: Map<string, number>,
  own: [word: string, like: string][],
): Bigrams {
  const words: string[] = []
  const ids = new Map<string, number>()
  const add = (word: string): void => {
    if (ids.has(word) || !(HAN.test(word) || MARKS.includes(word))) return
    ids.set(word, words.length)
    words.push(word)
  }
  open.words.forEach((word, id) => { if (open.unigrams[id]! > -Infinity) add(word) })
  for (const word of officialWords.keys()) add(word)
  for (const word of jieba.keys()) add(word)
  for (const [word] of own) add(word)

  const openId = new Int32Array(words.length).fill(-1)
  open.words.forEach((word, id) => {
    const own = ids.get(word)
    if (own !== undefined && open.unigrams[id]! > -Infinity) openId[own] = id
  })
  const officialTotal = sum(officialWords.values())
  const jiebaTotal = sum(jieba.values())
  const p = new Float64Array(words.length)
  words.forEach((word, id) => {
    const inOpen = openId[id]! < 0 ? 0 : Math.exp(open.unigrams[openId[id]!]!)
    p[id] = UNIGRAM_WEIGHTS[0] * inOpen + UNIGRAM_WEIGHTS[1] * (officialWords.get(word) ?? 0) / officialTotal
      + UNIGRAM_WEIGHTS[2] * (jieba.get(word) ?? 0) / jiebaTotal
  })

  const pairs = new Map<number, Map<number, number>>()
  const followers = (left: number): Map<number, number> => {
    let map = pairs.get(left)
    if (!map) pairs.set(left, map = new Map())
    return map
  }
  const ownOfOpen = new Int32Array(open.words.length).fill(-1)
  openId.forEach((there, own) => { if (there >= 0) ownOfOpen[there] = own })
  open.eachPair((left, right, logp) => {
    const a = ownOfOpen[left]!
    const b = ownOfOpen[right]!
    if (a >= 0 && b >= 0) followers(a).set(b, Math.exp(logp))
  })
  const trust = (left: number): number => {
    const count = officialWords.get(words[left]!) ?? 0
    return (openId[left]! < 0 ? 1 : MOST_TRUST) * count / (count + HALF_TRUST)
  }
  for (const [left, map] of pairs) {
    const open = 1 - trust(left)
    for (const [right, value] of map) map.set(right, value * open)
  }
  for (const [left, right, count] of officialPairs) {
    const a = ids.get(left)
    const b = ids.get(right)
    if (a === undefined || b === undefined) continue
    const map = followers(a)
    const mine = trust(a) * count / (officialWords.get(left)! + UNSEEN)
    const other = map.get(b) ?? (openId[a]! < 0 ? 0 : (1 - trust(a)) * open.backoff[openId[a]!]! * p[b]!)
    map.set(b, mine + other)
  }

  imitate(own, ids, p, pairs)

  const backoff = new Float64Array(words.length)
  for (const [left, map] of pairs) {
    let seen = 0
    let own = 0
    for (const [right, value] of map) {
      seen += value
      own += p[right]!
    }
    backoff[left] = Math.log(Math.min(1, Math.max(0.02, (1 - seen) / Math.max(0.02, 1 - own))))
    for (const [right, value] of map) map.set(right, Math.log(value))
  }
  return { words, unigrams: p.map((value) => Math.log(value)), backoff, pairs }
}

/** A share of a like word's probability for a word that the sources lack, within bounds. */
const SHARE = 0.3
const SHARE_LEAST = 3e-6
const SHARE_MOST = 4e-5
/** So many followers are taken over, and places behind others that are likelier than this. */
const NEIGHBOURS = 120
const FAINT = 2e-5

/** Gives each own word the neighbours of a like one: its followers as they are, its place behind others in proportion. */
function imitate(own: [string, string][], ids: Map<string, number>, p: Float64Array, pairs: Map<number, Map<number, number>>): void {
  const factor = new Map<number, [word: number, factor: number][]>()
  for (const [word, like] of own) {
    const id = ids.get(word)!
    const there = ids.get(like)
    const share = Math.min(SHARE_MOST, Math.max(SHARE_LEAST, there === undefined ? 0 : p[there]! * SHARE))
    if (p[id]! < share) p[id] = share
    if (there === undefined || there === id) continue
    const mine = pairs.get(id) ?? new Map<number, number>()
    const likeliest = [...pairs.get(there) ?? []].sort((a, b) => b[1] - a[1]).slice(0, NEIGHBOURS)
    for (const [right, value] of likeliest) if (!mine.has(right)) mine.set(right, value)
    pairs.set(id, mine)
    const same = factor.get(there) ?? []
    same.push([id, Math.min(1, p[id]! / p[there]!)])
    factor.set(there, same)
  }
  for (const map of pairs.values()) {
    // The entries of before: those that are added get no heirs of their own.
    const entries = [...map]
    for (const [right, value] of entries) {
      for (const [word, times] of factor.get(right) ?? []) if (value * times > FAINT) map.set(word, Math.max(map.get(word) ?? 0, value * times))
    }
  }
}

/** Leaves the `most` pairs whose loss would change the model most (relative entropy, Seymore and Rosenfeld 1996). */
export function prune({ words, unigrams, backoff, pairs }: Bigrams, most: number): Bigrams {
  const weights: number[] = []
  const weigh = (left: number, right: number, logp: number): number => {
    const plain = backoff[left]! + unigrams[right]!
    // Square root of the left word's probability: rare words matter more to a proof-reader than to a guesser.
    return Math.exp(unigrams[left]! * 0.5 + logp) * (logp - plain)
  }
  for (const [left, map] of pairs) for (const [right, logp] of map) weights.push(weigh(left, right, logp))
  const least = weights.length > most ? Float64Array.from(weights).sort()[weights.length - most]! : -Infinity
  const kept = new Map<number, Map<number, number>>()
  for (const [left, map] of pairs) {
    const stay = new Map([...map].filter(([right, logp]) => weigh(left, right, logp) >= least && logp - backoff[left]! - unigrams[right]! > 0.1))
    if (stay.size > 0) kept.set(left, stay)
  }
  return { words, unigrams, backoff, pairs: kept }
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
