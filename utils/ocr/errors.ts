import type { Phrase } from '../types/phrase.ts'

/** Why a picture cannot be read, in one sentence with what to do. */
export class OcrError extends Error {
  readonly says: Phrase

  constructor(reason: 'broken' | 'too-large' | 'engine', params?: Phrase['params'], options?: ErrorOptions) {
    super(`ocr: ${reason}`, options)
    this.name = 'OcrError'
    this.says = { key: `ocr.error.${reason}`, ...(params ? { params } : {}) }
  }
}
