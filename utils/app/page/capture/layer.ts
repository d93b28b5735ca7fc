import { PlainError, phraseOf } from '../../../errors.ts'
import { say, setLanguage } from '../../../locale.ts'
import type { Handlers, In, ToCapture } from '../../../messages.ts'
import { anchorOf } from '../../../reading/anchor.ts'
import type { CaptureKind, CaptureNews, CaptureOrder, DocArea } from '../../../types/capture.ts'
import type { Phrase } from '../../../types/phrase.ts'
import type { Box, RecordTarget } from '../../../types/record.ts'
import { painted } from '../idle.ts'
import { contextOf } from './context.ts'
import { firstFrame, frameAfterKey, frameBetween, isFrame, stepsToShow } from './frame.ts'
import type { LayerDeps } from './layer-deps.ts'
import type { CaptureView } from './layer-view.ts'
import { elementAround, elementAt, shownBox, stepFrom, type Way } from './pick.ts'
import { boxToWalk, scrollsInside } from './inner.ts'
import { viewOf } from './view.ts'
import { PageWalk } from './walk.ts'

/** Height of the bar that shows how far a walk is, in CSS pixels: what it covers is taken at the next stop. */
const BAR = 56

/** So near to the window's edge a drag moves the page on, by so much a move. CSS pixels. */
const EDGE = 16
const SCROLL = 32

type Start = In<ToCapture, 'layer.start'>

const BUSY: Phrase = { key: 'app.error.capture-busy' }

const EMPTY: CaptureView = { state: 'choosing', kind: 'region', number: null, reads: false, box: null, label: '', cut: false, progress: null, hidden: false, says: null }

/** A person's choice of what is captured, and the page's side of taking it. One at a time in a page. */
export class CaptureLayer {
  private view: CaptureView | null = null
  private started: Start | null = null
  private area: DocArea | null = null
  private element: Element | null = null
  /** Where a drag began, in the document. */
  private corner: { x: number; y: number } | null = null
  private walk: PageWalk | null = null
  private line: { close: () => void } | null = null
  private enough = false
  /** Another picture was asked for while one was being taken, and nobody has been told. */
  private refused = false
  private focus: Element | null = null
  /** Where the page stood before we moved it while something was chosen; null: we did not. */
  private stood: { x: number; y: number } | null = null
  private readonly deps: LayerDeps

  constructor(deps: LayerDeps) {
    this.deps = deps
  }

  /** Answers to what the background asks of this layer. */
  readonly handlers: Handlers<ToCapture> = {
    'layer.start': async (start) => (this.start(start), null),
    'layer.busy': async () => (this.refuse(), null),
    'layer.still': async () => {
      await this.hide()
      return this.started?.kind === 'page' && this.line ? this.walkNow().view() : viewOf(this.deps.win)
    },
    'layer.stop': (at) => this.stop(at),
    'layer.context': async () => contextOf(this.deps.win, this.placeOfChoice()),
  }

  /** A choice that is under way is given up for the new one; a picture that is being taken is not. @throws PlainError then */
  start(start: Start): void {
    if (this.line) {
      this.refuse()
      throw new PlainError(BUSY)
    }
    setLanguage(start.language === 'auto' ? (navigator.language ?? 'zh-CN') : start.language)
    const { document: doc } = this.deps.win
    if (!this.view) this.focus = doc.activeElement
    Object.assign(this, { started: start, area: null, element: null, enough: false })
    this.show({ ...EMPTY, kind: start.kind, number: start.addTo?.number ?? null, reads: start.reads === true, state: 'choosing' })
    if (start.kind === 'page') this.take()
  }

  /** A drag begins at a place of the window. */
  dragFrom(x: number, y: number): void {
    this.corner = this.inDocument(x, y)
  }

  /** What the drag has framed so far; near an edge of the window the page moves on under it. */
  dragTo(x: number, y: number): void {
    const { win } = this.deps
    if (!this.corner) return
    const over = (at: number, most: number) => (at < EDGE ? -SCROLL : at > most - EDGE ? SCROLL : 0)
    const [dx, dy] = [over(x, win.innerWidth), over(y, win.innerHeight)]
    this.scrollBy(dx, dy)
    this.frame(frameBetween(this.corner, this.inDocument(x, y), this.docSize()))
  }

