import type { BrowserContext, Page } from 'playwright-core'

/** How long a popup takes, in ms from its navigation. */
export interface Opening {
  /** First contentful paint, which is the frame. */
  paint: number
  /** The frame with the page's title and what was found in it has been drawn. */
  says: number
}

/** Opens the popup's document as a page of its own, and closes it. */
export async function openPopup(context: BrowserContext, address: string): Promise<Opening> {
  const popup = await context.newPage()
  await popup.addInitScript(() => {
    const home = globalThis as unknown as { says: Promise<number> }
    home.says = new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('.page-title')) return
        watch.disconnect()
        // A message comes after the frame that is being made now.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now()))
          port1.start()
          port2.postMessage(null)
        })
      })
      watch.observe(document, { childList: true, subtree: true })
    })
  })
  await popup.goto(address)
  const paint = await firstPaint(popup)
  const says = await popup.evaluate(() => (globalThis as unknown as { says: Promise<number> }).says)
  await popup.close()
  return { paint, says }
}

/** First contentful paint of a document that has no program, in ms from its navigation. */
export async function paintOf(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage()
  await page.goto(address)
  const paint = await firstPaint(page)
  await page.close()
  return paint
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) if (name === 'first-contentful-paint') resolve(startTime)
    }).observe({ type: 'paint', buffered: true })
  }))
}
