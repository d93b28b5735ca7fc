import { PlainError } from '../../errors.ts'
import type { StreamHandlers, WorkshopStreams } from '../../messages.ts'
import { bytesOf } from './base64.ts'
import type { PictureAnswer, PictureJob } from './worker.ts'

/** How long the worker stays when there is nothing to do, in ms. */
export const WARM = 60_000

export interface PictureWorkDeps {
  startWorker: () => Worker
  /** Absolute address of the recogniser's files. */
  folder: string
  /** Calls back after a time in ms; returns what calls it off. */
  later: (ms: number, what: () => void) => () => void
}

/**
 * 识别图中文字 in the workshop: one picture at a time, the others wait. A picture that is called off ends the worker with all it was doing;
 * without work it is kept warm for a minute, then freed.
 */
export function createPictureWork({ startWorker, folder, later }: PictureWorkDeps): StreamHandlers<WorkshopStreams>['picture.text'] {
  let worker: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let callOff = () => {}
  const free = () => {
    worker?.terminate()
    worker = null
  }
  const read = (job: PictureJob, emit: (bit: WorkshopStreams['picture.text']['item']) => void, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      callOff()
      const mine = (worker ??= startWorker())
      const over = new AbortController()
      const end = (why?: PlainError) => {
        over.abort()
        if (why) reject(why)
        else resolve()
        callOff = later(WARM, free)
      }
      const broken = () => {
        free()
        end(new PlainError({ key: 'ocr.error.engine' }))
      }
      mine.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => {
        if ('says' in data) return end(new PlainError(data.says))
        emit(data)
        if ('reading' in data) end()
      }, { signal: over.signal })
      mine.addEventListener('error', broken, { signal: over.signal })
      signal.addEventListener('abort', () => {
        free()
        end(new PlainError({ key: 'ocr.error.cancelled' }))
      }, { signal: over.signal })
      mine.postMessage(job)
    })
  return async ({ picture, region }, emit, signal) => {
    emit({ progress: { stage: 'waiting', done: 0 } })
    const turn = queue.then(() => (signal.aborted ? undefined : read({ file: new Blob([bytesOf(picture)]), region, folder }, emit, signal)))
    queue = turn.catch(() => undefined)
    await turn
  }
}
