import type { ShotMarks } from '../../types/drawing.ts'
import { isBare, marked } from './marked.ts'

/** What a helper is asked. The picture is a copy: the one asked for stays with the asker. */
export interface FramingTask {
  id: number
  picture: Uint8Array
  marks: ShotMarks
}

/** What it answers: the marked picture, or the name and words of the DOMException that stopped it. */
export type FramingAnswer = { id: number; picture: Uint8Array } | { id: number; name: string; message: string }

/** Draws marks on copies of screenshots. */
export interface Framer {
  draw: typeof marked
  /** Ends the helpers; what they were asked and have not answered is refused. */
  end: () => void
}

interface Helper {
  worker: Worker
  tasks: Map<number, Task>
}

interface Task {
  task: FramingTask
  done: (picture: Uint8Array) => void
  fail: (error: unknown) => void
}

/**
 * Framers in threads of their own: on a page's own thread the browser packs pictures only while that is idle, so that
 * lists and pictures would wait for each other. Tasks are handed out at once, to the helper with the fewest.
 * @param start makes one helper; where it cannot or its helper breaks down, marks are drawn on the page itself
 * @param most how many helpers
 */
export function createFramer(start: () => Worker, most: number): Framer {
  const helpers: Helper[] = []
  let next = 0
  let works = true

  const breakDown = ({ worker, tasks }: Helper) => {
    works = false
    worker.terminate()
    for (const { task, done, fail } of tasks.values()) marked(task.picture, task.marks).then(done, fail)
    tasks.clear()
  }
  const help = (): Helper => {
    const helper: Helper = { worker: start(), tasks: new Map() }
    helper.worker.addEventListener('message', ({ data }: MessageEvent<FramingAnswer>) => {
      const task = helper.tasks.get(data.id)
      helper.tasks.delete(data.id)
      if ('picture' in data) task?.done(data.picture)
      else task?.fail(new DOMException(data.message, data.name))
    })
    helper.worker.addEventListener('error', () => breakDown(helper))
    helpers.push(helper)
    return helper
  }
  const leastBusy = () => {
    const free = helpers.reduce<Helper | null>((least, one) => (least && least.tasks.size <= one.tasks.size ? least : one), null)
    return free && (free.tasks.size === 0 || helpers.length >= most) ? free : help()
  }

  return {
    draw: async (picture, marks) => {
      if (isBare(marks)) return picture
      const helper = works ? helperOrNull(leastBusy) : null
      if (!helper) {
        works = false
        return marked(picture, marks)
      }
      return new Promise((done, fail) => {
        const task: FramingTask = { id: next++, picture, marks }
        helper.tasks.set(task.id, { task, done, fail })
        helper.worker.postMessage(task)
      })
    },
    end: () => {
      for (const { worker, tasks } of helpers.splice(0)) {
        worker.terminate()
        for (const { fail } of tasks.values()) fail(new DOMException('', 'AbortError'))
      }
    },
  }
}

/** null where the browser knows no such threads or forbids them here. */
function helperOrNull(find: () => Helper): Helper | null {
  try {
    return find()
  } catch {
    return null
  }
}
