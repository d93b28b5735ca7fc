import type { PageContext } from '../../../types/evidence.ts'
import { cleanedHtml } from './html.ts'
import { viewOf } from './view.ts'

/** Bytes of HTML kept around a place. */
const MOST_HTML = 8 * 1024
/** A server that sends no Last-Modified makes `document.lastModified` the present second. */
const SAME_MOMENT = 5_000
/** What it was when our script came into the page: the present second then, unless the server had sent one. */
const AT_START = typeof document === 'undefined' ? '' : document.lastModified

/** What the page tells of itself now. `place`: what the picture is about; null for the page as a whole. */
export function contextOf(win: Window, place: Element | null, now = Date.now()): PageContext {
  const { document: doc } = win
  const { scrollX, scrollY, docHeight, ratio } = viewOf(win)
  return {
    referrer: doc.referrer,
    scrollX: Math.round(scrollX),
    scrollY: Math.round(scrollY),
    viewportWidth: win.innerWidth,
    viewportHeight: win.innerHeight,
    pageHeight: docHeight,
    ratio,
    status: statusOf(win),
    lastModified: doc.lastModified === AT_START ? lastModifiedOf(doc.lastModified, now) : null,
    html: place ? cleanedHtml(roomAround(place), MOST_HTML) : '',
  }
}

/** HTTP status of the document; browsers tell since Chromium 109. 0 is what they say where they may not. */
function statusOf({ performance }: Window): number | null {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { responseStatus?: number })[]
  return entry?.responseStatus ? entry.responseStatus : null
}

/**
 * The Last-Modified header behind `document.lastModified` (local time, `MM/DD/YYYY hh:mm:ss`), ISO 8601 UTC. Without the header browsers
 * give the present moment, which says nothing: null.
 */
export function lastModifiedOf(said: string, now: number): string | null {
  const at = Date.parse(said)
  if (Number.isNaN(at) || at <= 0 || Math.abs(now - at) < SAME_MOMENT) return null
  return new Date(at).toISOString()
}

/** A place of a few words is kept with what it stands in: the paragraph, the list, the table row's table. */
function roomAround(place: Element): Element {
  let room = place
  for (let steps = 0; steps < 4; steps++) {
    const parent: Element | null = room.parentElement
    if (!parent || parent === place.ownerDocument.body || parent === place.ownerDocument.documentElement) break
    if ((parent.textContent ?? '').length > 1500) break
    room = parent
  }
  return room
}
