import type { In, ToBackground } from '../../messages.ts'
import { DwellMeter } from './dwell.ts'

/** A person's own doings; a page's scripts can make such events too, but not trusted ones. */
const DOINGS = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart'] as const

/** Movements are looked at so often at most, in ms. */
const EVERY = 1000
/** So much more reading time is told while a page stays open, in seconds: what a browser that is killed loses at most. */
const TELL = 15
/** After so long without any doing it is another visit, in ms. */
const ANOTHER = 30 * 60_000

export interface PresenceDeps {
  win: Window
  newId: () => string
  /** ms of a clock that never goes back. */
  clock: () => number
  /** Tells the background; resolves to false where nothing is logged. */
  tell: (visit: In<ToBackground, 'page.visit'>) => Promise<boolean>
  fail: (error: unknown) => void
}

/** Measures how long the page is read and tells it now and then. Politely: passive listeners, no timer of its own, nothing while the page is hidden. */
export class Presence {
  private meter = new DwellMeter()
  private id: string
  private page: { url: string; findings: number } | null = null
  private told = -TELL
  private lastLook = -EVERY
  private readonly over = new AbortController()
  private readonly deps: PresenceDeps

  constructor(deps: PresenceDeps) {
    this.deps = deps
    this.id = deps.newId()
    const { win, clock } = deps
    const { signal } = this.over
    if (this.visible()) this.meter.shown(clock())
    for (const doing of DOINGS) win.addEventListener(doing, (event) => this.did(event), { passive: true, capture: true, signal })
    win.document.addEventListener('visibilitychange', () => (this.visible() ? this.show() : this.leave()), { signal })
    win.addEventListener('pagehide', () => this.leave(), { signal })
    win.addEventListener('pageshow', () => this.visible() && this.show(), { signal })
  }

  /** The page was read: what it shows now. A page that put another address under itself is another visit. */
  reads(url: string, findings: number): void {
    if (this.page && this.page.url !== url) this.again()
    const first = this.page === null
    this.page = { url, findings }
    if (first && this.visible()) this.send()
  }

  end(): void {
    this.leave()
    this.over.abort()
  }

  private did(event: Event): void {
    const now = this.deps.clock()
    if (!event.isTrusted || now - this.lastLook < EVERY) return
    this.lastLook = now
    if (this.meter.restedFor(now) > ANOTHER) this.again()
    this.meter.acted(now)
    if (this.meter.seconds(now) - this.told >= TELL) this.send()
  }

  private show(): void {
    this.meter.shown(this.deps.clock())
    if (this.told < 0) this.send()
  }

  private leave(): void {
    const now = this.deps.clock()
    this.meter.hidden(now)
    if (this.meter.seconds(now) > this.told) this.send()
  }

  /** Ends this visit and begins another one. */
  private again(): void {
    const now = this.deps.clock()
    if (this.meter.seconds(now) > this.told) this.send()
    this.start()
  }

  private start(): void {
    this.id = this.deps.newId()
    this.told = -TELL
    this.page = null
    this.meter = new DwellMeter()
    if (this.visible()) this.meter.shown(this.deps.clock())
  }

  private send(): void {
    if (!this.page) return
    const { id, page } = this
    const seconds = this.meter.seconds(this.deps.clock())
    const before = this.told
    this.told = seconds
    this.deps.tell({ id, seconds, ...page }).then((logged) => {
      // Time that passes while the log is paused is never told afterwards.
      if (logged || this.id !== id) return
      this.start()
      this.page = page
    }, (error: unknown) => {
      // Told again with the next report.
      if (this.id === id) this.told = before
      this.deps.fail(error)
    })
  }

  private visible(): boolean {
    return this.deps.win.document.visibilityState === 'visible'
  }
}
