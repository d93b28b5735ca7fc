import { onAbort } from './abort.ts'

/** Waits `ms` milliseconds; rejects with the signal's reason when it is aborted first. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>

/** The real one. Tests hand in a shorter one. */
export const wait: Wait = (ms, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(() => {
    release()
    resolve()
  }, ms)
  const release = onAbort(signal, (reason) => {
    clearTimeout(timer)
    reject(reason)
  })
})
