import { ulid } from 'ulid'
import { openLine } from '../../../browser/streams.ts'
import { answer, ask } from '../../../browser/transport.ts'
import { report } from '../../../errors.ts'
import { openSurface, type Surface } from '../../../marks/surface.ts'
import type { ToCapture } from '../../../messages.ts'
import { CaptureLayer } from './layer.ts'
import type { CaptureView } from './layer-view.ts'

/** Draws the layer; null where there is nothing to draw. */
type Draw = (mount: HTMLElement, layer: CaptureLayer, view: CaptureView | null) => void

/** Under this name the layer is known to be in a page: a script that is put in again finds it. Seen by our own scripts alone. */
const HERE = 'duwangCapture'

/** Puts the layer's parts together, once a page. Its element is in the page only while it is used. */
export function openCapture(win: Window, css: string, draw: Draw): void {
  const here = win as unknown as Record<string, unknown>
  if (here[HERE] === true) return
  here[HERE] = true
  let surface: Surface | null = null
  const isOurs = ({ localName, parentElement }: Element) => /^duwang-(?:layer|capture)$/.test(localName) && (parentElement === win.document.documentElement || parentElement?.matches('dialog,:fullscreen,[popover]') === true)
  const layer = new CaptureLayer({
    win,
    isOurs,
    newId: ulid,
    order: (order, told) => openLine('shot.take', order, told),
    read: (box) => void ask('picture.frame', { box }).catch(report),
    render: (view) => {
      if (view && !surface) {
        surface = openSurface(win.document, css, 'duwang-capture', true)
        // Before it is drawn: what is drawn takes the keyboard.
        surface.appear()
      }
      if (surface) draw(surface.mount, layer, view)
      if (!view) {
        surface?.close()
        surface = null
      }
    },
  })
  answer<ToCapture>('capture', layer.handlers, () => undefined)
  // Esc ends it wherever the focus is; a page may press keys by a script, and that counts for nothing.
  win.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !event.isTrusted || !surface) return
    event.stopImmediatePropagation()
    event.preventDefault()
    layer.close()
  }, { capture: true })
  for (const name of ['scroll', 'resize'] as const) win.addEventListener(name, () => layer.moved(), { passive: true, capture: true })
}
