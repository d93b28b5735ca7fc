import { drawMarks, type Pen } from '../../drawing/draw.ts'
import { shapesOf, sheetOf } from '../../drawing/shapes.ts'
import { repaint, type Repaint } from '../../lists/png/repaint.ts'
import type { ShotMarks } from '../../types/drawing.ts'
import { rowsOf } from './reach.ts'

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
  return repaint(picture, (size) => planOf(marks, size, canvasOf)) ?? markedWhole(picture, marks, canvasOf)
}

/** Only the rows that marks touch are drawn on; null where the sheet is wider than the picture. */
function planOf(marks: ShotMarks, picture: { width: number; height: number }, canvasOf: CanvasOf): Repaint | null {
  const sheet = sheetOf(marks, picture)
  if (sheet.width !== picture.width) return null
  return {
    rows: shapesOf(marks, picture).map(rowsOf),
    added: sheet.height - picture.height,
    paint: (pixels, { from, to }) => {
      const pen = penOf(canvasOf(sheet.width, sheet.height))
      pen.putImageData(new ImageData(pixels, sheet.width), 0, 0)
      pen.setTransform(1, 0, 0, 1, 0, -from)
      drawMarks(pen as Pen, marks, picture)
      pen.setTransform(1, 0, 0, 1, 0, 0)
      pixels.set(pen.getImageData(0, 0, sheet.width, to - from).data)
    },
  }
}

/** The long way, for pictures of any kind. */
async function markedWhole(picture: Uint8Array, marks: ShotMarks, canvasOf: CanvasOf): Promise<Uint8Array> {
  const image = await createImageBitmap(new Blob([picture as Uint8Array<ArrayBuffer>]))
  const { width, height } = sheetOf(marks, image)
  const canvas = canvasOf(width, height)
  const pen = penOf(canvas)
  pen.globalCompositeOperation = 'copy'
  pen.drawImage(image, 0, 0)
  pen.globalCompositeOperation = 'source-over'
  drawMarks(pen as Pen, marks, image)
  image.close()
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await png.arrayBuffer())
}

/** Kept where its bytes are read, not in the graphics card. */
function penOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  return canvas.getContext('2d', { willReadFrequently: true })!
}

function newCanvas(width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height)
}
