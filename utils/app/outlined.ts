import type { Outline } from '../types/issue.ts'

const RED = '#d92d20'

/**
 * A screenshot with its frames drawn on it, as PNG: what is handed to a unit. The stored original is never changed.
 * Runs where there is a canvas. @throws when the picture is damaged
 */
export async function outlined(picture: Uint8Array, outlines: readonly Outline[]): Promise<Uint8Array> {
  if (!outlines.length) return picture
  const image = await createImageBitmap(new Blob([picture as Uint8Array<ArrayBuffer>]))
  const canvas = new OffscreenCanvas(image.width, image.height)
  const pen = canvas.getContext('2d')!
  pen.drawImage(image, 0, 0)
  image.close()
  drawFrames(pen, outlines, canvas.width)
  const png = await canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await png.arrayBuffer())
}

/** Frames in the picture's pixels, of a width that is seen at its size. */
export function drawFrames(pen: OffscreenCanvasRenderingContext2D, outlines: readonly Outline[], pictureWidth: number): void {
  pen.strokeStyle = RED
  pen.lineWidth = Math.max(2, Math.round(pictureWidth / 500))
  for (const { x, y, width, height } of outlines) pen.strokeRect(x, y, width, height)
}
