import { stopIf } from '../ledger/backup/work.ts'
import { CouchFailure } from '../team/couch/failure.ts'
import type { DocId } from '../types/team.ts'

/** Pictures and saved pages of a team that are not here (`shot:<hash>`, `page:<hash>`) are fetched. @returns those that came; none where there is no team. @throws CouchFailure where the server cannot be reached */
export type FetchFiles = (ids: readonly DocId[]) => Promise<DocId[]>

export interface Bringing {
  signal?: AbortSignal | undefined
  onProgress?: ((done: number, total: number) => void) | undefined
}

/** So many at a time: between them it can be cancelled. */
const STEP = 60

/**
 * Where a team's pictures come on demand, what is written out demands them. Without the server it is written all the same.
 * @returns how many the server may have and did not give because it could not be reached
 * @throws an AbortError when cancelled
 */
export async function bringFiles(ids: readonly DocId[], fetchFiles: FetchFiles, { signal, onProgress }: Bringing): Promise<number> {
  for (let at = 0; at < ids.length; at += STEP) {
    stopIf(signal)
    const came = await fetchFiles(ids.slice(at, at + STEP)).catch((error: unknown) => (error instanceof CouchFailure ? null : Promise.reject(error)))
    if (came === null) return ids.length - at
    onProgress?.(Math.min(at + STEP, ids.length), ids.length)
  }
  return 0
}
