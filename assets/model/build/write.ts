import { BACKOFF_BASE, HEADER, IN_PAIRS, MAGIC, SECTIONS, UNIT, VERSION, type Section } from '../../../utils/wording/model/format.ts'
import { sameSoundKey } from '../../../utils/wording/sounds.ts'
import type { Bigrams } from './mix.ts'

class Bytes {
  private data: number[] = []

  byte(value: number): void {
    this.data.push(value & 255)
  }

  /** Seven bits a byte, low ones first. */
  varint(value: number): void {
    while (value >= 128) {
      this.byte(value | 128)
      value = Math.floor(value / 128)
    }
    this.byte(value)
  }

  bytes(): Uint8Array {
    return Uint8Array.from(this.data)
  }
}

function cost(logp: number): number {
  return Math.min(255, Math.max(0, Math.round(-logp * UNIT)))
}

/**
 * Packs the model: characters (u16, commonest first), words (sorted and front-coded, then their costs, those in pairs first),
 * costs, pairs (delta-coded by right word), sound groups and look-alikes.
 */
export function pack(model: Bigrams, sounds: Record<string, string>, shapes: Record<string, string>): Uint8Array {
  const { words, unigrams, backoff, pairs } = model
  const inPairs = new Set<number>()
  for (const [left, map] of pairs) {
    inPairs.add(left)
    for (const right of map.keys()) inPairs.add(right)
  }
  const weight = new Map<string, number>()
  words.forEach((word, id) => {
    for (const char of word) weight.set(char, (weight.get(char) ?? 0) + Math.exp(unigrams[id]!))
  })
  for (const char of Object.keys(shapes)) if (!weight.has(char)) weight.set(char, 0)
  const chars = [...weight].sort((a, b) => b[1] - a[1]).map(([char]) => char)
  const charId = new Map(chars.map((char, id) => [char, id]))
  const spelled = words.map((word) => [...word].map((char) => charId.get(char)!))
  const sorted = words.map((_, id) => id).sort((a, b) => compare(spelled[a]!, spelled[b]!))
  const order = [...sorted.filter((id) => inPairs.has(id)), ...sorted.filter((id) => !inPairs.has(id))]
  const place = new Int32Array(words.length)
  order.forEach((id, at) => { place[id] = at })

  const section: Record<Section, Bytes> = Object.fromEntries(SECTIONS.map((name) => [name, new Bytes()])) as Record<Section, Bytes>
  for (const char of chars) {
    const code = char.charCodeAt(0)
    section.chars.byte(code)
    section.chars.byte(code >> 8)
  }
  let last: number[] = []
  for (const id of sorted) {
    const word = spelled[id]!
    let shared = 0
    while (shared < last.length && shared < word.length - 1 && last[shared] === word[shared]) shared++
    section.words.byte((inPairs.has(id) ? IN_PAIRS : 0) | shared << 4 | (word.length - shared))
    for (const char of word.slice(shared)) section.words.varint(char)
    last = word
  }
  for (const id of order) section.unigrams.byte(cost(unigrams[id]!))
  let pairCount = 0
  for (const id of order.slice(0, inPairs.size)) {
    section.backoff.byte(Math.min(255, Math.max(0, Math.round(-backoff[id]! * UNIT) + BACKOFF_BASE)))
    const followers = [...pairs.get(id) ?? []].map(([right, logp]) => [place[right]!, cost(logp)] as const).sort((a, b) => a[0] - b[0])
    section.counts.varint(followers.length)
    let before = -1
    for (const [right, value] of followers) {
      section.followers.varint(right - before - 1)
      section.pairs.byte(value)
      before = right
    }
    pairCount += followers.length
  }
  const keys = [...new Set(Object.keys(sounds).map(sameSoundKey))]
  section.sounds.varint(Object.keys(sounds).length)
  for (const [syllable, group] of Object.entries(sounds)) {
    const members = [...group].flatMap((char) => charId.get(char) ?? []).sort((a, b) => a - b)
    section.sounds.varint(keys.indexOf(sameSoundKey(syllable)))
    section.sounds.varint(members.length)
    members.forEach((id, at) => section.sounds.varint(at === 0 ? id : id - members[at - 1]! - 1))
  }
  for (const char of chars) {
    const alike = [...shapes[char] ?? ''].flatMap((other) => charId.get(other) ?? [])
    section.shapes.byte(alike.length)
    for (const id of alike) section.shapes.varint(id)
  }

  const parts = SECTIONS.map((name) => section[name].bytes())
  const numbers: Record<(typeof HEADER)[number], number> = { chars: chars.length, words: words.length, lefts: inPairs.size, pairs: pairCount }
  const header = Uint32Array.from([MAGIC, VERSION, ...HEADER.map((name) => numbers[name]), ...parts.map((part) => part.length)])
  const out = new Uint8Array(header.byteLength + parts.reduce((total, part) => total + part.length, 0))
  out.set(new Uint8Array(header.buffer))
  let at = header.byteLength
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}
