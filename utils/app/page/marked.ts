import type { Painter } from '../../marks/highlights.ts'
import type { Place } from '../../marks/place.ts'
import { findAnchor } from '../../reading/find.ts'
import type { Finding } from '../../types/finding.ts'

/** The findings of a page that have a place on it, drawn. */
export class MarkedPlaces {
  private places = new Map<string, Place>()
  private readonly doc: Document
  private readonly painters: readonly Painter[]

  constructor(doc: Document, painters: readonly Painter[]) {
    this.doc = doc
    this.painters = painters
  }

  /** Finds every finding's place anew, because the page may have changed, and draws. */
  draw(findings: readonly Finding[]): void {
    this.places = new Map(findings.flatMap((finding) => this.placeOf(finding)))
    for (const painter of this.painters) painter.draw(this.all())
  }

  all(): readonly Place[] {
    return [...this.places.values()]
  }

  of(findingId: string): Place | null {
    return this.places.get(findingId) ?? null
  }

  /** The next place after one in the order of the page, and round again; null where nothing is marked. */
  after(findingId: string | null): Place | null {
    const follows = (a: Place, b: Place) => a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING
    const order = [...this.all()].sort((a, b) => (follows(a, b) ? -1 : 1))
    const at = order.findIndex(({ id }) => id === findingId)
    return order[(at + 1) % order.length] ?? null
  }

  clear(): void {
    this.places.clear()
    for (const painter of this.painters) painter.clear()
  }

  private placeOf({ id, severity, anchor }: Finding): [string, Place][] {
    const found = anchor && findAnchor(this.doc, anchor)
    return found ? [[id, { id, severity, element: found.element, range: found.range }]] : []
  }
}
