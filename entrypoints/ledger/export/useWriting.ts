import { useRef, useState } from 'preact/hooks'
import type { ExportProgress } from '../../../components/ledger/export/ExportView.tsx'
import type { Running } from '../../../utils/app/desk/exports/index.ts'
import { phraseOf } from '../../../utils/errors.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'

export type Writing = ReturnType<typeof useWriting>

/** Too little done to say how long the rest takes. */
const TOO_SOON_MS = 500

/** One export at a time: how far it is, how it is ended, and how it went. */
export function useWriting() {
  const [progress, setProgress] = useState<ExportProgress | null>(null)
  const [result, setResult] = useState<Phrase | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const running = useRef<AbortController | null>(null)

  /** `work` answers with the sentence to show, or null where the person thought better of it. */
  const run = async (work: (running: Running) => Promise<Phrase | null>): Promise<void> => {
    // A second click that comes before the buttons are drawn as not to be clicked.
    if (running.current) return
    const controller = new AbortController()
    running.current = controller
    const started = performance.now()
    setResult(null)
    setProblem(null)
    setProgress({ done: 0, total: 1, unitName: '', secondsLeft: null })
    try {
      setResult(await work({
        signal: controller.signal,
        onProgress: ({ done, total, unitName }) => {
          const spent = performance.now() - started
          setProgress({ done, total, unitName, secondsLeft: spent < TOO_SOON_MS ? null : Math.round((spent / done) * (total - done) / 1000) })
        },
      }))
    } catch (error) {
      setProblem(error instanceof DOMException && error.name === 'AbortError' ? { key: 'app.cancelled' } : phraseOf(error))
    } finally {
      setProgress(null)
      running.current = null
    }
  }
  return { progress, result, problem, run, cancel: () => running.current?.abort() }
}
