import { SEVERITIES, type Severity } from '../types/finding.ts'
import type { Place } from './place.ts'

/** Draws words by the CSS Custom Highlight API: the page's own nodes are not touched. */
export interface Painter {
  draw: (places: readonly Place[]) => void
  clear: () => void
  /** Draws again what the page has taken away; costs nothing where all is there. */
  mend?: () => void
  /** What is drawn in the page's own words is not to be seen until `show`: a picture is being taken. */
  hide?: () => void
  show?: () => void
}

/** The list of highlights is shared with the page, so the names are our own; `::highlight()` rules in the content style. */
const nameOf = (severity: Severity) => `duwang-${severity}`

/** @returns null where the browser has no such API (Chromium below 105). */
export function createHighlights(): Painter | null {
  const registry = (globalThis.CSS as typeof CSS | undefined)?.highlights
  if (!registry || typeof Highlight !== 'function') return null
  /** What was drawn, with how many ranges: the page sees the registry and may empty it. */
  const drawn = new Map<string, { highlight: Highlight; ranges: readonly AbstractRange[] }>()
  let hidden = false
  const takeDown = () => SEVERITIES.forEach((severity) => registry.delete(nameOf(severity)))
  const clear = () => {
    takeDown()
    drawn.clear()
  }
  const mend = () => {
    if (hidden) return
    for (const [name, { highlight, ranges }] of drawn) {
      if (highlight.size !== ranges.length) for (const range of ranges) highlight.add(range)
      if (registry.get(name) !== highlight) registry.set(name, highlight)
    }
  }
  return {
    draw: (places) => {
      clear()
      for (const [order, severity] of SEVERITIES.entries()) {
        const ranges = places.filter((place) => place.severity === severity && place.range && !place.sign).map(({ range }) => range!)
        if (!ranges.length) continue
        const highlight = new Highlight(...ranges)
        highlight.priority = SEVERITIES.length - order
        if (!hidden) registry.set(nameOf(severity), highlight)
        drawn.set(nameOf(severity), { highlight, ranges })
      }
    },
    clear,
    mend,
    hide: () => {
      hidden = true
      takeDown()
    },
    show: () => {
      hidden = false
      mend()
    },
  }
}
