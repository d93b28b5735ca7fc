import type { LedgerDb } from '../ledger/db.ts'
import { NO_MARKS, type ShotMarks } from '../types/drawing.ts'
import type { Shot } from '../types/issue.ts'
import { isBare, smallOf } from './framing/marked.ts'

/** A small picture with its marks, and the plain one where it was made for it. */
export interface Small {
  shown: Uint8Array
  made: Blob | null
}

/**
 * A stored screenshot as a small JPEG with its marks, the plain one made when first asked for and kept; null where the picture is gone or damaged.
 * @param make where it is made: here, where there is a canvas, or in another thread
 */
export async function thumbnailOf(db: LedgerDb, hash: string, marks: ShotMarks = NO_MARKS, make = shrunk): Promise<Uint8Array | null> {
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

/** Marks are drawn on a small copy of the original, so that the same is seen wherever it is made. @throws DOMException where the picture is damaged */
export async function shrunk(shot: Shot, marks: ShotMarks): Promise<Small> {
  const kept = isBare(marks) ? shot.thumbnail : null
  const small = kept ?? (await smallFrom(shot.image, marks))
  return { shown: new Uint8Array(await small.arrayBuffer()), made: isBare(marks) && !kept ? small : null }
}

/** What browsers throw for a picture that cannot be decoded, and where the file behind a stored Blob is gone or broken. */
const DAMAGED = ['InvalidStateError', 'NotReadableError', 'NotFoundError']

async function smallFrom(original: Blob, marks: ShotMarks): Promise<Blob> {
  const image = await createImageBitmap(original)
  try {
    return await smallOf(image, marks)
  } finally {
    image.close()
  }
}
