import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { fitting, STEP, within, zoomAt, zoomTo, type Size } from './zoom.ts'

/**
 * Zoom of a picture in a scrolling frame: wheel, keys, buttons, drag. Scrolling stays the browser's own, so that it works by
 * touch and keyboard too. `scale` null: fitted to the width, also when that changes.
 */
export function useZoom(picture: Size) {
  const frame = useRef<HTMLDivElement>(null)
  const [scale, setScale] = useState<number | null>(null)
  const [target, setTarget] = useState<{ left: number; top: number } | null>(null)
  const sizeOfFrame = (): Size => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 })
  const fit = () => fitting(sizeOfFrame(), picture)
  useLayoutEffect(() => {
    if (!frame.current || !target) return
    frame.current.scrollLeft = target.left
    frame.current.scrollTop = target.top
  }, [target])
  /** `at`: point of the frame that stays; its middle where none is given. */
  const set = (to: number, at?: { x: number; y: number }) => {
    const { width, height } = sizeOfFrame()
    const now = { scale: scale ?? fit(), left: frame.current?.scrollLeft ?? 0, top: frame.current?.scrollTop ?? 0 }
    const next = zoomAt(now, within(to, fit()), at?.x ?? width / 2, at?.y ?? height / 2)
    setScale(next.scale)
    setTarget(next)
  }
  const by = (factor: number, at?: { x: number; y: number }) => set((scale ?? fit()) * factor, at)
  const toFit = () => setScale(null)
  const show = (place: Size & { x: number; y: number }) => {
    const next = zoomTo(place, sizeOfFrame(), picture)
    setScale(next.scale)
    setTarget(next)
    frame.current?.focus({ preventScroll: true })
  }

  const wheel = (event: WheelEvent) => {
    const larger = event.deltaY < 0
    // A picture that cannot become smaller lets the page scroll on.
    if (event.deltaY === 0 || (!larger && within((scale ?? fit()) / STEP, fit()) >= (scale ?? fit()))) return
    event.preventDefault()
    const box = frame.current!.getBoundingClientRect()
    by(larger ? STEP : 1 / STEP, { x: event.clientX - box.left, y: event.clientY - box.top })
  }
  const latest = useRef(wheel)
  latest.current = wheel
  useEffect(() => {
    const element = frame.current
    const listen = (event: WheelEvent) => latest.current(event)
    // Not passive: the page must not scroll under a zoom.
    element?.addEventListener('wheel', listen, { passive: false })
    return () => element?.removeEventListener('wheel', listen)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '+' || event.key === '=') by(STEP)
    else if (event.key === '-') by(1 / STEP)
    else if (event.key === '0') toFit()
    else if (event.key === '1') set(1)
    else {
      // Arrows move a zoomed picture; only of a fitted one the outer page may make something else.
      if (event.key.startsWith('Arrow') && scale !== null) event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return { frame, scale, by, set, toFit, show, onKeyDown, onPointerDown: (event: PointerEvent) => drag(event, frame.current) }
}

/** Moves the picture with the mouse; a finger scrolls by itself. */
function drag(event: PointerEvent, frame: HTMLElement | null): void {
  if (!frame || event.button !== 0 || event.pointerType === 'touch') return
  const from = { x: event.clientX + frame.scrollLeft, y: event.clientY + frame.scrollTop }
  const move = (moved: PointerEvent) => {
    frame.scrollLeft = from.x - moved.clientX
    frame.scrollTop = from.y - moved.clientY
  }
  const over = new AbortController()
  const end = () => {
    over.abort()
    frame.classList.remove('shot-dragged')
  }
  frame.setPointerCapture(event.pointerId)
  frame.classList.add('shot-dragged')
  frame.addEventListener('pointermove', move)
  over.signal.addEventListener('abort', () => frame.removeEventListener('pointermove', move))
  frame.addEventListener('pointerup', end, { once: true })
  frame.addEventListener('pointercancel', end, { once: true })
}
