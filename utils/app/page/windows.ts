import { PlainError } from '../../errors.ts'
import type { Language } from '../../locale.ts'
import type { Surface } from '../../marks/surface.ts'
import type { Handlers, ToPage } from '../../messages.ts'
import type { Finding } from '../../types/finding.ts'
import type { LinkVerdict } from '../../types/link.ts'
import type { PageReading } from '../../types/reading.ts'
import type { PastIssue } from '../../types/recheck.ts'
import type { PagePictures } from './pictures/page-pictures.ts'
import type { SessionDeps } from './session-deps.ts'
import type { PageSession } from './session.ts'
import type { PageState } from './state.ts'
import type { PageView } from './view.ts'

/** What the windows need of the page's session. */
export interface WindowsHost extends Pick<SessionDeps, 'win' | 'marks' | 'ask'> {
  pictures: PagePictures
  surface: Surface
  /** Where the place in a reading route is drawn: in the chip. */
  routeIn: HTMLElement
  session: PageSession
  now: () => PageState
  /** The state, read when it is not yet. */
  state: () => Promise<PageState & { reading: PageReading }>
  findings: () => readonly Finding[]
  /** Resolves when they are those of the page as it is now. */
  upToDate: () => Promise<void>
  redraw: () => void
  fail: (error: unknown) => void
  language: () => Language
  /** 在本网站关闭. */
  switchOff: () => void
  /** Ends when the page's part of the extension does. */
  over: AbortSignal
}

/** What of a page is asked so seldom that they answer it: recording, pictures, places for the roster, the place of an issue. */
export const LATE = ['page.prepare', 'page.boxes', 'page.recorded', 'page.notice', 'page.places', 'page.show', 'page.picture', 'page.pictures', 'page.frame'] as const

/** What they do for it. */
export interface Windows {
  handlers: Pick<Handlers<ToPage>, (typeof LATE)[number]>
  /** Issues of earlier visits as the page shows them now. */
  past: (state: PageState, findings: readonly Finding[], since: string) => PastIssue[]
  /** Words of the small sign at the place of such an issue. */
  sign: (state: 'standing' | 'fixed' | 'look') => string
  /** Why a person has to look at a link. */
  why: (verdict: LinkVerdict) => string
  draw: (view: PageView) => void
}

/** Puts the windows into a page's layer. */
export type OpenWindows = (host: WindowsHost) => Windows

/** Under this name our own scripts find the windows; a page's script lives in another world and does not see it. */
const HERE = 'duwangWindows'

/** Called by the script of the windows, as often as it is put into the page. */
export function offerWindows(win: Window, open: OpenWindows): void {
  ;(win as unknown as Record<string, unknown>)[HERE] = open
}

export interface LateWindowsDeps {
  win: Window
  /** Has their script put into this page. Rejects where that is not possible (any more). */
  bring: () => Promise<unknown>
  host: () => WindowsHost
}

/** The windows of our layer, which no page pays for before there is something to show in them. */
export class LateWindows {
  /** Null before they came. */
  here: Windows | null = null
  private coming: Promise<Windows> | null = null
  private readonly deps: LateWindowsDeps

  constructor(deps: LateWindowsDeps) {
    this.deps = deps
  }

  /** @throws PlainError where they cannot come; another call tries again */
  open(): Promise<Windows> {
    return (this.coming ??= this.come().catch((error: unknown) => {
      this.coming = null
      throw error
    }))
  }

  private async come(): Promise<Windows> {
    const { win, bring, host } = this.deps
    // A page may have an element of this name, which is never the window's own property.
    const there = () => (Object.prototype.hasOwnProperty.call(win, HERE) ? (win as unknown as Record<string, OpenWindows>)[HERE] : undefined)
    if (!there()) await bring()
    const open = there()
    if (!open) throw new PlainError({ key: 'app.error.outdated' })
    return (this.here = open(host()))
  }
}

/** Whether something is to be drawn that the chip is not enough for. */
export function wantsWindows(view: PageView): boolean {
  return Boolean(view.round?.route || view.round?.logPaused) || speaks(view) || view.under !== null
}

/** Whether a person is told something, which nothing of the page's own may lie over or block. */
export function speaks({ panelOpen, card, notice, sheet }: PageView): boolean {
  return panelOpen || card !== null || notice !== null || sheet !== null
}
