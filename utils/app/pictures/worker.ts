import { phraseOf } from '../../errors.ts'
import { startEngine, type Engine } from '../../ocr/engine.ts'
import { readPicture } from '../../ocr/read.ts'
import type { Area } from '../../types/drawing.ts'
import type { OcrProgress, OcrReading } from '../../types/ocr.ts'
import type { Phrase } from '../../types/phrase.ts'

/** What the workshop hands to its worker. */
export interface PictureJob {
  file: Blob
  region: Area | null
  /** Absolute address of the recogniser's files. */
  folder: string
}

/** What comes back. */
export type PictureAnswer = { progress: OcrProgress } | { reading: OcrReading } | { says: Phrase }

/** The worker as its program sees it. */
export interface PictureThread {
  addEventListener: (name: 'message', heard: (event: MessageEvent<PictureJob>) => void) => void
  postMessage: (answer: PictureAnswer) => void
}

/** The worker's whole work: one picture after the other; the recogniser stays for the next. */
export function answerPictures(thread: PictureThread): void {
  let engine: Promise<Engine> | null = null
  thread.addEventListener('message', ({ data: { file, region, folder } }) => {
    const start = () => (engine ??= startEngine(folder))
    readPicture(file, region, start, (progress) => thread.postMessage({ progress })).then(
      (reading) => thread.postMessage({ reading }),
      (error: unknown) => {
        thread.postMessage({ says: phraseOf(error) })
        engine = null
      },
    )
  })
}
