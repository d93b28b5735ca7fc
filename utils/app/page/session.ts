import { phraseOf, saysThat } from '../../errors.ts'
import { currentLanguage, setLanguage } from '../../locale.ts'
import { frameOf, scrollToPlace, type Place } from '../../marks/place.ts'
import type { Finding } from '../../types/finding.ts'
import { letOthers } from '../../types/let-others.ts'
import type { Glance } from '../../types/glance.ts'
import type { PastIssue } from '../../types/recheck.ts'
import type { RouteStep } from '../../types/route.ts'
import { askModel } from './ask-model.ts'
import { createBadge } from './badge.ts'
import { startLinkRound, type Look } from './link-round.ts'
import { pauseFor } from './pause.ts'
import { Redraws } from './redraws.ts'
import type { SessionDeps } from './session-deps.ts'
import { findingsOf, glanceOf, knowsMoreWithWindows, type PageState } from './state.ts'
import { tellLinks } from './tell-links.ts'
import type { PageView } from './view.ts'
import { wantsWindows, type Windows, type WindowsHost } from './windows.ts'

/** One visited page, from reading to 已记录. Holds its state in the page, so that the background may be killed at any moment. */
export class PageSession {
  private state: PageState = { reading: null, verdict: null, model: null, pending: false, links: null, failed: null }
  private findings: Finding[] = []
  private past: PastIssue[] = []
  private readonly since = new Date().toISOString()
  private view: PageView
  private readonly redraws: Redraws
  private readonly badge: ReturnType<typeof createBadge>
  private over = false
  private outdated = false
  private held = false
  private readonly deps: SessionDeps

  constructor(deps: SessionDeps) {
    this.deps = deps
    this.redraws = new Redraws(deps.win)
    this.badge = createBadge(deps.ask)
    this.view = { glance: this.glance(), panelOpen: false, collapsed: false, card: null, busy: null, notice: null, round: null, sheet: null, under: null, trouble: null }
  }

  /** Places that are marked now, for the pointer. */
  marked(): readonly Place[] {
    this.deps.marks.mend()
    return this.deps.marks.all()
  }

  /** Reads the page (again), asks the background, marks, and looks at links that were not looked at yet. `known`: called when it is marked. */
  async refresh(known: () => void = () => undefined, again = false): Promise<void> {
    if (this.state.failed) this.say(null)
    try {
      const reading = await this.deps.read()
      await pauseFor(reading)
      const judging = this.deps.ask('page.read', { reading, badge: this.state.verdict === null })
      // At the same time: the model works in a thread of its own while the rules judge.
      const model = askModel(this.deps.ask, reading)
      const verdict = await judging
      await pauseFor(reading)
      if (this.over) return
      if (verdict.language !== 'auto') setLanguage(verdict.language)
      if (verdict.quiet) return void (this.state = { ...this.state, reading })
      if (this.state.verdict === null) this.badge.shows(verdict.findings)
      this.state = { ...this.state, reading, verdict, pending: true }
      this.deps.pictures.sees(reading, verdict)
      const marking = this.mark()
      await pauseFor(reading)
      this.view = { ...this.view, round: verdict.round }
      this.tell(marking)
      known()
      await pauseFor(reading)
      this.checkLinks(false)
      const { found, failed } = await model
      if (this.over || this.state.reading !== reading) return
      if (failed) verdict.unchecked.push(failed)
      this.state = { ...this.state, model: found, pending: false }
      // Nothing of it to be seen: drawn with the first links.
      return this.deps.windows.here || failed || found?.length ? this.draw() : this.drawLater()
    } catch (error) {
      // The background may die while it judges; asked again, it wakes.
      if (!again && saysThat(error, 'app.error.background-gone')) return this.refresh(known, true)
      this.say(phraseOf(error))
      this.fail(error)
    }
  }

