import { BACKOFF_BASE, HEADER, IN_PAIRS, LONGEST, MAGIC, SECTIONS, VERSION, type Section } from './format.ts'
import { buildTable, type Table } from './table.ts'

/** The language model in memory. Costs are −ln P in twelfths (`UNIT`). All of it is typed arrays; about 25 MB. */
export interface Model {
  /** Character code → dense id, 0 where the model does not know it (ids start at 1). */
  charOf: Uint16Array
  /** Dense id → character code. */
  codes: Uint16Array
  /** Trie: (node, char id) → node; the root is 0. */
  edges: Table
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
  /** Word id → its characters' ids, `LONGEST` places each, 0 behind the last. */
  letters: Uint16Array
  words: number
  /** Characters by syllable; `soundsOf` gives a character's syllables. */
  sounds: readonly Uint16Array[]
  /** Syllable → number that it shares with those easily mixed up with it (z/zh, n/ng). */
  nearSound: Uint16Array
  soundsOf: readonly (readonly number[])[]
  /** Dense id → look-alikes, the most alike first. */
  shapes: readonly Uint16Array[]
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

  const { edges, wordAt, letters } = unpackWords(section.words, words, lefts)
  const unigrams = new Uint8Array(section.unigrams)
  const backoff = new Int16Array(words)
  for (let i = 0; i < lefts; i++) backoff[i] = section.backoff[i]! - BACKOFF_BASE

  const least = new Uint8Array(unigrams)
  const pairs = buildTable((emit) => {
    const counts = new Reader(section.counts)
    const followers = new Reader(section.followers)
    for (let left = 0, pair = 0; left < lefts; left++) {
      for (let n = counts.varint(), right = -1; n > 0; n--) {
        right += followers.varint() + 1
        const cost = section.pairs[pair++]!
        if (cost < least[right]!) least[right] = cost
        emit(left, right, cost)
      }
    }
  }, pairCount, 19, false)

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
  const shapes: Uint16Array[] = [new Uint16Array(0)]
  for (let i = 0; i < chars; i++) {
    const alike = new Uint16Array(shapeReader.byte())
    for (let k = 0; k < alike.length; k++) alike[k] = shapeReader.varint() + 1
    shapes.push(alike)
  }
  return { charOf, codes, edges, wordAt, unigrams, backoff, least, pairs, letters, words, sounds, nearSound, soundsOf, shapes }
}

/** Words are sorted; those in pairs get the ids 0 … lefts − 1, the others the ids behind, both in the order of the list. */
function unpackWords(section: Uint8Array, words: number, lefts: number): Pick<Model, 'edges' | 'wordAt' | 'letters'> {
  const reader = new Reader(section)
  const letters = new Uint16Array(words * LONGEST)
  const most = words * 3
  const from = new Int32Array(most)
  const by = new Uint16Array(most)
  const wordAt = new Int32Array(most).fill(-1)
  const path = new Int32Array(LONGEST + 1)
  const current = new Uint16Array(LONGEST)
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
    letters.set(current.subarray(0, length), word * LONGEST)
    wordAt[path[length]!] = word
  }
  const edges = buildTable((emit) => {
    for (let node = 1; node < nodes; node++) emit(from[node]!, by[node]!, node)
  }, nodes - 1, 20, true)
  return { edges, wordAt: wordAt.slice(0, nodes), letters }
}
