import { drawMarks, type Pen } from '../../drawing/draw.ts'
import { sheetOf } from '../../drawing/shapes.ts'
import { storedFile, type FileBytes } from '../../lists/folder/stored-file.ts'
import type { ShotMarks } from '../../types/drawing.ts'

/** Gives a canvas of this size, whatever is on it. */
export type CanvasOf = (width: number, height: number) => OffscreenCanvas

/** True where nothing is drawn: the picture itself is what is shown. */
export function isBare({ outlines, drawings, covers, strip }: ShotMarks): boolean {
  return outlines.length + drawings.length + covers.length + strip.length === 0
}

/** How a copy of a screenshot looks: whole (PNG) or small (JPEG), with these marks. */
export interface Look {
  kind: 'whole' | 'small'
  marks: ShotMarks
}

/**
 * Copies of a screenshot with marks drawn on them, in the order in which they are asked for: what is handed to a unit. The stored original is
 * never changed. Unpacked once for all: that takes as long as drawing. Runs where there is a canvas. @throws when the picture is damaged
 */
export async function marked(picture: Uint8Array, looks: readonly Look[], canvasOf: CanvasOf = newCanvas): Promise<FileBytes[]> {
  const image = await createImageBitmap(new Blob([picture as Uint8Array<ArrayBuffer>]))
  try {
    // At most one of them is whole: there is one canvas.
    return await Promise.all(
      looks.map(async ({ kind, marks }) => (kind === 'whole' ? storedFile(await wholeOf(image, marks, canvasOf)) : new Uint8Array(await (await smallOf(image, marks)).arrayBuffer()))),
    )
  } finally {
    image.close()
  }
}

function wholeOf(image: ImageBitmap, marks: ShotMarks, canvasOf: CanvasOf): Promise<Blob> {
  const { width, height } = sheetOf(marks, image)
  const canvas = canvasOf(width, height)
  // Kept where its bytes are read, not in the graphics card.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.globalCompositeOperation = 'copy'
  pen.drawImage(image, 0, 0)
  pen.globalCompositeOperation = 'source-over'
  drawMarks(pen as Pen, marks, image)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Widest small picture in pixels: enough to see what is meant in a list's row. */
const SMALL_WIDTH = 480
const QUALITY = 0.8

/** A picture made small, its marks drawn at the small one's size. */
export function smallOf(image: ImageBitmap, marks: ShotMarks): Promise<Blob> {
  const scale = Math.min(1, SMALL_WIDTH / image.width)
  const { width, height } = sheetOf(marks, image, scale)
  const canvas = newCanvas(width, height)
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.drawImage(image, 0, 0, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  drawMarks(pen as Pen, marks, image, scale)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}

function newCanvas(width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height)
}
