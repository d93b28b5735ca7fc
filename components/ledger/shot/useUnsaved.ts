import { useEffect, useRef } from 'preact/hooks'

/** Work that is not saved is asked about before the tab is closed or the address leads elsewhere (back in the browser). */
export function useUnsaved(unsaved: boolean, ask: () => void): void {
  const latest = useRef({ unsaved, ask })
  latest.current = { unsaved, ask }
  useEffect(() => {
    const here = location.href
    const leave = (event: BeforeUnloadEvent) => {
      if (latest.current.unsaved) event.preventDefault()
    }
    const wander = (event: HashChangeEvent) => {
      if (!latest.current.unsaved || location.href === here) return
      // Before whoever follows the address.
      event.stopImmediatePropagation()
      history.pushState(null, '', here)
      latest.current.ask()
    }
    addEventListener('beforeunload', leave)
    addEventListener('hashchange', wander, true)
    return () => {
      removeEventListener('beforeunload', leave)
      removeEventListener('hashchange', wander, true)
    }
  }, [])
}
