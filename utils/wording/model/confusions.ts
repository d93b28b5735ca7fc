import { COMMON, type Model } from './load.ts'

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
  return (char) => known[char] ??= char === 0 ? NONE : find(model, char)
}

const NUMERALS = new Set([...'零〇一二三四五六七八九十百千万亿两'].map((char) => char.charCodeAt(0)))

function find({ codes, soundsOf, sounds, nearSound, shapes }: Model, char: number): Meant {
  const kinds = new Map<number, number>()
  for (const other of shapes[char]!) kinds.set(other, SHAPE)
  for (const group of soundsOf[char]!) {
    nearSound.forEach((near, there) => {
      if (near === nearSound[group] && there !== group) for (const other of sounds[there]!) if (kinds.get(other) !== SOUND) kinds.set(other, NEAR_SOUND)
    })
    for (const other of sounds[group]!) kinds.set(other, SOUND)
  }
  kinds.delete(char)
  // One number for another is no slip that a language model can tell.
  if (NUMERALS.has(codes[char]!)) for (const other of kinds.keys()) if (NUMERALS.has(codes[other]!)) kinds.delete(other)
  // What is rarer is seldom what was meant.
  const chosen = [...kinds].filter(([other]) => other <= COMMON).sort((a, b) => a[0] - b[0])
  return { chars: Uint16Array.from(chosen, ([other]) => other), kinds: Uint8Array.from(chosen, ([, kind]) => kind) }
}
