import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import type { CaptureKind } from '../../utils/types/capture.ts'
import { CaptureKinds } from './CaptureKinds.tsx'

export interface CaptureMenuProps {
  /** Words of the button. */
  label: string
  /** What the pictures are for: name of the group that it opens. */
  name: string
  /** Look of the button beside `button button-small`. */
  look?: string
  onCapture: (kind: CaptureKind) => void
}

/** A button that asks in place what is to be captured, so that nothing pops out of a small window. Esc goes back. */
export function CaptureMenu({ label, name, look = '', onCapture }: CaptureMenuProps) {
  const [open, setOpen] = useState<boolean | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const choice = useRef<HTMLSpanElement>(null)
  // At once: the page's windows may be hidden for the picture the next moment, and what is hidden takes no keyboard.
  useLayoutEffect(() => {
    // null before it was ever opened, so that showing it takes no focus
    if (open === false) button.current?.focus()
    if (open) choice.current?.querySelector('button')?.focus()
  }, [open])
  if (!open) return <button type="button" class={`button button-small ${look}`} aria-expanded={false} ref={button} onClick={() => setOpen(true)}>{label}</button>
  return (
    <span
      class="capture-menu"
      ref={choice}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setOpen(false)
      }}
    >
      <CaptureKinds name={name} onCapture={(kind) => (setOpen(false), onCapture(kind))} />
      <button type="button" class="button button-small button-plain" onClick={() => setOpen(false)}>{t('common.cancel')}</button>
    </span>
  )
}