  /** Looks at the page's links; `force` asks again for what is known. */
  checkLinks(force: boolean): void {
    const { reading, verdict, links } = this.state
    if (this.over || !reading || !verdict) return
    const hrefs = verdict.addresses
    if (!force && links && hrefs.every((href) => links.asked(href))) return
    links?.stop()
    const pageUrl = reading.url
    const look: Look = (hrefs, told) => this.deps.lookAtLinks({ pageUrl, hrefs, force }, told)
    const round = startLinkRound(hrefs, force ? [] : (links?.verdicts() ?? []), look, () => this.drawLater())
    this.state.links = round
    round.done.then(
      () => {
        this.drawLater()
        return this.over ? undefined : tellLinks(this.state, reading, this.deps)
      },
      (error: unknown) => this.fail(error),
    )
  }

  /** Asks where the reading route is: it may have moved in another tab. */
  async seePlace(): Promise<void> {
    try {
      this.show({ round: await this.deps.ask('round.place', null) })
    } catch (error) {
      this.fail(error)
    }
  }

  /** A step along the reading route, which leads this tab to another page. */
  async step(step: RouteStep): Promise<void> {
    try {
      const { place, says } = await this.deps.ask('route.step', { step, tabId: null })
      this.show({ round: place, ...(says ? { notice: { says, tone: 'done' as const, action: null } } : {}) })
    } catch (error) {
      this.fail(error)
    }
  }

  /** Gives up what still waits for one host; the background does it for all pages, because the host is what is left in peace. */
  async stopHost(host: string): Promise<void> {
    const pageUrl = this.state.reading?.url
    if (pageUrl === undefined) return
    await this.deps.ask('links.stop-host', { pageUrl, host }).catch((error: unknown) => this.fail(error))
  }

  pauseLinks(): void {
    const { links } = this.state
    if (links?.progress().paused) links.resume()
    else links?.pause()
    this.draw()
  }

  stopLinks(): void {
    this.state.links?.stop()
    this.draw()
  }

  /** Scrolls to a finding and says why it is there. */
  locate(findingId: string): void {
    const place = this.deps.marks.of(findingId)
    const finding = this.findings.find(({ id }) => id === findingId)
    if (!place || !finding) return
    scrollToPlace(this.deps.win, place)
    this.open(finding, place, true)
  }

  /** Scrolls to the place of an issue that was found here before. */
  locatePast(issueId: string): void {
    this.deps.marks.ofPast(issueId)?.element.scrollIntoView({ block: 'center' })
  }

  /** The next marked place after the one whose card is open, in the order of the page. */
  next(): void {
    const place = this.deps.marks.after(this.view.card?.finding.id ?? null)
    if (place) this.locate(place.id)
    else this.show({ notice: { says: { key: 'app.no-marks' }, tone: 'done', action: null } })
  }

  /** Opens the card of a place that the pointer or the keyboard is at. */
  hover(place: Place): void {
    const finding = this.findings.find(({ id }) => id === place.id)
    if (finding && this.view.card?.finding.id !== finding.id) this.open(finding, place, false)
  }

  /** The pointer is over the card (or left it), so that a card opened by hovering can be reached. */
  hold(held: boolean): void {
    this.held = held
  }

  /** The pointer is over no mark: a card that hovering opened goes, one that was asked for stays. */
  leave(): void {
    if (this.view.card && !this.view.card.takesFocus && !this.held) this.show({ card: null })
  }

  show(change: Partial<PageView>): void {
    if (this.over) return
    this.view = { ...this.view, ...change }
    this.deps.render(this.view)
    this.deps.windows.here?.draw(this.view)
    if (!this.deps.windows.here && wantsWindows(this.view)) void this.windows().catch((error: unknown) => this.alone(error))
  }

  /** The windows, which come with the first thing to show in them. */
  windows(): Promise<Windows> {
    const late = this.deps.windows.here === null
    return this.deps.windows.open().then(async (windows) => {
      if (!late) return windows
      // To make them takes a while, and to draw in them first.
      await letOthers()
      this.draw()
      return windows
    })
  }

  /** Nothing can be shown but the chip, which says so. */
  private alone(error: unknown): void {
    const trouble = phraseOf(error).key === 'app.error.outdated' ? 'outdated' : 'failed'
    this.view = { ...this.view, panelOpen: false, card: null, notice: null, sheet: null, under: null, trouble }
    if (!this.over) this.deps.render(this.view)
  }

