import { PlainError } from '../../errors.ts'
import type { Cut } from './plan.ts'

/** A captured picture and what of it is used. */
export interface Slice extends Cut {
  picture: Blob
}

/** Larger than this as PNG it is kept as JPEG: a backup takes no larger picture. */
const MOST_PNG_BYTES = 48 * 1024 * 1024
const QUALITY = 0.92

/**
 * Slices put together as one picture, pixel for pixel. Each is unpacked only while it is drawn.
 * @throws PlainError where this computer has no memory for a picture of that size
 */
export async function stitched(slices: readonly Slice[], width: number, height: number): Promise<Blob> {
  try {
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')!
    for (const { picture, from, to } of slices) {
      const image = await createImageBitmap(picture)
      pen.drawImage(image, from.x, from.y, from.width, from.height, to.x, to.y, from.width, from.height)
      image.close()
    }
    const png = await canvas.convertToBlob({ type: 'image/png' })
    return png.size <= MOST_PNG_BYTES ? png : await canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
  } catch (error) {
    throw new PlainError({ key: 'app.error.capture-memory' }, { cause: error })
  }
}

/** A part of a picture as a picture of its own. @throws PlainError as `stitched` does */
export function cropped(picture: Blob, from: Cut['from']): Promise<Blob> {
  return stitched([{ picture, from, to: { x: 0, y: 0 } }], from.width, from.height)
}
