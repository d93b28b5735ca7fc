import { drawMarks, type Pen } from '../../drawing/draw.ts'
import { sheetOf } from '../../drawing/shapes.ts'
import type { ShotMarks } from '../../types/drawing.ts'

/** Gives a canvas of this size, whatever is on it. */
export type CanvasOf = (width: number, height: number) => OffscreenCanvas

/** True where nothing is drawn: the picture itself is what is shown. */
export function isBare({ outlines, drawings, covers, strip }: ShotMarks): boolean {
  return outlines.length + drawings.length + covers.length + strip.length === 0
}

/**
 * A screenshot with its marks drawn on it, as PNG: what is handed to a unit. The stored original is never changed.
 * Runs where there is a canvas. @throws when the picture is damaged
 */
export async function marked(picture: Uint8Array, marks: ShotMarks, canvasOf: CanvasOf = newCanvas): Promise<Uint8Array> {
  if (isBare(marks)) return picture
  const image = await createImageBitmap(new Blob([picture as Uint8Array<ArrayBuffer>]))
  const { width, height } = sheetOf(marks, image)
  const canvas = canvasOf(width, height)
  // Kept where its bytes are read, not in the graphics card.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.globalCompositeOperation = 'copy'
  pen.drawImage(image, 0, 0)
  pen.globalCompositeOperation = 'source-over'
  drawMarks(pen as Pen, marks, image)
  image.close()
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await png.arrayBuffer())
}

function newCanvas(width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height)
}
