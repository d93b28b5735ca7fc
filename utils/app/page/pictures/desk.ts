import { PlainError, phraseOf } from '../../../errors.ts'
import type { Surface } from '../../../marks/surface.ts'
import type { PageVerdict, Streams } from '../../../messages.ts'
import { anchorOf } from '../../../reading/anchor.ts'
import { pictureAddress, shownAddress } from '../../../types/picture-address.ts'
import type { Finding } from '../../../types/finding.ts'
import type { Phrase } from '../../../types/phrase.ts'
import type { PictureNews, PicturesProgress, PictureSource, PictureState, PictureText } from '../../../types/picture.ts'
import type { PageReading } from '../../../types/reading.ts'
import type { Box } from '../../../types/record.ts'
import { painted } from '../idle.ts'
import type { Line } from '../link-round.ts'
import { elementOf, frameShot, fromShot, ownSourceOf, shotOf, sourceOf, type Shot } from './order.ts'
import { largeIn } from './page-pictures.ts'

/** So many pictures are read in one go: some minutes of work on an office's machine. */
export const AT_ONCE = 20
/** What the window shows is read where the file cannot be had for one of these reasons. */
const BY_SIGHT = /^pictures\.error\.(?:no-address|private|not-permitted|login|status|no-answer|no-picture|drawing|timeout|large)$/

export interface PictureDeskDeps {
  win: Window
  surface: Pick<Surface, 'hide'>
  order: (order: Streams['picture.read']['in'], told: (news: PictureNews) => void) => Line
  /** Of the page: for pictures whose address holds in it alone. */
  fetch: typeof fetch
  /** Something is to be drawn again. */
  changed: () => void
}

interface Job extends PictureState {
  element: Element
  /** What the element showed when it was read. */
  shown: string
  /** A frame that a person drew: read as it was shown then. */
  frame: Shot | null
  findings: Finding[]
}

/** 识别图中文字 on one page: what was asked for, one picture after the other, and what was found. Lives and ends with the page. */
export class PictureDesk {
  private jobs: Job[] = []
  private line: Line | null = null
  /** Our windows come back where they are hidden for a picture. */
  private showAgain = () => {}
  private over = false
  private round = 0
  /** Numbers the pictures, so that none is taken for another. */
  private count = 0
  private reading: PageReading | null = null
  private able = false
  private readonly deps: PictureDeskDeps

  constructor(deps: PictureDeskDeps) {
    this.deps = deps
  }

  /** The page was read (again). Where the browser cannot read pictures, nothing is offered. */
  sees(reading: PageReading, { noPictures }: Pick<PageVerdict, 'noPictures'>): void {
    // a page that puts another one in its place keeps its scripts: what was read belongs to the one before
    if (this.reading && this.reading.url !== reading.url) this.jobs = this.jobs.filter(({ element }) => element.isConnected)
    this.reading = reading
    this.able = noPictures === undefined
  }

  /** Suspicions in pictures that the page still shows. */
  findings(): Finding[] {
    return this.jobs.flatMap((job) => (!job.element.isConnected ? [] : hasChanged(job) ? job.findings.map(withoutAreas) : job.findings))
  }

  /** The pictures that were asked for, in their order. */
  states(): PictureState[] {
    return this.jobs.map(({ element, frame, shown, says, ...state }) => ({ ...state, says: state.state === 'done' && hasChanged({ element, frame, shown }) ? { key: 'pictures.changed' } : says }))
  }

  /** How far the article's large pictures are; null where it has none. */
  progress(): PicturesProgress | null {
    const large = this.large()
    if (large.length === 0 && this.jobs.length === 0) return null
    const done = (element: Element) => this.jobOf(element)?.state === 'done'
    const asked = this.jobs.filter(({ state }) => state === 'waiting' || state === 'running')
    const now = asked.find(({ state }) => state === 'running')
    const of = this.round
    return {
      large: large.length,
      read: large.filter(done).length,
      running: now ? { nth: of - asked.length + 1, of, stage: now.stage, done: now.done } : null,
      left: large.filter((element) => !this.jobOf(element)).length,
    }
  }

  /** The large pictures that nobody asked for, by their place among all. */
  unread(): number[] {
    return this.large().flatMap((element, at) => (this.jobOf(element) ? [] : [at]))
  }

  /** Whether this browser reads pictures at all. */
  canRead(): boolean {
    return this.able
  }

  /** All large pictures of the article that were not read yet, up to `AT_ONCE`. */
  readAll(): void {
    const wanted = this.large().filter((element) => this.jobOf(element)?.state !== 'done')
    for (const element of wanted.slice(0, AT_ONCE)) this.add(element)
  }

  /** One picture. @returns its id; null where the page does not show it any more */
  readAt(src: string): string | null {
    const element = elementOf(this.deps.win.document, src)
    return element ? this.add(element).id : null
  }

  readElement(element: Element): string {
    return this.add(element).id
  }

  /** One large picture by its place among all, which the window then shows. @returns its id; null where the page has it no more */
  readNth(at: number): string | null {
    const element = this.large()[at]
    element?.scrollIntoView({ block: 'nearest' })
    return element ? this.add(element).id : null
  }

  /** A part of the window that a person framed, in CSS pixels of the window. */
  readFrame(box: Box): string {
    const element = this.deps.win.document.documentElement
    return this.put({ element, shown: '', frame: frameShot(box, this.deps.win), name: { key: 'pictures.frame' } }).id
  }

