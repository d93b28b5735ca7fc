import { PlainError } from '../../errors.ts'
import type { StreamHandlers, WorkshopStreams } from '../../messages.ts'
import type { Area } from '../../types/drawing.ts'
import type { OcrReading } from '../../types/ocr.ts'
import { bytesOf } from './base64.ts'
import { drawnSvg, isSvg } from './drawing-file.ts'
import type { PictureAnswer, PictureJob } from './worker.ts'

/** How long the worker stays when there is nothing to do, in ms. */
export const WARM = 60_000

/** A recogniser starts within a second; one that is silent for so long, in ms, hangs: Firefox now and then never starts a worker's own worker. */
export const STUCK = 12_000

export interface PictureWorkDeps {
  startWorker: () => Worker
  /** Absolute address of the recogniser's files. */
  folder: string
  /** Cores that may be used. */
  cores: number
  /** Calls back after a time in ms; returns what calls it off. */
  later: (ms: number, what: () => void) => () => void
}

type Handler = StreamHandlers<WorkshopStreams>['picture.text']
type Emit = Parameters<Handler>[1]

/** A picture that is damaged or too large leaves the worker as it was. */
const HARMLESS = ['ocr.error.broken', 'ocr.error.too-large']

/**
 * 识别图中文字 in the workshop: one picture at a time, the others wait. A picture that is called off ends the worker with all it was doing;
 * without work it is kept warm for a minute, then freed.
 */
export function createPictureWork({ startWorker, folder, cores, later }: PictureWorkDeps): Handler {
  let worker: Worker | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let stayAwake = () => {}
  const free = () => {
    worker?.terminate()
    worker = null
  }
  const run = (job: PictureJob, emit: Emit, signal: AbortSignal, again = true): Promise<OcrReading> =>
    new Promise<OcrReading>((resolve, reject) => {
      stayAwake()
      let watch = () => {}
      const mine = (worker ??= startWorker())
      const over = new AbortController()
      const settle = (how: () => void, isBroken: boolean) => {
        over.abort()
        watch()
        if (isBroken) free()
        else stayAwake = later(WARM, free)
        how()
      }
      const fail = (error: PlainError, isBroken = true) => settle(() => reject(error), isBroken)
      const heard = ({ data }: MessageEvent<PictureAnswer>) => {
        watch()
        if ('progress' in data) {
          emit(data)
          // Once more in a worker of its own, and no third time.
          if (again && data.progress.stage === 'loading') watch = later(STUCK, () => settle(() => run(job, emit, signal, false).then(resolve, reject), true))
        }
        else if ('reading' in data) settle(() => resolve(data.reading), false)
        else fail(new PlainError(data.says), !HARMLESS.includes(data.says.key))
      }
      mine.addEventListener('message', heard, { signal: over.signal })
      mine.addEventListener('error', () => fail(new PlainError({ key: 'ocr.error.engine' })), { signal: over.signal })
      signal.addEventListener('abort', () => fail(new PlainError({ key: 'ocr.error.cancelled' })), { signal: over.signal })
      mine.postMessage(job)
    })
  const read = async (picture: string, region: Area | null, emit: Emit, signal: AbortSignal) => {
    if (signal.aborted) return
    const bytes = bytesOf(picture)
    const job = { folder, engines: Math.min(2, Math.max(1, cores)) }
    if (!isSvg(bytes)) return emit({ reading: await run({ ...job, picture: new Blob([bytes]), region }, emit, signal) })
    const { bitmap, scale } = await drawnSvg(picture)
    emit({ reading: scaled(await run({ ...job, picture: bitmap, region: region && scaledArea(region, scale) }, emit, signal), 1 / scale) })
  }
  return async ({ picture, region }, emit, signal) => {
    emit({ progress: { stage: 'waiting', done: 0 } })
    const turn = queue.then(() => read(picture, region, emit, signal))
    queue = turn.catch(() => undefined)
    await turn
  }
}

const scaledArea = ({ x, y, width, height }: Area, by: number): Area => ({ x: x * by, y: y * by, width: width * by, height: height * by })

/** A drawing was read larger than it is; places are told in its own size. */
function scaled(reading: OcrReading, by: number): OcrReading {
  const lines = reading.lines.map((line) => ({ ...line, box: scaledArea(line.box, by), chars: line.chars.map((char) => ({ ...char, box: scaledArea(char.box, by) })) }))
  return { ...reading, width: Math.round(reading.width * by), height: Math.round(reading.height * by), lines }
}