  /** The drag is over; a click that framed nothing leaves what was framed before. */
  dragEnd(): void {
    this.corner = null
    if (this.area && !isFrame(this.area)) this.again()
  }

  /** Arrows move and size the frame; a first key makes one in the middle of the window. */
  key(key: string, how: { shift: boolean; fine: boolean }): void {
    if (!this.area) return this.frame(firstFrame(viewOf(this.deps.win)))
    this.frame(frameAfterKey(this.area, key, how, this.docSize()))
    this.follow()
  }

  /** The pointer is over a place of the window. */
  point(x: number, y: number): void {
    const { win, isOurs } = this.deps
    const element = elementAt(win.document, x, y, isOurs)
    if (element && element !== this.element) this.pick(element)
  }

  /** The keyboard goes from the element that is chosen to one beside it. */
  step(way: Way): void {
    const { win, isOurs } = this.deps
    const from = this.element
    const element = from ? stepFrom(from, way, isOurs) : elementAt(win.document, win.innerWidth / 2, win.innerHeight / 2, isOurs)
    if (!element) return
    this.stays()
    element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' as ScrollBehavior })
    this.pick(element)
  }

  /** The page has scrolled: what was chosen stands elsewhere in the window. */
  moved(): void {
    if (this.view?.state !== 'choosing') return
    if (this.element) this.pick(this.element)
    else if (this.area) this.frame(this.area)
  }

  /** Nothing is framed any more. */
  again(): void {
    this.area = null
    this.element = null
    if (this.view) this.show({ ...this.view, state: 'choosing', box: null, label: '', cut: false, says: null })
  }

  /** Takes what was chosen. */
  take(): void {
    const { started, area, view, deps } = this
    if (!started || !view || this.line || (started.kind !== 'page' && (!area || !isFrame(area)))) return
    if (started.reads && area) return this.read(area)
    const { addTo, kind } = started
    const order: CaptureOrder = { kind, issueId: addTo?.issueId ?? deps.newId(), add: addTo?.as ?? null, target: this.target(started.target), area: kind === 'page' ? null : area }
    Object.assign(this, { enough: false, refused: false })
    this.show({ ...view, state: 'taking', says: null, progress: kind === 'page' ? 0 : null })
    let said: Extract<CaptureNews, { kind: 'done' }> | null = null
    const line = deps.order(order, (news) => {
      if (news.kind === 'done') said = news
      else if (this.view) this.show({ ...this.view, progress: news.done })
    })
    this.line = line
    line.done.then(
      () => (this.line === line ? this.ended(said?.says ?? null) : undefined),
      (error: unknown) => (this.line === line ? this.failed(kind, error) : undefined),
    )
  }

  /** 识别图中文字: the frame is handed to the page's own layer, which shows what is read. */
  private read(area: DocArea): void {
    const box = this.inWindow(area)
    this.close()
    this.deps.read(box)
  }

  /** The walk ends with what was taken so far. */
  stopHere(): void {
    this.enough = true
  }

  /** Gives up choosing or taking; the page is as it was. */
  close(): void {
    const { line } = this
    this.line = null
    line?.close()
    this.leave()
    this.view = null
    this.deps.render(null)
    if (this.stood) this.deps.win.scrollTo({ left: this.stood.x, top: this.stood.y, behavior: 'instant' as ScrollBehavior })
    this.stood = null
    if (this.focus instanceof HTMLElement && this.focus.isConnected && this.focus !== this.deps.win.document.body) this.focus.focus({ preventScroll: true })
    this.focus = null
  }

  /** Another picture is wanted while one is being taken: a long one's bar says so; else nothing of ours may be in it, and it is said in the end. */
  private refuse(): void {
    if (!this.line || !this.view) return
    if (this.view.progress === null) this.refused = true
    else this.show({ ...this.view, says: { phrase: BUSY, tone: 'problem' } })
  }

