import type { Area } from '../types/drawing.ts'
import { OcrError } from './errors.ts'
import { greyOf, type Grey } from './grey.ts'

/** A picture that was opened. */
export interface Opened {
  width: number
  height: number
  /** A part of it, `scale` times as large, on white. */
  part: (area: Area, scale: number) => Grey
  close: () => void
}

/**
 * Opens a picture that the browser can show (PNG, JPEG with CMYK too, WebP, GIF, AVIF, BMP); of a moving one the first frame.
 * @throws OcrError `broken`
 */
export async function openPicture(file: Blob): Promise<Opened> {
  const bitmap = await createImageBitmap(file).catch((cause: unknown) => {
    throw new OcrError('broken', undefined, { cause })
  })
  const part = (area: Area, scale: number) => {
    const [width, height] = [Math.max(1, Math.round(area.width * scale)), Math.max(1, Math.round(area.height * scale))]
    const pen = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    if (!pen) throw new OcrError('engine')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(bitmap, area.x, area.y, area.width, area.height, 0, 0, width, height)
    return greyOf(pen.getImageData(0, 0, width, height))
  }
  return { width: bitmap.width, height: bitmap.height, part, close: () => bitmap.close() }
}
