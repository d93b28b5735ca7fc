import { PlainError } from '../../errors.ts'
import { frameOf, scrollToPlace } from '../../marks/place.ts'
import type { Surface } from '../../marks/surface.ts'
import type { Handlers, ToPage } from '../../messages.ts'
import type { CaptureKind } from '../../types/capture.ts'
import type { Finding } from '../../types/finding.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { IgnoreScope, Recorded, RecordDraft, RecordTarget } from '../../types/record.ts'
import { askToRecord } from '../ask-to-record.ts'
import { saysOfRecorded } from '../recorded-says.ts'
import { painted } from './idle.ts'
import type { MarkedPlaces } from './marked.ts'
import { boxesNow, briefOf, draftOf, pointedAt } from './prepare.ts'
import type { AskBackground, PageState } from './state.ts'
import type { PageView } from './view.ts'

/** Longest that our windows stay hidden for a picture whose end we never hear of, in ms: longer than the background tries to take one, or they would stand on it. */
export const HIDDEN_AT_MOST = 20_000
/** … of one that takes a walk over the page. */
const HIDDEN_LONG = 180_000

/** What recording needs of the page's session. */
export interface RecorderDeps {
  win: Window
  surface: Pick<Surface, 'hide'>
  marks: Pick<MarkedPlaces, 'of' | 'hide' | 'show'>
  ask: AskBackground
  newId: () => string
  /** The page's state, read when it is not yet. */
  state: () => Promise<PageState & { reading: NonNullable<PageState['reading']> }>
  findings: () => readonly Finding[]
  /** Resolves when the findings are those of the page as it is now. */
  upToDate: () => Promise<void>
  show: (change: Partial<PageView>) => void
  redraw: () => void
  fail: (error: unknown) => void
}

/** Recording, undoing, ignoring: what a person's click in the page sets going. */
export class PageRecorder {
  private hidden: { show: () => void; timer: number } | null = null
  private readonly deps: RecorderDeps

  constructor(deps: RecorderDeps) {
    this.deps = deps
  }

  /** Answers to what the background asks while it records. */
  readonly handlers: Pick<Handlers<ToPage>, 'page.prepare' | 'page.boxes' | 'page.recorded' | 'page.notice'> = {
    'page.prepare': ({ target, still }) => this.prepare(target, still),
    'page.boxes': ({ target }) => this.boxes(target),
    'page.recorded': async ({ target, recorded, failed }) => (await this.recorded(target, recorded, failed), null),
    'page.notice': async ({ says }) => {
      this.unhide()
      this.deps.show({ notice: { says, tone: 'done', action: null } })
      return null
    },
  }

  /** Records with a screenshot. */
  record(finding: Finding): Promise<void> {
    return this.recordTarget({ kind: 'finding', findingId: finding.id }, finding.id)
  }

  /** All dead links of the page as one issue. */
  recordDeadLinks(): Promise<void> {
    return this.recordTarget({ kind: 'dead-links' }, 'dead-links')
  }

  private async recordTarget(target: RecordTarget, busy: string): Promise<void> {
    const { ask, newId, show, fail } = this.deps
    show({ busy })
    try {
      await askToRecord(ask, { issueId: newId(), target, tabId: null })
    } catch (error) {
      fail(error)
    } finally {
      this.unhide()
      show({ busy: null })
    }
  }

  async undo(issueNumber: number | string): Promise<void> {
    const { verdict } = await this.deps.state()
    const issueId = verdict?.recorded.find(({ number }) => number === issueNumber)?.issueId
    if (!verdict || !issueId) return
    await this.trying(async () => {
      await this.deps.ask('issue.undo', { issueId })
      verdict.recorded = verdict.recorded.filter((issue) => issue.issueId !== issueId)
      this.deps.show({ notice: { says: { key: 'app.undone', params: { number: issueNumber } }, tone: 'done', action: null } })
    })
  }

  /** 再拍一张: one more picture of an issue of this page. */
  async another(issueNumber: number | string, kind: CaptureKind): Promise<void> {
    const { verdict } = await this.deps.state()
    const issueId = verdict?.recorded.find(({ number }) => number === issueNumber)?.issueId
    if (issueId) await this.trying(() => this.deps.ask('shot.begin', { kind, tabId: null, target: { kind: 'page' }, addTo: issueId }))
  }