  private ended(done: Phrase | null): void {
    this.line = null
    this.leave()
    const again: Phrase | null = this.refused ? { key: 'app.error.capture-again' } : null
    const says = done && again ? { key: 'app.noted', params: { says: say(done), notes: say(again) } } : (done ?? again)
    if (says) this.show({ ...EMPTY, ...this.view, state: 'said', hidden: false, progress: null, box: null, says: { phrase: says, tone: 'done' } })
    else this.close()
  }

  /** What was chosen stays, so that it is one click to try again. */
  private failed(kind: CaptureKind, error: unknown): void {
    this.line = null
    this.leave()
    const says = { phrase: phraseOf(error), tone: 'problem' as const }
    this.show({ ...EMPTY, ...this.view, state: kind === 'page' ? 'said' : 'choosing', hidden: false, progress: null, says })
  }

  private leave(): void {
    this.walk?.end()
    this.walk = null
  }

  private async hide(): Promise<void> {
    if (this.view) this.show({ ...this.view, hidden: true })
    await painted(this.deps.win)
  }

  private async stop({ x, y, part, bar }: In<ToCapture, 'layer.stop'>) {
    // Cancelled while this was on its way: a page that was put back is not moved again.
    if (!this.line) throw new PlainError({ key: 'app.error.capture-gone' })
    const { win, isOurs } = this.deps
    const walk = this.walkNow()
    if (this.view) this.show({ ...this.view, hidden: !bar, box: null })
    const isPage = this.started?.kind === 'page'
    const { view, missing } = await walk.stop(x, y, part, isPage ? 'page' : (this.element ?? 'place'), bar ? BAR : 0)
    return { view, missing, bar: bar && this.view ? BAR : 0, enough: this.enough, inner: isPage && !walk.isInBox && scrollsInside(win, isOurs) }
  }

  private walkNow(): PageWalk {
    const { win, isOurs } = this.deps
    return (this.walk ??= new PageWalk(win, isOurs, this.started?.kind === 'page' ? boxToWalk(win, isOurs) : null))
  }

  /** What the picture is about: the element, or the smallest that holds the frame. */
  private placeOfChoice(): Element | null {
    const { win, isOurs } = this.deps
    return this.element ?? (this.area ? elementAround(win.document, this.inWindow(this.area), isOurs) : null)
  }

  /** A choice says where the problem is, unless it was said before. */
  private target(target: RecordTarget): RecordTarget {
    if (target.kind !== 'page' && target.kind !== 'manual') return target
    const place = this.placeOfChoice()
    if (!place) return target
    const anchor = anchorOf(place)
    return target.kind === 'page' ? { kind: 'place', anchor } : { ...target, anchor }
  }

  private frame(area: DocArea): void {
    this.area = area
    if (this.view) this.show({ ...this.view, box: this.inWindow(area) })
  }

  private pick(element: Element): void {
    const { win } = this.deps
    const { box, cut } = shownBox(element, win)
    this.element = element
    this.area = { ...box, ...this.inDocument(box.x, box.y) }
    if (this.view) this.show({ ...this.view, box, cut, label: element.tagName.toLowerCase() })
  }

  private follow(): void {
    if (this.area) this.scrollBy(...stepsToShow(this.inWindow(this.area), this.deps.win))
  }

  private scrollBy(left: number, top: number): void {
    if (left === 0 && top === 0) return
    this.stays()
    this.deps.win.scrollBy({ left, top, behavior: 'instant' as ScrollBehavior })
  }

  /** What we scroll is put back in the end. */
  private stays(): void {
    const { scrollX: x, scrollY: y } = this.deps.win
    this.stood ??= { x, y }
  }

  private inDocument(x: number, y: number): { x: number; y: number } {
    const { scrollX, scrollY } = viewOf(this.deps.win)
    return { x: x + scrollX, y: y + scrollY }
  }

  private inWindow(area: DocArea): Box {
    const { scrollX, scrollY } = viewOf(this.deps.win)
    return { ...area, x: area.x - scrollX, y: area.y - scrollY }
  }

  private docSize(): { width: number; height: number } {
    const { docWidth, docHeight } = viewOf(this.deps.win)
    return { width: docWidth, height: docHeight }
  }

  private show(view: CaptureView): void {
    this.view = view
    this.deps.render(view)
  }
}