  /** Reads a picture that failed, or that changed, again. @returns its new id; null for a frame, which is drawn again instead */
  again(id: string): string | null {
    const job = this.jobs.find((one) => one.id === id)
    if (!job || job.frame) return null
    this.jobs = this.jobs.filter((one) => one !== job)
    return this.add(job.element).id
  }

  /** Ends what is under way and gives up what waits. */
  cancel(): void {
    this.jobs = this.jobs.filter(({ state }) => state === 'done' || state === 'failed')
    this.line?.close()
    this.line = null
    this.round = 0
    this.showAgain()
    this.deps.changed()
  }

  end(): void {
    this.over = true
    this.line?.close()
  }

  private large(): Element[] {
    return largeIn(this.reading, this.deps.win.document)
  }

  private jobOf(element: Element): Job | undefined {
    return this.jobs.find((job) => job.element === element && job.shown === shownAddress(element) && job.frame === null)
  }

  private add(element: Element): Job {
    const known = this.jobOf(element)
    if (known && known.state !== 'failed') return known
    this.jobs = this.jobs.filter((job) => job !== known)
    const nth = this.large().indexOf(element)
    return this.put({ element, shown: shownAddress(element), frame: null, name: nth < 0 ? { key: 'pictures.one' } : { key: 'pictures.nth', params: { nth: nth + 1 } } })
  }

  private put(what: Pick<Job, 'element' | 'shown' | 'frame' | 'name'>): Job {
    const job: Job = { ...what, id: `picture-${++this.count}`, state: 'waiting', stage: 'waiting', done: 0, says: null, text: null, findings: [] }
    this.jobs.push(job)
    this.round++
    this.deps.changed()
    if (!this.jobs.some(({ state }) => state === 'running')) void this.work()
    return job
  }

  private async work(): Promise<void> {
    for (let job = this.next(); job && !this.over; job = this.next()) {
      job.state = 'running'
      this.deps.changed()
      try {
        await this.read(job)
        job.state = 'done'
      } catch (error) {
        job.state = 'failed'
        job.says = phraseOf(error)
      }
      this.line = null
      if (!this.over) this.deps.changed()
    }
    this.round = 0
    if (!this.over) this.deps.changed()
  }

  private next(): Job | undefined {
    return this.jobs.find(({ state }) => state === 'waiting')
  }

  private async read(job: Job): Promise<void> {
    // while it waited the page may have put another picture there: what is read is what it shows now
    if (!job.frame) job.shown = shownAddress(job.element)
    if (job.frame) return this.take(job, await this.photograph(job, job.frame), job.frame, job.frame.whole ? null : 'pictures.note.cut')
    let why: Phrase = { key: 'pictures.error.no-address' }
    try {
      const source = sourceOf(job.element) ?? (await ownSourceOf(job.element, this.deps.fetch))
      // called off meanwhile
      if (!this.jobs.includes(job)) return
      if (source) return this.take(job, await this.ask(job, source), null, null)
    } catch (error) {
      why = phraseOf(error)
      if (!BY_SIGHT.test(why.key)) throw error
    }
    const { win } = this.deps
    job.element.scrollIntoView({ block: job.element.getBoundingClientRect().height > win.innerHeight ? 'start' : 'center' })
    const shot = shotOf(job.element, win)
    if (!shot) throw new PlainError(why)
    return this.take(job, await this.photograph(job, shot), shot, shot.whole ? 'pictures.note.sight' : 'pictures.note.part')
  }

  private async photograph(job: Job, shot: Shot): Promise<PictureText> {
    const { surface, win } = this.deps
    const show = surface.hide()
    this.showAgain = show
    try {
      await painted(win)
      return await this.ask(job, shot.source)
    } finally {
      show()
    }
  }

  private async ask(job: Job, source: PictureSource): Promise<PictureText> {
    const { reading } = this
    let text: PictureText | null = null
    const order = { source, pageUrl: this.deps.win.location.href, pageKind: reading?.kind ?? 'other', publishedOn: reading?.publication?.day ?? null } as const
    this.line = this.deps.order(order, (news) => {
      if ('text' in news) text = news.text
      else if ('taken' in news) this.showAgain()
      else {
        Object.assign(job, news.progress)
        if (this.jobs.includes(job)) this.deps.changed()
      }
    })
    await this.line.done
    if (!text) throw new PlainError({ key: 'app.error.background-gone' })
    return text
  }

  private take(job: Job, text: PictureText, shot: Shot | null, note: string | null): void {
    job.text = note === null ? text : { ...text, notes: [{ key: note }, ...text.notes] }
    const src = pictureAddress(job.shown)
    const { selector } = anchorOf(job.element)
    const { width, height } = shot ? shot.drawn : text
    job.findings = text.findings.map(({ finding, areas }) => ({
      ...finding,
      id: `${finding.id}@${job.id}`,
      more: src === '' ? { key: 'pictures.where-screen' } : { key: 'pictures.where', params: { src } },
      anchor: finding.anchor && { ...finding.anchor, selector, picture: { src, width, height, areas: shot ? fromShot(areas, text, shot) : areas } },
    }))
  }
}

/** Whether the page shows something else there than what was read. */
function hasChanged({ element, shown, frame }: Pick<Job, 'element' | 'shown' | 'frame'>): boolean {
  return frame === null && (!element.isConnected || shownAddress(element) !== shown)
}

/** Without places: another picture stands there now, which cannot be told by an address that is kept short. */
function withoutAreas(finding: Finding): Finding {
  const { anchor } = finding
  return anchor?.picture ? { ...finding, anchor: { ...anchor, picture: { ...anchor.picture, areas: [] } } } : finding
}
