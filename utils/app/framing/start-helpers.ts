import { createHelpers, type Helpers } from './helpers.ts'

/** More threads than this find no more processors, or no more work. */
const MOST_THREADS = 4

/** Threads for pictures and documents, as many as the machine can run at once. To be ended by whoever asked. */
export function startHelpers(): Helpers {
  const start = () => new Worker(new URL('./helper.worker.ts', import.meta.url), { type: 'module' })
  return createHelpers(start, Math.min(MOST_THREADS, navigator.hardwareConcurrency || 1))
}
