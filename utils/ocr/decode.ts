import type { Area } from '../types/drawing.ts'
import type { Phrase } from '../types/phrase.ts'
import { OcrError } from './errors.ts'
import { greyOf, type Grey } from './grey.ts'
import { isMoving, sizeOf } from './headers.ts'
import { withoutSeals } from './seals.ts'

/** A picture that was opened. */
export interface Opened {
  width: number
  height: number
  /** A part of it in grey, on what its letters stand out from, without the seals on it; `area` in whole pixels. */
  part: (area: Area) => Grey
  /** What a person must know of how it was opened. */
  notes: Phrase[]
  close: () => void
}

/** Larger pictures are refused, in pixels: opened, one takes four bytes for each. */
export const LARGEST = 64_000_000

/**
 * Opens a picture that the browser can show (PNG, JPEG with CMYK too, WebP, GIF, AVIF, BMP); of a moving one the first frame.
 * @param picture the file, or what an SVG was drawn to
 * @throws OcrError `broken`, or `too-large`, which is told from the file's head before it is opened
 */
export async function openPicture(picture: Blob | ImageBitmap): Promise<Opened> {
  const head = picture instanceof Blob ? new Uint8Array(await picture.arrayBuffer()) : new Uint8Array()
  refuseLarge(sizeOf(head))
  const bitmap = picture instanceof Blob ? await createImageBitmap(picture).catch(broken) : picture
  refuseLarge(bitmap)
  const { width, height } = bitmap
  const ground = groundFor(bitmap)
  const part = (area: Area) => {
    const pen = new OffscreenCanvas(area.width, area.height).getContext('2d', { willReadFrequently: true })
    if (!pen) throw new OcrError('engine')
    pen.fillStyle = ground
    pen.fillRect(0, 0, area.width, area.height)
    pen.drawImage(bitmap, -area.x, -area.y)
    return greyOf(withoutSeals(pen.getImageData(0, 0, area.width, area.height)))
  }
  return { width, height, part, notes: isMoving(head) ? [{ key: 'ocr.note.first-frame' }] : [], close: () => bitmap.close() }
}

/** So much of a picture is let through, and what is not is so bright (0 to 255): light letters that are put over a page's dark ground. */
const [THROUGH, LIGHT] = [0.3, 170]
/** Side of the small copy by which that is told. */
const SMALL = 200

/** What to see a picture on: pages put dark letters without a ground on light, light ones on dark. */
function groundFor(bitmap: ImageBitmap): '#fff' | '#000' {
  const pen = new OffscreenCanvas(SMALL, SMALL).getContext('2d', { willReadFrequently: true })
  if (!pen) throw new OcrError('engine')
  pen.drawImage(bitmap, 0, 0, SMALL, SMALL)
  const copy = pen.getImageData(0, 0, SMALL, SMALL)
  const brightness = greyOf(copy).data
  let [seen, bright] = [0, 0]
  for (let at = 0; at < brightness.length; at++) {
    const opacity = copy.data[at * 4 + 3]!
    seen += opacity
    bright += brightness[at]! * opacity
  }
  return seen < 255 * brightness.length * (1 - THROUGH) && bright > LIGHT * seen ? '#000' : '#fff'
}

function refuseLarge(size: { width: number; height: number } | null): void {
  if (!size || size.width * size.height <= LARGEST) return
  throw new OcrError('too-large', { megapixels: Math.round((size.width * size.height) / 1e6), limit: LARGEST / 1e6 })
}

function broken(cause: unknown): never {
  throw new OcrError('broken', undefined, { cause })
}
