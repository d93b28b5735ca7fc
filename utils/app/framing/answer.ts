import type { Answered, Asked } from './helpers.ts'
import { keptCanvases, type CanvasOf } from './marked.ts'
import { doTask } from './task.ts'

/** The inside of a Worker. */
export interface HelperThread {
  addEventListener: (type: 'message', listen: (event: MessageEvent<Asked>) => void) => void
  postMessage: (answer: Answered, moved: Transferable[]) => void
}

/** Does tasks in a thread of its own, for `createHelpers`. One after the other, so that only one picture is in memory unpacked. */
export function answerTasks(thread: HelperThread): void {
  let before: Promise<void> = Promise.resolve()
  const canvasOf = keptCanvases()
  thread.addEventListener('message', ({ data }) => {
    before = before.then(() => answer(thread, data, canvasOf))
  })
}

async function answer(thread: HelperThread, { id, task }: Asked, canvasOf: CanvasOf): Promise<void> {
  try {
    const result = await doTask(task, canvasOf)
    const files = Array.isArray(result) ? result : ['shown' in result ? result.shown : result]
    thread.postMessage({ id, result }, files.flatMap((file) => (file instanceof Uint8Array ? [file.buffer as ArrayBuffer] : [])))
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    thread.postMessage({ id, name, message, dom: error instanceof DOMException }, [])
  }
}
