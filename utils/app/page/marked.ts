import type { Painter } from '../../marks/highlights.ts'
import type { Place } from '../../marks/place.ts'
import { findAnchor } from '../../reading/find.ts'
import type { Anchor } from '../../types/anchor.ts'
import type { Finding } from '../../types/finding.ts'
import type { PastIssue } from '../../types/recheck.ts'
import { isAfter } from '../../types/shadow.ts'
import { idle } from './idle.ts'

/** What has a place to be marked. */
type Marked = Pick<Finding, 'id' | 'severity' | 'anchor'>

/** Words of the sign at an issue of an earlier visit. */
type SignWords = (state: 'standing' | 'fixed' | 'look') => string

/** Places are looked up for so long in one go, in ms: words are looked for in all of a long page where they stand no more. */
const STRETCH = 4
/** A page whose findings never stop coming is drawn all the same. */
const MOST_ROUNDS = 4

/** The findings of a page that have a place on it, drawn. */
export class MarkedPlaces {
  private places = new Map<string, Place>()
  private past = new Map<string, Place>()
  /** Places by anchor: one reading's anchors are looked up once, however often it is drawn. */
  private found = new WeakMap<Anchor, Place>()
  /** Anchors that were looked for ahead, found or not. */
  private readonly sought = new WeakSet<Anchor>()
  private findings: readonly Marked[] = []
  private pointed: Marked | null = null
  private readonly doc: Document
  private readonly painters: readonly Painter[]

  constructor(doc: Document, painters: readonly Painter[]) {
    this.doc = doc
    this.painters = painters
  }

  /** Finds the places and draws. A new reading brings new anchors, which are looked up anew, because the page may have changed. */
  draw(findings: readonly Marked[], past: readonly PastIssue[] = [], words: SignWords = String): void {
    this.findings = findings
    const pointed = this.pointed ? this.placeOf(this.pointed).map(([id, place]): [string, Place] => [id, { ...place, pointed: true }]) : []
    this.places = new Map([...findings.flatMap((finding) => this.placeOf(finding)), ...pointed])
    this.past = new Map(past.flatMap((issue) => this.signOf(issue, words)))
    const places = [...this.all(), ...this.past.values()]
    for (const painter of this.painters) painter.draw(places)
  }

  /** Looks places up, a few at a time, so that drawing them afterwards is quick; `wanted` is asked again, because more may come meanwhile. */
  async seek(wanted: () => readonly Marked[]): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const unknown = wanted().filter(({ anchor }) => anchor && !this.sought.has(anchor))
      if (unknown.length === 0) return
      let since = -STRETCH
      for (const finding of unknown) {
        if (performance.now() - since >= STRETCH && this.doc.defaultView) {
          await idle(this.doc.defaultView, 100)
          since = performance.now()
        }
        this.sought.add(finding.anchor!)
        this.placeOf(finding)
      }
      if (this.doc.defaultView) await idle(this.doc.defaultView, 100)
    }
  }

  /** The place of an issue that was found here before. */
  ofPast(issueId: string): Place | null {
    return this.past.get(issueId) ?? null
  }

  /** Marks one more place, above all others, until another is pointed at: that of a recorded issue. */
  point(place: Marked): void {
    this.pointed = place
    this.draw(this.findings)
  }

  /** Marks that the page has taken away come back. */
  mend(): void {
    for (const painter of this.painters) painter.mend?.()
  }

  /** Nothing of ours is to be seen on the page's words until `show`. */
  hide(): void {
    for (const painter of this.painters) painter.hide?.()
  }

  show(): void {
    for (const painter of this.painters) painter.show?.()
  }

  all(): readonly Place[] {
    return [...this.places.values()]
  }

  of(findingId: string): Place | null {
    return this.places.get(findingId) ?? null
  }

  /** The next place after one in the order of the page, and round again; null where nothing is marked. */
  after(findingId: string | null): Place | null {
    const order = [...this.all()].sort((a, b) => (isAfter(b.element, a.element) ? -1 : 1))
    const at = order.findIndex(({ id }) => id === findingId)
    return order[(at + 1) % order.length] ?? null
  }

  clear(): void {
    this.places.clear()
    this.past.clear()
    for (const painter of this.painters) painter.clear()
  }

  private signOf({ id, severity, state, place }: PastIssue, words: SignWords): [string, Place][] {
    const found = place && state !== 'waiting' ? findAnchor(this.doc, place) : null
    if (!place || !found || state === 'waiting') return []
    return [[id, { id, severity, element: found.element, range: found.range, ...(place.picture ? { inside: place.picture } : {}), sign: { text: words(state), tone: state } }]]
  }

  private placeOf({ id, severity, anchor }: Marked): [string, Place][] {
    if (!anchor) return []
    const known = this.found.get(anchor)
    if (known?.element.isConnected && (known.range === null || !known.range.collapsed)) return [[id, { ...known, id, severity }]]
    const found = findAnchor(this.doc, anchor)
    if (!found) return []
    const place = { id, severity, element: found.element, range: found.range, ...(anchor.picture ? { inside: anchor.picture } : {}) }
    this.found.set(anchor, place)
    return [[id, place]]
  }
}
