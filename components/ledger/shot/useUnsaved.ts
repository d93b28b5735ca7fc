import { useLayoutEffect, useRef } from 'preact/hooks'
import { holdView } from '../../shared/leave.ts'

/**
 * Work that is not saved is asked about before the tab is closed or the address leads elsewhere (back in the browser).
 * @returns to be called before leaving on purpose
 */
export function useUnsaved(unsaved: boolean, ask: () => void): () => void {
  const latest = useRef(ask)
  latest.current = ask
  const letGo = useRef(() => {})
  useLayoutEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const release = holdView(() => latest.current())
    addEventListener('beforeunload', warn)
    letGo.current = () => {
      release()
      removeEventListener('beforeunload', warn)
    }
    return letGo.current
  }, [unsaved])
  return () => letGo.current()
}
