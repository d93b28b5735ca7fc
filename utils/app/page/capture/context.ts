import type { PageContext } from '../../../types/evidence.ts'
import { cleanedHtml } from './html.ts'
import { viewOf } from './view.ts'

/** Bytes of HTML kept around a place. */
const MOST_HTML = 8 * 1024
/** A server that sends no Last-Modified makes `document.lastModified` the present second. */
const SAME_MOMENT = 5_000
/** Zones differ by quarters of an hour, in ms. */
const QUARTER = 900_000
/** What it was when our script came into the page: the present second then, unless the server had sent one. */
const AT_START = typeof document === 'undefined' ? '' : document.lastModified

/** What the page tells of itself now. `place`: what the picture is about; null for the page as a whole. */
export function contextOf(win: Window, place: Element | null, now = Date.now()): PageContext {
  const { document: doc } = win
  const { scrollX, scrollY, docHeight, ratio } = viewOf(win)
  const load = loadOf(win)
  return {
    referrer: doc.referrer,
    scrollX: Math.round(scrollX),
    scrollY: Math.round(scrollY),
    viewportWidth: win.innerWidth,
    viewportHeight: win.innerHeight,
    pageHeight: docHeight,
    ratio,
    status: load.status,
    lastModified: load.isShown && doc.lastModified === AT_START ? lastModifiedOf(doc.lastModified, doc.implementation.createHTMLDocument('').lastModified, now) : null,
    html: place ? cleanedHtml(roomAround(place), MOST_HTML) : '',
  }
}

/**
 * HTTP status of the document; browsers tell since Chromium 109, and 0 where they may not. `isShown`: the address in the bar is the one that
 * was loaded: what a page shows under an address that it put there itself was never answered by the server as such.
 */
function loadOf({ performance, location }: Window): { status: number | null; isShown: boolean } {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceEntry & { responseStatus?: number })[]
  const isShown = !entry || withoutHash(entry.name) === withoutHash(location.href)
  return { status: isShown && entry?.responseStatus ? entry.responseStatus : null, isShown }
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/s, '')
}

/**
 * The Last-Modified header behind `document.lastModified` (`MM/DD/YYYY hh:mm:ss`), ISO 8601 UTC. Without the header browsers give the present
 * moment, which says nothing: null.
 * @param present what an empty document says, the present moment: some browsers write both in another zone than their `Date` reads
 * @param now ms since 1970
 */
export function lastModifiedOf(said: string, present: string, now: number): string | null {
  const shift = Math.round((Date.parse(present) - now) / QUARTER) * QUARTER
  const at = Date.parse(said) - (Number.isNaN(shift) ? 0 : shift)
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
