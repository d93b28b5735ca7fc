import { useLayoutEffect, useRef } from 'preact/hooks'

/**
 * Ctrl+V anywhere in the view hands over the copied picture; null where something without a picture was pasted beside a field for text.
 * Text that is pasted into a field stays the field's.
 */
export function usePastedPicture(onPaste: ((file: File | null) => void) | undefined): void {
  const latest = useRef(onPaste)
  latest.current = onPaste
  useLayoutEffect(() => {
    const listen = (event: ClipboardEvent) => {
      const take = latest.current
      const data = event.clipboardData
      if (!take || !data || document.querySelector('dialog[open]')) return
      const typing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA)$/.test(event.target.tagName)
      const picture = [...data.files].find(({ type }) => type.startsWith('image/')) ?? null
      if (typing && (!picture || data.types.includes('text/plain'))) return
      event.preventDefault()
      take(picture)
    }
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}
