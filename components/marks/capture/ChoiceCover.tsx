import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

/** Pointer events that a way of choosing listens to. */
type Pointer = 'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onClick' | 'onDblClick'

export interface ChoiceCoverProps extends Partial<Record<Pointer, (event: PointerEvent & { currentTarget: HTMLElement }) => void>> {
  kind: 'region' | 'element'
  /** Name for those who hear the page. */
  name: string
  /** Something is chosen: buttons come and go with it, and must not take the keyboard along. */
  chosen: boolean
  /** A key that is neither Enter nor Esc. @returns whether it meant something here */
  onKey: (event: KeyboardEvent) => boolean
  onTake: () => void
  onCancel: () => void
  children: ComponentChildren
}

/** So often it takes the keyboard back from a page: a viewer of the browser's own takes it once, when it has loaded; a page that never stops wins. */
const BACK = 5

/** Lies over the page while something is chosen in it, and has the keyboard: Enter takes, Esc cancels. Keys on a button in it are that button's. */
export function ChoiceCover({ kind, name, chosen, onKey, onTake, onCancel, children, ...pointer }: ChoiceCoverProps) {
  const cover = useRef<HTMLDivElement>(null)
  const back = useRef(BACK)
  // At once: later it would take the keyboard from a button that was reached meanwhile.
  useLayoutEffect(() => cover.current?.focus({ preventScroll: true }), [chosen])
  return (
    <div
      class={`capture-cover capture-${kind}`}
      role="application"
      aria-label={name}
      aria-describedby="capture-how"
      tabIndex={0}
      ref={cover}
      {...(pointer as object)}
      onBlur={() => setTimeout(() => {
        const root = cover.current?.getRootNode()
        if (root instanceof ShadowRoot && !root.activeElement && back.current-- > 0) cover.current?.focus({ preventScroll: true })
      })}
      onKeyDown={(event) => {
        event.stopPropagation()
        const isCancel = event.key === 'Escape'
        if (event.target !== cover.current && !isCancel) return
        if (isCancel) onCancel()
        else if (event.key === 'Enter') onTake()
        else if (!onKey(event)) return
        event.preventDefault()
      }}
    >
      {children}
    </div>
  )
}
