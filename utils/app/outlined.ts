import type { Outline } from '../types/issue.ts'

const RED = '#d92d20'

/**
 * A screenshot with its frames drawn on it, as PNG: what is handed to a unit. The stored original is never changed.
 * Runs where there is a canvas. @throws when the picture is damaged
 * @param canvasOf gives a canvas of this size, whatever is on it
 */
export async function outlined(picture: Uint8Array, outlines: readonly Outline[], canvasOf = newCanvas): Promise<Uint8Array> {
  if (!outlines.length) return picture
  const image = await createImageBitmap(new Blob([picture as Uint8Array<ArrayBuffer>]))
  const canvas = canvasOf(image.width, image.height)
  // Kept where its bytes are read, not in the graphics card.
  const pen = canvas.getContext('2d', { willReadFrequently: true })!
  pen.globalCompositeOperation = 'copy'
  pen.drawImage(image, 0, 0)
  pen.globalCompositeOperation = 'source-over'
  image.close()
  drawFrames(pen, outlines, canvas.width)
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await png.arrayBuffer())
}

function newCanvas(width: number, height: number): OffscreenCanvas {
  return new OffscreenCanvas(width, height)
}

/** Frames in the picture's pixels, of a width that is seen at its size. */
export function drawFrames(pen: OffscreenCanvasRenderingContext2D, outlines: readonly Outline[], pictureWidth: number): void {
  pen.strokeStyle = RED
  pen.lineWidth = Math.max(2, Math.round(pictureWidth / 500))
  for (const { x, y, width, height } of outlines) pen.strokeRect(x, y, width, height)
}