  readonly current = (): PageView => this.view

  /** Ends everything; the page is as if we had never been there. */
  end(): void {
    this.over = true
    this.state.links?.stop()
    this.deps.pictures.end()
    this.deps.marks.clear()
  }

  /** What the windows are given of this session. */
  forWindows(): Omit<WindowsHost, 'surface' | 'pictures' | 'routeIn' | 'switchOff' | 'upToDate' | 'over'> {
    return {
      ...this.deps,
      session: this,
      now: () => this.state,
      state: async () => Object.assign(this.state, { reading: (this.state.reading ??= await this.deps.read()) }),
      findings: () => this.findings,
      redraw: this.draw,
      fail: (error) => this.fail(error),
      language: currentLanguage,
    }
  }

  /** What is known now; with the windows it says more of earlier issues and of links to be looked at. */
  async sight(): Promise<Glance> {
    if (knowsMoreWithWindows(this.state)) await this.windows().catch((error: unknown) => this.alone(error))
    // Verdicts come in faster than the layer is drawn; who asks gets what is known now.
    if (this.redraws.isWaiting()) this.draw()
    return this.glance()
  }

  private open(finding: Finding, place: Place, takesFocus: boolean): void {
    const frame = frameOf(place)
    if (frame) this.show({ card: { finding, near: { x: frame.x, y: frame.y, width: frame.width, height: frame.height }, takesFocus } })
  }

  /** Draws what is known by now, soon. */
  drawLater(): void {
    this.redraws.later((isWanted) => void this.drawInBits(isWanted).catch((error: unknown) => this.fail(error)))
  }

  /** Places are looked up first, bit by bit. */
  private async drawInBits(isWanted: () => boolean): Promise<void> {
    await this.deps.marks.seek(() => findingsOf(this.state, this.deps))
    if (!isWanted()) return
    const marking = this.mark()
    await letOthers()
    this.tell(marking)
  }

  private readonly draw = (): void => this.tell(this.mark())

  /** Marks what is known by now in the page. @returns how long it took, in ms */
  private mark(): number {
    this.redraws.begin()
    if (this.over) return 0
    const began = this.deps.win.performance.now()
    this.findings = findingsOf(this.state, this.deps)
    this.past = this.deps.windows.here?.past(this.state, this.findings, this.since) ?? []
    this.deps.marks.draw(this.findings, this.past, this.deps.windows.here?.sign)
    return this.deps.win.performance.now() - began
  }

  /** Says beside the page what was marked: in the chip, the windows, the log, on the button. */
  private tell(marking: number): void {
    if (this.over) return
    const began = this.deps.win.performance.now()
    const card = this.view.card
    this.show({ glance: this.glance(), card: card && this.deps.marks.of(card.finding.id) ? card : null })
    if (this.state.reading && this.state.verdict) this.deps.reads(this.state.reading.url, this.findings.length)
    this.badge.follow(this.findings).catch((error: unknown) => this.fail(error))
    this.redraws.ended(marking + this.deps.win.performance.now() - began)
    if (!this.deps.windows.here && !this.view.trouble && (this.findings.length > 0 || (this.state.verdict?.past.length ?? 0) > 0)) void this.windows().catch((error: unknown) => this.alone(error))
  }

  /** Why the page could not be read, or null while it is read once more. */
  private say(failed: PageState['failed']): void {
    this.state.failed = failed
    this.show({ glance: this.glance() })
  }

  private glance(): Glance {
    return glanceOf(this.state, this.findings, this.past, { ...this.deps, why: this.deps.windows.here?.why ?? null })
  }

  private fail(error: unknown): void {
    const says = phraseOf(error)
    // The extension was updated or reloaded under this page: say it once, then be quiet.
    if (says.key === 'app.error.outdated' && this.outdated) return
    this.outdated ||= says.key === 'app.error.outdated'
    this.show({ notice: { says, tone: 'problem', action: null } })
  }
}
