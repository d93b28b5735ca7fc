import { expect } from 'vitest'
import type { PICTURE_FAULTS } from '../../sites/faults.ts'
import type { Layer } from './layer.ts'
import type { Ready } from './person.ts'

/** Size of the county's 一图读懂 in its pixels. */
export const SIZE = { width: 760, height: 1142 }

type Box = { x: number; y: number; width: number; height: number }

/** Findings that stand in pictures. */
export const inPicture = ({ findings }: Ready) => findings.filter(({ anchor }) => anchor?.picture)

/** Where a planted word stands in the window, when the picture is drawn in `drawn`. */
export const placeOf = (at: { x: number; y: number }, drawn: Box) => ({ x: drawn.x + (at.x * drawn.width) / SIZE.width, y: drawn.y + (at.y * drawn.height) / SIZE.height })

/** The mark over each planted word: the word's middle is in it, and it is not much larger than the word. */
export async function marksOn(layer: Layer, faults: readonly (typeof PICTURE_FAULTS)[number][], drawn: Box): Promise<void> {
  const frames = await layer.boxes('frame')
  const side = (22 * drawn.width) / SIZE.width
  for (const { id, quote, at } of faults) {
    const { x, y } = placeOf(at, drawn)
    const over = frames.filter((one) => x > one.x && x < one.x + one.width && y > one.y && y < one.y + one.height && one.width < drawn.width / 2)
    expect(over, id).toHaveLength(1)
    expect(Math.abs(over[0]!.width - quote.length * side), id).toBeLessThan(side * 1.2)
    expect(over[0]!.height, id).toBeLessThan(side * 2)
  }
}
