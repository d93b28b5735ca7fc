import type { LedgerDb } from '../ledger/db.ts'
import { drawMarks, type Pen } from '../drawing/draw.ts'
import { sheetOf } from '../drawing/shapes.ts'
import { NO_MARKS, type ShotMarks } from '../types/drawing.ts'
import type { Shot } from '../types/issue.ts'
import { isBare } from './framing/marked.ts'

/** Widest thumbnail in pixels: enough to see what is meant in a list's row. */
const WIDTH = 480
const QUALITY = 0.8

/** A small picture with its marks, and the plain one where it was made for it. */
export interface Small {
  shown: Uint8Array
  made: Blob | null
}

/**
 * A stored screenshot as a small JPEG with its marks, the plain one made when first asked for and kept; null where the picture is gone or damaged.
 * @param make where it is made: here, where there is a canvas, or in another thread
 */
export async function thumbnailOf(db: LedgerDb, hash: string, marks: ShotMarks = NO_MARKS, make = smallOf): Promise<Uint8Array | null> {
  const shot = await db.shots.get(hash)
  if (!shot) return null
  try {
    const { shown, made } = await make(shot, marks)
    if (made) await db.shots.update(hash, { thumbnail: made })
    return shown
  } catch (error) {
    if (error instanceof DOMException && DAMAGED.includes(error.name)) return null
    throw error
  }
}

/** @throws DOMException where the picture is damaged */
export async function smallOf(shot: Shot, marks: ShotMarks): Promise<Small> {
  // Where it is not known how large the original is, nothing can be put in its place; what is to be covered is not shown at all.
  if (marks.covers.length > 0 && shot.width < 1) throw new DOMException('no size', 'InvalidStateError')
  const plain = shot.thumbnail ?? (await shrink(shot.image))
  const shown = !isBare(marks) && shot.width > 0 ? await markedSmall(plain, marks, shot) : plain
  return { shown: new Uint8Array(await shown.arrayBuffer()), made: shot.thumbnail ? null : plain }
}

/** What browsers throw for a picture that cannot be decoded, and where the file behind a stored Blob is gone or broken. */
const DAMAGED = ['InvalidStateError', 'NotReadableError', 'NotFoundError']

/** @param shot in whose pixels the marks are */
async function markedSmall(thumbnail: Blob, marks: ShotMarks, shot: Pick<Shot, 'width' | 'height'>): Promise<Blob> {
  const picture = await createImageBitmap(thumbnail)
  const scale = picture.width / shot.width
  const { width, height } = sheetOf(marks, shot, scale)
  const canvas = new OffscreenCanvas(width, height)
  const pen = canvas.getContext('2d')!
  pen.drawImage(picture, 0, 0)
  picture.close()
  drawMarks(pen as Pen, marks, shot, scale)
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
