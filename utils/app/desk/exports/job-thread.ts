import type { Dated, FileSink, Standing, UnitsProgress } from '../../../lists/folder/unit-files.ts'
import type { FileBytes } from '../../../lists/folder/stored-file.ts'
import type { Day } from '../../../types/reading.ts'
import type { Phrase } from '../../../types/phrase.ts'
import { doJob, type ExportJob, type JobDone, type JobTools } from './job.ts'

/** What the page tells the thread: the work, to stop it, that a file of the folder stands or does not, or that it is wanted with another day. */
export type ToThread = { kind: 'job'; job: ExportJob } | { kind: 'cancel' } | { kind: 'written'; standing: Standing | undefined } | { kind: 'not-written' } | { kind: 'redate'; day: Day }

/** What the thread tells the page. */
export type FromThread =
  | { kind: 'progress'; progress: UnitsProgress }
  | { kind: 'write'; path: string; file: FileBytes; pack: boolean; day: Day | undefined }
  | { kind: 'redated'; bytes: Uint8Array }
  | { kind: 'done'; done: JobDone }
  | { kind: 'failed'; failure: Failure }

/** An error on its way to another thread. */
export interface Failure {
  name: string
  message: string
  /** Of an expected one. */
  says?: Phrase
}

/** The inside of a Worker. */
export interface JobThread {
  addEventListener: (type: 'message', listen: (event: MessageEvent<ToThread>) => void) => void
  postMessage: (message: FromThread, moved?: Transferable[]) => void
}

/** Does one export in a thread of its own, for `inThread`: the page stays free, however much is written. */
export function answerJob(thread: JobThread, open: () => Omit<JobTools, 'folder'>): void {
  const controller = new AbortController()
  let written: { done: (standing: Standing | undefined) => void; fail: (error: unknown) => void; dated: Dated | undefined } | null = null
  // The page writes, because the leave to do so is its own; one file after the other.
  const folder: FileSink = {
    add: (path, file, pack, dated) =>
      new Promise((done, fail) => {
        written = { done, fail, dated }
        thread.postMessage({ kind: 'write', path, file, pack, day: dated?.day })
      }),
  }
  const redate = (day: Day) => {
    const { dated, fail } = written ?? {}
    dated?.of(day).then((bytes) => thread.postMessage({ kind: 'redated', bytes }), fail)
  }
  const start = async (job: ExportJob) => {
    const tools = open()
    try {
      const onProgress = (progress: UnitsProgress) => thread.postMessage({ kind: 'progress', progress })
      thread.postMessage({ kind: 'done', done: await doJob(job, { ...tools, folder }, { onProgress, signal: controller.signal }) })
    } catch (error) {
      thread.postMessage({ kind: 'failed', failure: failureOf(error) })
    } finally {
      tools.helpers.end()
      tools.db.close()
    }
  }
  thread.addEventListener('message', ({ data }) => {
    if (data.kind === 'job') void start(data.job)
    else if (data.kind === 'cancel') controller.abort()
    else if (data.kind === 'written') written?.done(data.standing)
    else if (data.kind === 'redate') redate(data.day)
    else written?.fail(new Error('not written'))
  })
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error || error instanceof DOMException)) return { name: 'Error', message: String(error) }
  const { says } = error as { says?: Phrase }
  const { inner } = error as { inner?: unknown }
  // Dexie wraps the browser's errors in its own; the browser's tells a full disk.
  const cause = inner instanceof Error && inner.name === 'QuotaExceededError' ? inner : error
  return { name: cause.name, message: cause.message, ...(says && { says }) }
}
