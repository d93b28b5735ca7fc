import { BACKOFF_BASE, HEADER, IN_PAIRS, LONGEST, MAGIC, SECTIONS, VERSION, type Section } from './format.ts'
import { buildTable, type Table } from './table.ts'

/** Characters up to this rank may be meant, and stand in the tables of beginnings. */
export const COMMON = 4095
/** 32-bit words in a row of `beginnings`. */
export const ROW = COMMON + 1 >> 5

/** The language model in memory. Costs are −ln P in twelfths (`UNIT`). All of it is typed arrays; about 25 MB. */
export interface Model {
  /** Character code → dense id, 0 where the model does not know it (ids start at 1). */
  charOf: Uint16Array
  /** Dense id → character code. */
  codes: Uint16Array
  /** Trie: node → place of its first child in `childChar` and `childNode`, sorted by character; the root is node 0. */
  childStart: Int32Array
  childChar: Uint16Array
  childNode: Int32Array
  /** Character → child of the root, −1 where no word begins with it. */
  rootChild: Int32Array
  /** Bit (a, b), both up to `COMMON`: some word begins with a b; and the same turned round, so that either can be walked in a row. */
  beginnings: Uint32Array
  beginningsBack: Uint32Array
  /** Trie node → word id, −1 where no word ends. */
  wordAt: Int32Array
  /** Word id → cost by itself. */
  unigrams: Uint8Array
  /** Word id → added cost before an unseen follower. */
  backoff: Int16Array
  /** Word id → the least cost that it has in any place. */
  least: Uint8Array
  /** (left word, right word) → cost. */
  pairs: Table
  /** Words of two characters, for look-ups by sound: the words and both characters of each. */
  twos: { words: Int32Array; first: Uint16Array; second: Uint16Array }
  /** Characters by syllable; `soundsOf` gives a character's syllables. */
  sounds: readonly Uint16Array[]
  /** Syllable → number that it shares with those easily mixed up with it (z/zh, n/ng). */
  nearSound: Uint16Array
  soundsOf: readonly (readonly number[])[]
  /** Look-alikes of all characters in a row, the most alike first; those of `id` run from `shapeStart[id]` to the next start. */
  shapes: Uint16Array
  shapeStart: Int32Array
}

class Reader {
  private bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  byte(): number {
    return this.bytes[this.at++]!
  }

  varint(): number {
    let value = this.bytes[this.at++]!
    if (value < 128) return value
    value &= 127
    for (let scale = 128; ; scale *= 128) {
      const byte = this.bytes[this.at++]!
      value += (byte & 127) * scale
      if (byte < 128) return value
    }
  }
}

/**
 * Unpacks the asset (format.ts). Takes about a quarter of a second.
 * @throws Error where the bytes are no model of this version
 */
export function loadModel(asset: ArrayBuffer | Uint8Array): Model {
  const bytes = asset instanceof Uint8Array ? asset : new Uint8Array(asset)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const header = 2 + HEADER.length + SECTIONS.length
  if (bytes.length < header * 4 || view.getUint32(0, true) !== MAGIC || view.getUint32(4, true) !== VERSION) {
    throw new Error('not a language model of this version')
  }
  const [chars, words, lefts, pairCount] = HEADER.map((_, i) => view.getUint32(8 + i * 4, true)) as [number, number, number, number]
  const section = {} as Record<Section, Uint8Array>
  let at = header * 4
  SECTIONS.forEach((name, i) => {
    const length = view.getUint32((2 + HEADER.length + i) * 4, true)
    section[name] = bytes.subarray(at, at + length)
    at += length
  })
  if (at !== bytes.length) throw new Error('the language model is cut short')

  const charOf = new Uint16Array(65_536)
  const codes = new Uint16Array(chars + 1)
  for (let i = 0; i < chars; i++) {
    const code = section.chars[i * 2]! | section.chars[i * 2 + 1]! << 8
    codes[i + 1] = code
    charOf[code] = i + 1
  }

  const trie = unpackWords(section.words, words, lefts, chars)
  const unigrams = new Uint8Array(section.unigrams)
  const backoff = new Int16Array(words)
  for (let i = 0; i < lefts; i++) backoff[i] = section.backoff[i]! - BACKOFF_BASE

  const least = new Uint8Array(unigrams)
  const counts = new Reader(section.counts)
  const followers = new Reader(section.followers)
  const left = new Uint32Array(pairCount)
  const right = new Uint32Array(pairCount)
  for (let word = 0, pair = 0; word < lefts; word++) {
    for (let n = counts.varint(), follower = -1; n > 0; n--, pair++) {
      follower += followers.varint() + 1
      left[pair] = word
      right[pair] = follower
      const cost = section.pairs[pair]!
      if (cost < least[follower]!) least[follower] = cost
    }
  }
  const pairs = buildTable(left, right, section.pairs, 19)

  const sounds: Uint16Array[] = []
  const soundsOf: number[][] = Array.from({ length: chars + 1 }, () => [])
  const soundReader = new Reader(section.sounds)
  const nearSound = new Uint16Array(soundReader.varint())
  for (let group = 0; group < nearSound.length; group++) {
    nearSound[group] = soundReader.varint()
    const members = new Uint16Array(soundReader.varint())
    for (let i = 0, id = 0; i < members.length; i++) {
      id += soundReader.varint() + 1
      members[i] = id
      soundsOf[id]!.push(sounds.length)
    }
    sounds.push(members)
  }
  const shapeReader = new Reader(section.shapes)
  const shapes = new Uint16Array(section.shapes.length)
  const shapeStart = new Int32Array(chars + 2)
  for (let id = 1, at = 0; id <= chars; id++) {
    for (let n = shapeReader.byte(); n > 0; n--) shapes[at++] = shapeReader.varint() + 1
    shapeStart[id + 1] = at
  }
  return { charOf, codes, ...trie, unigrams, backoff, least, pairs, sounds, nearSound, soundsOf, shapes: shapes.slice(0, shapeStart[chars + 1]), shapeStart }
}

