import { phraseOf } from '../../errors.ts'
import { openPicture } from '../../ocr/decode.ts'
import { startEngine, type Engine } from '../../ocr/engine.ts'
import { readPicture } from '../../ocr/read.ts'
import type { Area } from '../../types/drawing.ts'
import type { OcrProgress, OcrReading } from '../../types/ocr.ts'
import type { Phrase } from '../../types/phrase.ts'

/** What the workshop hands to its worker. */
export interface PictureJob {
  /** The file, or what the workshop has drawn of one that a worker cannot open (SVG). */
  picture: Blob | ImageBitmap
  region: Area | null
  /** Absolute address of the recogniser's files. */
  folder: string
  /** How many recognisers read side by side. */
  engines: number
}

/** What comes back. */
export type PictureAnswer = { progress: OcrProgress } | { reading: OcrReading } | { says: Phrase }

/** The worker as its program sees it. */
export interface PictureThread {
  addEventListener: (name: 'message', heard: (event: MessageEvent<PictureJob>) => void) => void
  postMessage: (answer: PictureAnswer) => void
}

/** The worker's whole work: a picture when it is told one; the recognisers stay for the next. */
export function answerPictures(thread: PictureThread): void {
  let running: Promise<Engine[]> | null = null
  const told = (progress: OcrProgress) => thread.postMessage({ progress })
  const work = async ({ picture, region, folder, engines }: PictureJob) => {
    const opened = await openPicture(picture)
    const start = () => {
      if (!running) told({ stage: 'loading', done: 0 })
      return (running ??= Promise.all(Array.from({ length: engines }, () => startEngine(folder))))
    }
    try {
      return await readPicture(opened, { region, engines: start, told })
    } finally {
      opened.close()
    }
  }
  thread.addEventListener('message', ({ data }) => {
    work(data).then(
      (reading) => thread.postMessage({ reading }),
      (error: unknown) => thread.postMessage({ says: phraseOf(error) }),
    )
  })
}
