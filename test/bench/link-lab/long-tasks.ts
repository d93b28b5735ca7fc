import type { Page } from 'playwright-core'

/**
 * Has a page note its longest task, in ms by the clock, as the browser tells pages of it: a task in which some script ran.
 * @returns what tells it
 */
export async function noteLongest(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const home = globalThis as unknown as { longest: number }
    home.longest = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) home.longest = Math.max(home.longest, duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { longest: number }).longest)
}