type Trie = Pick<Model, 'childStart' | 'childChar' | 'childNode' | 'rootChild' | 'wordAt' | 'beginnings' | 'beginningsBack' | 'twos'>

/** Words are sorted; those in pairs get the ids 0 … lefts − 1, the others the ids behind, both in the order of the list. */
function unpackWords(section: Uint8Array, words: number, lefts: number, chars: number): Trie {
  const reader = new Reader(section)
  const most = words * 3
  const from = new Int32Array(most)
  const by = new Uint16Array(most)
  const wordAt = new Int32Array(most).fill(-1)
  const path = new Int32Array(LONGEST + 1)
  const current = new Uint16Array(LONGEST)
  const beginnings = new Uint32Array((COMMON + 1) * ROW)
  const beginningsBack = new Uint32Array((COMMON + 1) * ROW)
  const two: number[] = []
  let nodes = 1
  let paired = 0
  let single = lefts
  for (let n = 0; n < words; n++) {
    const head = reader.byte()
    const shared = head >>> 4 & 7
    const length = shared + (head & 15)
    for (let i = shared; i < length; i++) {
      current[i] = reader.varint() + 1
      from[nodes] = path[i]!
      by[nodes] = current[i]!
      path[i + 1] = nodes++
    }
    const word = head & IN_PAIRS ? paired++ : single++
    wordAt[path[length]!] = word
    if (length < 2) continue
    const [a, b] = [current[0]!, current[1]!]
    if (length === 2) two.push(word, a, b)
    if (a > COMMON || b > COMMON) continue
    beginnings[a * ROW + (b >> 5)]! |= 1 << (b & 31)
    beginningsBack[b * ROW + (a >> 5)]! |= 1 << (a & 31)
  }
  const childStart = new Int32Array(nodes + 1)
  for (let node = 1; node < nodes; node++) childStart[from[node]! + 1]!++
  for (let node = 0; node < nodes; node++) childStart[node + 1]! += childStart[node]!
  const next = childStart.slice()
  const childChar = new Uint16Array(nodes)
  const childNode = new Int32Array(nodes)
  for (let node = 1; node < nodes; node++) {
    const at = next[from[node]!]!++
    childChar[at] = by[node]!
    childNode[at] = node
  }
  const rootChild = new Int32Array(chars + 1).fill(-1)
  for (let at = childStart[0]!; at < childStart[1]!; at++) rootChild[childChar[at]!] = childNode[at]!
  const count = two.length / 3
  const twos = { words: new Int32Array(count), first: new Uint16Array(count), second: new Uint16Array(count) }
  for (let i = 0; i < count; i++) {
    twos.words[i] = two[i * 3]!
    twos.first[i] = two[i * 3 + 1]!
    twos.second[i] = two[i * 3 + 2]!
  }
  return { childStart, childChar, childNode, rootChild, wordAt: wordAt.slice(0, nodes), beginnings, beginningsBack, twos }
}

/** The child of a trie node by a character, or −1. */
export function step(model: Model, node: number, char: number): number {
  if (node === 0) return model.rootChild[char]!
  const { childStart, childChar } = model
  let low = childStart[node]!
  let high = childStart[node + 1]! - 1
  while (low <= high) {
    const middle = low + high >> 1
    const there = childChar[middle]!
    if (there === char) return model.childNode[middle]!
    if (there < char) low = middle + 1
    else high = middle - 1
  }
  return -1
}
