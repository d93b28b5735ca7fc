import { BACKOFF_BASE, HEADER, MAGIC, SECTIONS, VERSION, type Section } from './format.ts'
import { Reader } from './reader.ts'
import { buildTable, type Table } from './table.ts'
import { boundsOf, unpackWords, type Bounds, type Trie } from './trie.ts'

/** The language model in memory. Costs are −ln P in twelfths (`UNIT`). All of it is typed arrays; about 25 MB. */
export interface Model extends Trie, Bounds {
  /** Character code → dense id, 0 where the model does not know it (ids start at 1). */
  charOf: Uint16Array
  /** Dense id → character code. */
  codes: Uint16Array
  /** Word id → cost by itself. */
  unigrams: Uint8Array
  /** Word id → added cost before an unseen follower. */
  backoff: Int16Array
  /** Word id → the least cost that it has in any place. */
  least: Uint8Array
  /** (left word, right word) → cost. */
  pairs: Table
  /** Characters by syllable; `soundsOf` gives a character's syllables. */
  sounds: readonly Uint16Array[]
  /** Syllable → number that it shares with those easily mixed up with it (z/zh, n/ng). */
  nearSound: Uint16Array
  soundsOf: readonly (readonly number[])[]
  /** Look-alikes of all characters in a row, the most alike first; those of `id` run from `shapeStart[id]` to the next start. */
  shapes: Uint16Array
  shapeStart: Int32Array
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
  return { charOf, codes, ...trie, unigrams, backoff, least, ...boundsOf(trie, least), pairs, sounds, nearSound, soundsOf, shapes: shapes.slice(0, shapeStart[chars + 1]), shapeStart }
}
