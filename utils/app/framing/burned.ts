import { PlainError } from '../../errors.ts'
import { COVER, outward } from '../../drawing/shapes.ts'
import type { Area } from '../../types/drawing.ts'

/**
 * A copy of a picture whose covered pixels are gone, as PNG. Looks at the finished file again: what is not wholly covered in it is not handed out.
 * Runs where there is a canvas. @throws PlainError where the picture cannot be read, or the browser could not write the copy
 */
export async function burned(picture: Blob, covers: readonly Area[]): Promise<Blob> {
  try {
    const image = await createImageBitmap(picture)
    const pen = penOf(image.width, image.height)
    pen.drawImage(image, 0, 0)
    image.close()
    pen.fillStyle = COVER
    for (const { x, y, width, height } of covers.map(outward)) pen.fillRect(x, y, width, height)
    const png = await pen.canvas.convertToBlob({ type: 'image/png' })
    if (!(await isCovered(png, covers))) throw new PlainError({ key: 'markup.burn.failed' })
    return png
  } catch (error) {
    if (error instanceof DOMException && error.name !== 'QuotaExceededError') throw new PlainError({ key: 'markup.burn.failed' }, { cause: error })
    throw error
  }
}

async function isCovered(png: Blob, covers: readonly Area[]): Promise<boolean> {
  const image = await createImageBitmap(png)
  const pen = penOf(image.width, image.height)
  pen.drawImage(image, 0, 0)
  const all = covers.map(outward).every((area) => {
    const left = Math.max(0, area.x)
    const top = Math.max(0, area.y)
    const width = Math.min(image.width, area.x + area.width) - left
    const height = Math.min(image.height, area.y + area.height) - top
    if (width < 1 || height < 1) return true
    const pixels = new Uint32Array(pen.getImageData(left, top, width, height).data.buffer)
    return pixels.every((pixel) => pixel === COVER_PIXEL)
  })
  image.close()
  return all
}

/** As four bytes of a canvas: red, green, blue, opaque. */
const COVER_PIXEL = new Uint32Array(Uint8Array.of(...[1, 3, 5].map((at) => Number.parseInt(COVER.slice(at, at + 2), 16)), 255).buffer)[0]

function penOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  return new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!
}
