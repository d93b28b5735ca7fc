import type { LedgerDb } from '../ledger/db.ts'

/** Widest thumbnail in pixels: enough to see what is meant in a list's row. */
const WIDTH = 480
const QUALITY = 0.8

/** A stored screenshot as a small JPEG, made when first asked for and kept; null where the picture is gone. Runs where there is a canvas. */
export async function thumbnailOf(db: LedgerDb, hash: string): Promise<Uint8Array | null> {
  const shot = await db.shots.get(hash)
  if (!shot) return null
  const thumbnail = shot.thumbnail ?? (await shrink(shot.image))
  if (!shot.thumbnail) await db.shots.update(hash, { thumbnail })
  return new Uint8Array(await thumbnail.arrayBuffer())
}

async function shrink(image: Blob): Promise<Blob> {
  const picture = await createImageBitmap(image)
  const scale = Math.min(1, WIDTH / picture.width)
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale))
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas.convertToBlob({ type: 'image/jpeg', quality: QUALITY })
}
