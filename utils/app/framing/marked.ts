import { drawMarks, type Pen } from '../../drawing/draw.ts'
import { sheetOf } from '../../drawing/shapes.ts'
import { storedFile, type FileBytes } from '../../lists/folder/stored-file.ts'
import type { ShotMarks } from '../../types/drawing.ts'

/** Gives a canvas of this size for such a copy, whatever is on it. */
export type CanvasOf = (kind: Look['kind'], width: number, height: number) => OffscreenCanvas

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
 * never changed. Unpacked once for all, and only until all are drawn: that takes as long as drawing. Runs where there is a canvas.
 * @throws when the picture is damaged
 */
export async function marked(picture: Blob, looks: readonly Look[], canvasOf: CanvasOf = newCanvas): Promise<FileBytes[]> {
  const image = await createImageBitmap(picture)
  try {
    // What is on a canvas is taken when it is asked to pack it, so the next copy may be drawn on it at once.
    const packed = looks.map(({ kind, marks }) => (kind === 'whole' ? wholeOf(image, marks, canvasOf) : smallOf(image, marks, canvasOf)))
    image.close()
    return await Promise.all(looks.map(async ({ kind }, at) => (kind === 'whole' ? storedFile(await packed[at]!) : new Uint8Array(await (await packed[at]!).arrayBuffer()))))
  } finally {
    image.close()
  }
}

function wholeOf(image: ImageBitmap, marks: ShotMarks, canvasOf: CanvasOf): Promise<Blob> {
  const { width, height } = sheetOf(marks, image)
  const canvas = canvasOf('whole', width, height)
  drawOn(canvas, image, marks, 1)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Widest small picture in pixels: enough to see what is meant in a list's row. */
const SMALL_WIDTH = 480
const QUALITY = 0.8

/** A picture made small, its marks drawn at the small one's size. */
export function smallOf(image: ImageBitmap, marks: ShotMarks, canvasOf: CanvasOf = newCanvas): Promise<Blob> {
  const scale = Math.min(1, SMALL_WIDTH / image.width)
  const { width, height } = sheetOf(marks, image, scale)
  const canvas = canvasOf('small', width, height)
  drawOn(canvas, image, marks, scale)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}

function drawOn(canvas: OffscreenCanvas, image: ImageBitmap, marks: ShotMarks, scale: number): void {
  // Kept where its bytes are read, not in the graphics card.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.globalCompositeOperation = 'copy'
  pen.drawImage(image, 0, 0, Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  pen.globalCompositeOperation = 'source-over'
  drawMarks(pen as Pen, marks, image, scale)
}

function newCanvas(_: Look['kind'], width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height)
}

/** All copies of a kind and size on one canvas: a new one for each takes a quarter longer, and the old ones are not collected soon. */
export function keptCanvases(): CanvasOf {
  const kept: Partial<Record<Look['kind'], OffscreenCanvas>> = {}
  return (kind, width, height) => {
    const one = kept[kind]
    const canvas = one?.width === width && one.height === height ? one : newCanvas(kind, width, height)
    kept[kind] = canvas
    return canvas
  }
}
