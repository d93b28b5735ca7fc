import type { FileSink } from '../../../lists/folder/unit-files.ts'
import { PlainError } from '../../../errors.ts'
import type { Day } from '../../../types/reading.ts'
import type { ExportJob, JobDone, Running } from './job.ts'
import type { Failure, FromThread, ToThread } from './job-thread.ts'

/**
 * Does an export in a thread of its own.
 * @param start makes the thread
 * @param folder takes the files of a folder
 * @returns null where the browser knows no such threads, forbids them here or cannot load them: then it is to be done on the page
 * @throws what the work throws
 */
export async function inThread(start: () => Worker, job: ExportJob, folder: FileSink, { onProgress, signal }: Running): Promise<JobDone | null> {
  const worker = startOrNull(start)
  if (!worker) return null
  const tell = (message: ToThread) => worker.postMessage(message)
  const cancel = () => tell({ kind: 'cancel' })
  signal.addEventListener('abort', cancel)
  try {
    return await new Promise<JobDone | null>((done, fail) => {
      let heard = false
      let redated: ((bytes: Uint8Array) => void) | null = null
      const of = (day: Day) =>
        new Promise<Uint8Array>((made) => {
          redated = made
          tell({ kind: 'redate', day })
        })
      const write = async ({ path, file, pack, day }: FromThread & { kind: 'write' }) => {
        try {
          tell({ kind: 'written', standing: await folder.add(path, file, pack, day === undefined ? undefined : { day, of }) })
        } catch (error) {
          fail(error)
          tell({ kind: 'not-written' })
        }
      }
      worker.addEventListener('message', ({ data }: MessageEvent<FromThread>) => {
        heard = true
        if (data.kind === 'progress') onProgress(data.progress)
        else if (data.kind === 'write') void write(data)
        else if (data.kind === 'redated') redated?.(data.bytes)
        else if (data.kind === 'done') done(data.done)
        else fail(errorOf(data.failure))
      })
      worker.addEventListener('error', (event) => (heard ? fail(new Error(event.message)) : done(null)))
      tell({ kind: 'job', job })
      if (signal.aborted) cancel()
    })
  } finally {
    signal.removeEventListener('abort', cancel)
    worker.terminate()
  }
}

function errorOf({ name, message, says }: Failure): Error {
  if (says) return new PlainError(says)
  if (['AbortError', 'QuotaExceededError'].includes(name)) return new DOMException(message, name)
  return Object.assign(new Error(message), { name })
}

function startOrNull(start: () => Worker): Worker | null {
  try {
    return start()
  } catch {
    return null
  }
}
