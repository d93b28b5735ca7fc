import { useRef, useState } from 'preact/hooks'
import { IDLE, type WorkProgress, type WorkShown } from '../../../components/ledger/settings/work.ts'
import { phraseOf } from '../../../utils/errors.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'

export type Run = (work: (onProgress: (progress: WorkProgress) => void, signal: AbortSignal) => Promise<Phrase | null>) => void

/** A long work that says how far it is and can be cancelled. The page redraws for it at most ten times a second. */
export function useWork(): { work: WorkShown; run: Run; cancel: () => void } {
  const [work, setWork] = useState<WorkShown>(IDLE)
  const over = useRef<AbortController | null>(null)
  const run: Run = (wanted) => {
    const controller = new AbortController()
    over.current = controller
    let told = 0
    const onProgress = (progress: WorkProgress) => {
      if (performance.now() - told < 100 && progress.stage !== 'swap') return
      told = performance.now()
      setWork({ ...IDLE, progress })
    }
    setWork({ ...IDLE, progress: { stage: 'check', done: 0, total: 1 } })
    wanted(onProgress, controller.signal).then(
      (result) => setWork({ ...IDLE, result }),
      (error: unknown) => setWork({ ...IDLE, problem: isAbort(error) ? { key: 'storage.cancelled' } : phraseOf(error) }),
    )
  }
  return { work, run, cancel: () => over.current?.abort() }
}

/** The platform's abort; Dexie gives it its own clothes. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError'
}
