import { wrap } from './letters.ts'

/** What stands under a picture. */
export interface Strip {
  /** At most as wide as the sheet. */
  lines: string[]
  letter: number
  /** Of one line, and around all. */
  step: number
  padding: number
  /** The whole sheet: picture and strip. */
  width: number
  height: number
}

/** A strip under a narrower picture would break addresses into single letters. */
const NARROWEST = 360

/** Lays out the strip under a picture: the sheet is as wide as the picture, or wide enough to be read. */
export function stripUnder(texts: readonly string[], picture: { width: number; height: number }): Strip {
  if (!texts.length) return { lines: [], letter: 0, step: 0, padding: 0, width: picture.width, height: picture.height }
  const width = Math.max(NARROWEST, picture.width)
  const letter = Math.max(13, Math.round(width / 96))
  const padding = Math.round(letter * 0.8)
  const step = Math.round(letter * 1.5)
  const lines = texts.flatMap((text) => wrap(text, letter, width - 2 * padding))
  return { lines, letter, step, padding, width, height: picture.height + 2 * padding + lines.length * step }
}
