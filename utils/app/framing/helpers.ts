import type { ShotMarks } from '../../types/drawing.ts'
import type { Shot } from '../../types/issue.ts'
import type { Small } from '../thumbnail.ts'
import type { FileBytes } from '../../lists/folder/stored-file.ts'
import type { Look } from './marked.ts'
import { doTask, type Answer, type DocumentTask, type Task } from './task.ts'

export interface Asked {
  id: number
  task: Task
}

/** What a thread answers: the result, or the name and words of what stopped it; `dom`: it was a DOMException. */
export type Answered = { id: number; result: Uint8Array | Small | FileBytes[] } | { id: number; name: string; message: string; dom: boolean }

/** Pictures and documents made elsewhere. */
export interface Helpers {
  /** Marks drawn on copies of a screenshot. */
  mark: (picture: Blob, looks: readonly Look[]) => Promise<FileBytes[]>
  shrink: (shot: Shot, marks: ShotMarks) => Promise<Small>
  document: (document: DocumentTask) => Promise<Uint8Array>
  /** Ends the threads; what they were asked and have not answered is refused. */
  end: () => void
}

interface Helper {
  worker: Worker
  open: Map<number, Open>
}

interface Open {
  task: Task
  done: (result: never) => void
  fail: (error: unknown) => void
}

/**
 * Threads for what takes long. Tasks are handed out at once, to the one with the fewest.
 * @param start makes one thread; where it cannot or its thread breaks down, the work is done where it was asked for
 * @param most how many threads
 */
export function createHelpers(start: () => Worker, most: number): Helpers {
  const helpers: Helper[] = []
  let next = 0
  let works = true

  const breakDown = ({ worker, open }: Helper) => {
    works = false
    worker.terminate()
    for (const { task, done, fail } of open.values()) (doTask(task) as Promise<never>).then(done, fail)
    open.clear()
  }
  const help = (): Helper => {
    const helper: Helper = { worker: start(), open: new Map() }
    helper.worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      const open = helper.open.get(data.id)
      helper.open.delete(data.id)
      if ('result' in data) open?.done(data.result as never)
      else open?.fail(errorOf(data))
    })
    helper.worker.addEventListener('error', () => breakDown(helper))
    helpers.push(helper)
    return helper
  }
  const leastBusy = () => {
    const free = helpers.reduce<Helper | null>((least, one) => (least && least.open.size <= one.open.size ? least : one), null)
    return free && (free.open.size === 0 || helpers.length >= most) ? free : help()
  }
  const ask = async <T extends Task>(task: T): Promise<Answer<T>> => {
    const helper = works ? helperOrNull(leastBusy) : null
    if (!helper) {
      works = false
      return (await doTask(task)) as Answer<T>
    }
    return new Promise<Answer<T>>((done, fail) => {
      const asked: Asked = { id: next++, task }
      helper.open.set(asked.id, { task, done, fail })
      helper.worker.postMessage(asked)
    })
  }

  return {
    mark: (picture, looks) => ask({ kind: 'mark', picture, looks: looks.map(({ kind, marks }) => ({ kind, marks })) }),
    shrink: (shot, marks) => ask({ kind: 'shrink', shot, marks }),
    document: (document) => ask({ kind: 'document', document }),
    end: () => {
      for (const { worker, open } of helpers.splice(0)) {
        worker.terminate()
        for (const { fail } of open.values()) fail(new DOMException('', 'AbortError'))
        open.clear()
      }
    },
  }
}

function errorOf({ name, message, dom }: { name: string; message: string; dom: boolean }): Error {
  return dom ? new DOMException(message, name) : Object.assign(new Error(message), { name })
}

/** null where the browser knows no such threads or forbids them here. */
function helperOrNull(find: () => Helper): Helper | null {
  try {
    return find()
  } catch {
    return null
  }
}
