import type { PageVerdict } from '../../../messages.ts'
import { findElement } from '../../../reading/find.ts'
import type { Finding } from '../../../types/finding.ts'
import type { PicturesProgress } from '../../../types/picture.ts'
import type { PageReading } from '../../../types/reading.ts'
import type { PictureDesk } from './desk.ts'

/** Large pictures of the article that the page still shows. */
export function largeIn(reading: PageReading | null, doc: Document): Element[] {
  return (reading?.pictures?.large ?? []).flatMap(({ anchor }) => findElement(doc, anchor.selector) ?? [])
}

/** The article's large pictures, before anyone asks to have them read; then it speaks for the desk, which comes with the windows. */
export class PagePictures {
  private desk: PictureDesk | null = null
  private reading: PageReading | null = null
  private verdict: Pick<PageVerdict, 'noPictures'> = {}
  private readonly doc: Document

  constructor(doc: Document) {
    this.doc = doc
  }

  /** The page was read (again). */
  sees(reading: PageReading, verdict: Pick<PageVerdict, 'noPictures'>): void {
    this.reading = reading
    this.verdict = verdict
    this.desk?.sees(reading, verdict)
  }

  /** From now on there is someone who reads them. */
  give(desk: PictureDesk): void {
    this.desk = desk
    if (this.reading) desk.sees(this.reading, this.verdict)
  }

  /** Whether an element is one of them, and this browser reads pictures at all. */
  isLarge(element: Element): boolean {
    return this.reading !== null && this.verdict.noPictures === undefined && largeIn(this.reading, this.doc).includes(element)
  }

  findings(): Finding[] {
    return this.desk?.findings() ?? []
  }

  /** How far they are; null where there is none. */
  progress(): PicturesProgress | null {
    if (this.desk) return this.desk.progress()
    const large = largeIn(this.reading, this.doc).length
    return large > 0 ? { large, read: 0, running: null, left: large } : null
  }

  end(): void {
    this.desk?.end()
  }
}
