import { linkFindings } from '../../checks/links.ts'
import { openLine } from '../../browser/streams.ts'
import { isOutdated, answer, ask } from '../../browser/transport.ts'
import { createHighlights } from '../../marks/highlights.ts'
import { createOverlay } from '../../marks/overlay.ts'
import { openSurface } from '../../marks/surface.ts'
import { report, saysThat } from '../../errors.ts'
import type { ToPage } from '../../messages.ts'
import { readPageInSlices } from '../../reading/index.ts'
import { fitted } from './fitted.ts'
import { idle } from './idle.ts'
import { MarkedPlaces } from './marked.ts'
import { pageHandlers } from './page-handlers.ts'
import { followPictures } from './pictures/hover.ts'
import { PagePictures } from './pictures/page-pictures.ts'
import { Presence } from './presence.ts'
import { pauseFor } from './pause.ts'
import { PageSession } from './session.ts'
import type { PageView } from './view.ts'
import { visitId } from './visit-id.ts'
import { watchPage } from './watch.ts'
import { LateWindows, speaks } from './windows.ts'

/** The chip, which alone is in every page; the windows come when they are needed. */
interface ChipPart {
  /** Where the place in a reading route is drawn by the windows. */
  route: HTMLElement
  draw: (view: PageView) => void
}

/** What a person does with the chip. */
interface ChipDoings {
  onToggle: () => void
  onCollapse: (collapsed: boolean) => void
}

/** What of WXT's content script context is needed: it ends when the extension is updated or the site switched off. */
interface Lifetime {
  signal: AbortSignal
  onInvalidated: (over: () => void) => unknown
}

/** Puts one visited page's parts together and starts. */
export function openPage(win: Window, lifetime: Lifetime, css: string, chipIn: (mount: HTMLElement, doings: ChipDoings) => ChipPart): void {
  const doc = win.document
  const surface = openSurface(doc, css)
  const chip = chipIn(surface.mount, {
    onToggle: () => session.show({ panelOpen: !session.current().panelOpen }),
    onCollapse: (collapsed) => session.show({ collapsed, panelOpen: false }),
  })
  const highlights = createHighlights()
  const overlay = createOverlay(surface.frames, win, (place) => !highlights || place.range === null || place.pointed === true || place.sign !== undefined)
  const read = async () => {
    const reading = await readPageInSlices(doc, { url: win.location.href, now: new Date(), meets: (shadows) => watch.also(shadows) }, () => idle(win))
    await pauseFor(reading)
    return fitted(reading)
  }
  const presence = new Presence({
    win,
    newId: () => visitId(Date.now(), (bytes) => crypto.getRandomValues(bytes)),
    clock: () => performance.now(),
    tell: (visit) => ask('page.visit', visit),
    // An extension that is no more has no log.
    fail: (error) => (saysThat(error, 'app.error.outdated') ? undefined : report(error)),
  })
  const pictures = new PagePictures(doc)
  const session = new PageSession({
    win,
    surface,
    marks: new MarkedPlaces(doc, highlights ? [highlights, overlay] : [overlay]),
    read,
    reads: (url, findings) => presence.reads(url, findings),
    linkFindings,
    pictures,
    ask,
    lookAtLinks: (question, told) => openLine('links.check', question, told),
    render: (view) => {
      chip.draw(view)
      surface.appear()
      // Before the windows are drawn: what moves in the page loses the keyboard.
      surface.lift(speaks(view))
    },
    windows: new LateWindows({ win, bring: () => ask('page.windows', null), host: () => ({ ...session.forWindows(), surface, pictures, routeIn: chip.route, switchOff, upToDate: () => first.then(watch.upToDate), over: over.signal }) }),
  })
  const over = new AbortController()
  const end = () => {
    if (over.signal.aborted) return
    over.abort()
    presence.end()
    session.end()
    surface.close()
  }
  const switchOff = () => void ask('site.switch', { url: win.location.href, on: false }).catch(end)
  const deaf = answer<ToPage>('page', { ...pageHandlers(session, { win, read }), 'page.off': async () => (end(), null) }, () => undefined)
  const watch = watchPage(doc, async (known) => (isOutdated() ? end() : session.refresh(known)), (run, ms) => win.setTimeout(run, ms), (node) => surface.owns(node) || node.nodeName === 'DUWANG-CAPTURE')
  over.signal.addEventListener('abort', deaf)
  over.signal.addEventListener('abort', watch.end)
  lifetime.onInvalidated(end)
  doc.addEventListener('visibilitychange', () => doc.visibilityState === 'visible' && session.current().glance.state === 'ready' && void session.seePlace(), { signal: over.signal })
  followPictures(win, pictures, surface.owns, (under) => session.show({ under }), over.signal)
  const first = idle(win).then(() => new Promise<void>((known) => void session.refresh(known).then(known)))
}
