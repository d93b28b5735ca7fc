import { PlainError } from '../../errors.ts'
import type { WorkshopStreams } from '../../messages.ts'
import type { Area } from '../../types/drawing.ts'
import type { OcrProgress, OcrReading } from '../../types/ocr.ts'
import type { Phrase } from '../../types/phrase.ts'
import { base64Of } from './base64.ts'

type Line = WorkshopStreams['picture.text']

export interface PictureDeps {
  /** Why pictures cannot be read here; null where they can. */
  hindrance: () => Phrase | null
  ensureWorkshop: () => Promise<boolean>
  openLine: (name: 'picture.text', ask: Line['in'], told: (bit: Line['item']) => void) => { done: Promise<void>; close: () => void }
}

/** Reads the words in a picture; a signal that aborts ends the work at once. @throws PlainError why it cannot be read, `ocr.error.cancelled` after the signal */
export type PictureReader = (picture: Blob, wish?: { region?: Area | null; signal?: AbortSignal; onProgress?: (progress: OcrProgress) => void }) => Promise<OcrReading>

/** Largest file that is handed over, in bytes: it travels as text within the browser, which refuses 64 MiB. */
const LARGEST_FILE = 40 * 1024 * 1024

/** 识别图中文字, for the background: hands a picture to the workshop and back what it says. */
export function createPictureReader({ hindrance, ensureWorkshop, openLine }: PictureDeps): PictureReader {
  return async (picture, { region = null, signal, onProgress } = {}) => {
    const why = hindrance()
    if (why) throw new PlainError(why)
    if (picture.size > LARGEST_FILE) throw new PlainError({ key: 'ocr.error.large-file', params: { limit: LARGEST_FILE / 1024 / 1024 } })
    if (!(await ensureWorkshop())) throw new PlainError({ key: 'ocr.unable.browser' })
    const ask = { picture: await base64Of(picture), region }
    if (signal?.aborted) throw new PlainError({ key: 'ocr.error.cancelled' })
    let reading: OcrReading | null = null
    const line = openLine('picture.text', ask, (bit) => {
      if ('reading' in bit) reading = bit.reading
      else onProgress?.(bit.progress)
    })
    const cancelled = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => {
        reject(new PlainError({ key: 'ocr.error.cancelled' }))
        line.close()
      })
    })
    await Promise.race([line.done, cancelled])
    if (!reading) throw new PlainError({ key: 'app.error.workshop-gone' })
    return reading
  }
}
