import { PlainError } from '../errors.ts'
import type { In, Out, ToWorkshop } from '../messages.ts'
import type { WorkerAnswer, WorkerQuestion } from './workshop-worker.ts'

type Ask = In<ToWorkshop, 'model.suspects'>
type Found = Out<ToWorkshop, 'model.suspects'>

/** Hands questions to the worker and its answers back to who asked. A model that cannot be loaded is told to each asker, not swallowed. */
export function createWordingWork(worker: Worker, modelUrl: string): (ask: Ask) => Promise<Found> {
  const waiting = new Map<number, { resolve: (found: Found) => void; reject: (error: Error) => void }>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const asker = waiting.get(data.id)
    waiting.delete(data.id)
    if (data.ok) asker?.resolve(data.found)
    else asker?.reject(new PlainError({ key: 'app.error.model' }, { cause: new Error(data.why) }))
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new PlainError({ key: 'app.error.model' }))
    waiting.clear()
  })
  const post = (question: WorkerQuestion): void => worker.postMessage(question)
  // The first page is still being read: by the time its words come the model is loaded and warm.
  post({ id: 0, modelUrl, ask: null })
  return (ask) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      post({ id, modelUrl, ask })
    })
}
