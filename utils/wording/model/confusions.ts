import type { Model } from './load.ts'
import { COMMON } from './trie.ts'

/** How a character came to stand for another; the order is that of trust. */
export const KINDS = ['sound', 'near-sound', 'shape', 'pair', 'dropped', 'doubled'] as const

/** Index into `KINDS`. */
export const SOUND = 0
export const NEAR_SOUND = 1
export const SHAPE = 2
/** Two characters of a word, both of like sound. */
export const PAIR = 3
/** A character missing in a long word. */
export const DROPPED = 4
/** A character written twice. */
export const DOUBLED = 5

/** What may have been meant where a character stands, sorted. */
export interface Meant {
  chars: Uint16Array
  kinds: Uint8Array
}

const NONE: Meant = { chars: new Uint16Array(0), kinds: new Uint8Array(0) }

/** Finds the characters that may have been meant, by like sound and like shape; kept once found. */
export function createConfusions(model: Model): (char: number) => Meant {
  const known: (Meant | undefined)[] = []
  const neighbours: number[][] = []
  model.nearSound.forEach((near, group) => { (neighbours[near] ??= []).push(group) })
  return (char) => known[char] ??= char === 0 ? NONE : find(model, neighbours, char)
}

const NUMERALS = new Set([...'零〇一二三四五六七八九十百千万亿两'].map((char) => char.charCodeAt(0)))

/** What is known of each character while one's list is made; all 255 between the calls. */
const UNKNOWN = 255
const kindOf = new Uint8Array(COMMON + 1).fill(UNKNOWN)

function find({ codes, soundsOf, sounds, nearSound, shapes, shapeStart }: Model, neighbours: readonly (readonly number[])[], char: number): Meant {
  const found: number[] = []
  // The kind of most trust stays; what is rarer than COMMON is seldom what was meant.
  const add = (other: number, kind: number): void => {
    if (other > COMMON || other === char) return
    if (kindOf[other] === UNKNOWN) found.push(other)
    if (kind < kindOf[other]!) kindOf[other] = kind
  }
  for (const group of soundsOf[char]!) {
    for (const other of sounds[group]!) add(other, SOUND)
    for (const there of neighbours[nearSound[group]!]!) if (there !== group) for (const other of sounds[there]!) add(other, NEAR_SOUND)
  }
  for (let at = shapeStart[char]!; at < shapeStart[char + 1]!; at++) add(shapes[at]!, SHAPE)
  // One number for another is no slip that a language model can tell.
  const isNumber = NUMERALS.has(codes[char]!)
  const chosen = Uint16Array.from(isNumber ? found.filter((other) => !NUMERALS.has(codes[other]!)) : found).sort()
  const kinds = new Uint8Array(chosen.length)
  for (let k = 0; k < chosen.length; k++) kinds[k] = kindOf[chosen[k]!]!
  for (const other of found) kindOf[other] = UNKNOWN
  return { chars: chosen, kinds }
}
