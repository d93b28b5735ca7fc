import { collectHiddenRows } from './hidden-rows.ts'
import type { DatedGroup } from './list.ts'
import { dateGroups, listScore, mergeParts } from './list.ts'
import type { Page } from './page.ts'
import { collectRows } from './rows.ts'
import type { Steps } from './steps.ts'

/** All groups of rows on a page, and the one that is most like a column's list. */
export interface ListsReading {
  groups: DatedGroup[]
  best: DatedGroup | null
}

/** Finds the lists of a page; `paging` is the element that says 下一页. What the DOM does not hold is looked for only where it has no list. */
export function* readLists(page: Page, paging: Element | null): Steps<ListsReading> {
  const rows = page.doc.body ? yield* collectRows(page.doc.body) : []
  const groups = yield* dateGroups(rows, page)
  const best = bestOf(groups, paging)
  if (best) return { groups, best }
  return { groups, best: bestOf(yield* dateGroups(yield* collectHiddenRows(page), page), null) }
}

function bestOf(groups: readonly DatedGroup[], paging: Element | null): DatedGroup | null {
  let best: { group: DatedGroup; score: number } | null = null
  for (const group of mergeParts(groups)) {
    const score = listScore(group, paging)
    if (score > 0 && (!best || score > best.score)) best = { group, score }
  }
  return best?.group ?? null
}
