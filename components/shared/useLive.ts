import { useLayoutEffect, useState } from 'preact/hooks'
import type { Source } from '../../utils/types/live.ts'

/**
 * The latest value of a source; null before the first. `keys` as in `useEffect`: the source is asked anew when one changes.
 * A source that fails breaks the part of the interface that shows it, so that the nearest ErrorBoundary says why and offers to ask again;
 * `aside` is told instead where the rest can do without.
 */
export function useLive<T>(source: Source<T>, keys: readonly unknown[], aside?: (error: unknown) => void): T | null {
  const [value, setValue] = useState<T | null>(null)
  const [failed, setFailed] = useState<{ error: unknown } | null>(null)
  // Asked as soon as it is drawn, not after the browser has painted: the answer is what the person waits for.
  useLayoutEffect(() => {
    setFailed(null)
    return source((told) => setValue(() => told), aside ?? ((error) => setFailed({ error })))
  }, [...keys])
  if (failed) throw failed.error
  return value
}
