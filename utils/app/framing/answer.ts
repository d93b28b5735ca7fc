import { marked } from './marked.ts'
import type { FramingAnswer, FramingTask } from './framer.ts'

/** The inside of a Worker. */
export interface FramingThread {
  addEventListener: (type: 'message', listen: (event: MessageEvent<FramingTask>) => void) => void
  postMessage: (answer: FramingAnswer, moved: Transferable[]) => void
}

/**
 * Draws frames in a thread of its own, for `createFramer`. One picture after the other, so that only one is in memory unpacked,
 * and all of a size on one canvas: a new one for each takes a quarter longer.
 */
export function answerFraming(thread: FramingThread): void {
  let before: Promise<void> = Promise.resolve()
  let kept: OffscreenCanvas | null = null
  const canvasOf = (width: number, height: number) => {
    if (kept?.width !== width || kept.height !== height) kept = new OffscreenCanvas(width, height)
    return kept
  }
  thread.addEventListener('message', ({ data }) => {
    before = before.then(() => answer(thread, data, canvasOf))
  })
}

async function answer(thread: FramingThread, { id, picture, marks }: FramingTask, canvasOf: (width: number, height: number) => OffscreenCanvas): Promise<void> {
  try {
    const framed = await marked(picture, marks, canvasOf)
    thread.postMessage({ id, picture: framed }, [framed.buffer as ArrayBuffer])
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    thread.postMessage({ id, name, message }, [])
  }
}
