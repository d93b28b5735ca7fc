/** How far a long work is; `stage` names a sentence `storage.stage.*`. */
export interface PackageProgress {
  stage: 'rows' | 'shots' | 'check' | 'stage' | 'swap' | 'unlock' | 'merge'
  done: number
  total: number
}

export type OnProgress = (progress: PackageProgress) => void

/** Ends the work where the person said 取消. @throws the abort of the platform */
export function stopIf(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('cancelled', 'AbortError')
}

/** SHA-256 in hex. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Only one of backup, archive, restore and tidying runs at a time, in whichever window; the next waits. Browsers without locks (before 69) run it at once. */
export function alone<T>(work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  return locks ? locks.request('duwang-storage', work) : work()
}
