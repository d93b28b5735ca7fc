import type { LedgerDb } from '../ledger/db.ts'
import type { Outline } from '../types/issue.ts'
import { drawFrames } from './outlined.ts'

/** Widest thumbnail in pixels: enough to see what is meant in a list's row. */
const WIDTH = 480
const QUALITY = 0.8

/** A stored screenshot as a small JPEG with its frames, the plain one made when first asked for and kept; null where the picture is gone or damaged. Runs where there is a canvas. */
export async function thumbnailOf(db: LedgerDb, hash: string, outlines: readonly Outline[] = []): Promise<Uint8Array | null> {
  const shot = await db.shots.get(hash)
  if (!shot) return null
  try {
    const plain = shot.thumbnail ?? (await shrink(shot.image))
    if (!shot.thumbnail) await db.shots.update(hash, { thumbnail: plain })
    const shown = outlines.length > 0 && shot.width > 0 ? await framed(plain, outlines, shot.width) : plain
    return new Uint8Array(await shown.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException && DAMAGED.includes(error.name)) return null
    throw error
  }
}

/** What browsers throw for a picture that cannot be decoded, and where the file behind a stored Blob is gone or broken. */
const DAMAGED = ['InvalidStateError', 'NotReadableError', 'NotFoundError']

/** @param width of the original, in whose pixels the frames are */
async function framed(thumbnail: Blob, outlines: readonly Outline[], width: number): Promise<Blob> {
  const picture = await createImageBitmap(thumbnail)
  const canvas = new OffscreenCanvas(picture.width, picture.height)
  const pen = canvas.getContext('2d')!
  pen.drawImage(picture, 0, 0)
  const scale = picture.width / width
  picture.close()
  drawFrames(pen, outlines.map((one) => ({ ...one, x: one.x * scale, y: one.y * scale, width: one.width * scale, height: one.height * scale })), canvas.width)
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}

async function shrink(image: Blob): Promise<Blob> {
  const picture = await createImageBitmap(image)
  const scale = Math.min(1, WIDTH / picture.width)
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}
