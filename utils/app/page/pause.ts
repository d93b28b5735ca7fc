import { letOthers } from '../../types/let-others.ts'
import type { PageReading } from '../../types/reading.ts'

/** Links and blocks of a page whose reading is cut, copied or sorted in more than a few ms. */
const LARGE = 600

/** Lets the page's own work go first where its reading is large; a small one is marked without a pause. */
export async function pauseFor({ links, blocks }: PageReading): Promise<void> {
  if (links.length + blocks.length > LARGE) await letOthers()
}