  /** 忽略 or 误报. */
  async wave(finding: Finding, kind: 'ignored' | 'false-alarm', scope: IgnoreScope): Promise<void> {
    const { verdict, reading } = await this.deps.state()
    if (!verdict) return
    await this.trying(async () => {
      const { check, evidence } = finding
      const ignore = await this.deps.ask('finding.ignore', { kind, scope, check, evidence, url: reading.url })
      verdict.ignores.push(ignore)
      const undo = async () => {
        await this.deps.ask('ignore.undo', { id: ignore.id })
        verdict.ignores.splice(verdict.ignores.indexOf(ignore), 1)
        this.deps.show({ notice: null })
      }
      const run = () => void this.trying(undo)
      this.deps.show({ card: null, notice: { says: { key: `app.${kind}.${scope}` }, tone: 'done', action: { label: { key: 'app.undo' }, run } } })
    })
  }

  /** Gets ready for the picture: the place in view, our own windows hidden, and that painted. `still`: nothing is scrolled. */
  async prepare(target: RecordTarget, still = false): Promise<RecordDraft> {
    const { win, surface, marks } = this.deps
    const { reading } = await this.deps.state()
    const pointed = pointedAt(win.document, target, reading, this.deps.findings(), marks)
    if (target.kind === 'finding' && !pointed.finding) throw new PlainError({ key: 'app.error.finding-gone' })
    const place = pointed.place && { id: '', severity: 'general' as const, ...pointed.place }
    const before = place && frameOf(place)
    if (!still && place && before && (before.top < 0 || before.bottom > win.innerHeight)) scrollToPlace(win, place)
    // What has come into the page since may be personal data, and is to be covered.
    await this.deps.upToDate()
    this.unhide()
    this.hidden = { show: surface.hide(), timer: this.until(still ? HIDDEN_LONG : HIDDEN_AT_MOST) }
    marks.hide()
    await painted(win)
    return draftOf(briefOf(reading, win.document), pointed, this.deps.findings(), marks, win)
  }

  /** Where the place and personal data stand now, while the page is walked over. */
  async boxes(target: RecordTarget): Promise<ReturnType<typeof boxesNow>> {
    await this.deps.upToDate()
    // However much there is to read at each stop, nothing of ours comes back before the end.
    if (this.hidden) {
      this.deps.win.clearTimeout(this.hidden.timer)
      this.hidden.timer = this.until(HIDDEN_LONG)
    }
    const { win: { document: doc }, marks, findings } = this.deps
    const { reading } = await this.deps.state()
    return boxesNow(pointedAt(doc, target, reading, findings(), marks), findings(), marks, doc, true)
  }

  /** The issue stands (or not): our windows come back and say so. */
  async recorded(target: RecordTarget, recorded: Recorded | null, failed: Phrase | null): Promise<void> {
    this.unhide()
    if (!recorded) return failed ? this.deps.show({ notice: { says: failed, tone: 'problem', action: null } }) : undefined
    const { issueId, number, shot } = recorded
    const { verdict } = await this.deps.state()
    const meant = this.deps.findings().filter(({ id, check }) => (target.kind === 'finding' ? id === target.findingId : target.kind === 'dead-links' && check === 'links/dead'))
    for (const { check, evidence } of meant) verdict?.recorded.push({ issueId, number, check, quote: evidence })
    if (!meant.length) verdict?.recorded.push({ issueId, number, check: '', quote: '' })
    const allow = () => void this.trying(() => this.deps.ask('ledger.open', { hash: `#/allow/${issueId}` }))
    const action = shot === 'permission' ? { label: { key: 'app.allow-shots' }, run: allow } : { label: { key: 'app.undo' }, run: () => void this.undo(number) }
    const mark = () => void this.trying(() => this.deps.ask('ledger.open', { hash: `#/issues/${issueId}/mark` }))
    const also = shot === 'taken' ? { also: { label: { key: 'app.mark-shot' }, run: mark } } : {}
    this.deps.show({ notice: { says: saysOfRecorded(recorded), tone: 'done', action, ...also } })
    this.deps.redraw()
  }

  private until(most: number): number {
    return this.deps.win.setTimeout(() => this.unhide(), most)
  }

  unhide(): void {
    if (this.hidden === null) return
    this.deps.win.clearTimeout(this.hidden.timer)
    this.hidden.show()
    this.hidden = null
    this.deps.marks.show()
  }

  private async trying(work: () => Promise<unknown>): Promise<void> {
    try {
      await work()
      this.deps.redraw()
    } catch (error) {
      this.deps.fail(error)
    }
  }
}
