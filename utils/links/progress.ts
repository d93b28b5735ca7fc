import type { LinkVerdict } from '../types/link.ts'

/** How far the check of one page is; for chip and popup. */
export interface LinkProgress {
  total: number
  done: number
  alive: number
  dead: number
  unsure: number
  paused: boolean
}

/** Counts verdicts by page. Lives in memory only: a page that asks again starts it anew, with cached verdicts at once. */
export function createProgressBook(): {
  start: (pageUrl: string, total: number) => (verdict: LinkVerdict) => void
  of: (pageUrl: string, paused: boolean) => LinkProgress | null
} {
  const pages = new Map<string, LinkProgress>()
  return {
    start(pageUrl, total) {
      const progress: LinkProgress = { total, done: 0, alive: 0, dead: 0, unsure: 0, paused: false }
      pages.delete(pageUrl)
      pages.set(pageUrl, progress)
      // a tab's page is asked about while it is open; the oldest are forgotten
      if (pages.size > 50) pages.delete(pages.keys().next().value ?? '')
      return (verdict) => {
        progress.done++
        progress[verdict.verdict]++
      }
    },
    of: (pageUrl, paused) => {
      const progress = pages.get(pageUrl)
      return progress ? { ...progress, paused } : null
    },
  }
}
