import type { PageReading } from '../types/reading.ts'
import type { About } from './page.ts'
import { readSteps } from './read.ts'
import { finish, finishInSlices } from './steps.ts'

export { blockText } from './text.ts'
export { anchorOf, selectorOf } from './anchor.ts'
export { findAnchor } from './find.ts'
export type { About } from './page.ts'

/** Reads a page at once. A reader that fails is named in `gaps`; nothing is thrown. */
export function readPage(doc: Document, about: About): PageReading {
  return finish(readSteps(doc, about))
}

/** Reads a page in slices of a few milliseconds, awaiting `rest` between them, so that a large page stays smooth. */
export function readPageInSlices(doc: Document, about: About, rest: () => Promise<void>): Promise<PageReading> {
  return finishInSlices(readSteps(doc, about), rest)
}
