import { chromium, type Page } from 'playwright-core'
import { PLAIN_FLAGS } from '../bundle.ts'
import { processesBelow } from './processes.ts'

/** Resident memory in MiB of all processes below one. Shared pages are counted once a process. */
function below(pid: number): number {
  return Math.round(processesBelow(pid).reduce((sum, { rss }) => sum + rss, 0) / 1024 ** 2)
}

/** Measures each second until the returned function is called, which returns the peak. */
export function residentMemory(pid: number): () => number {
  let peak = below(pid)
  const timer = setInterval(() => {
    peak = Math.max(peak, below(pid))
  }, 1000)
  return () => {
    clearInterval(timer)
    return peak
  }
}

/** What a tab holds after a collection, in MiB: scripts of the page and of content scripts, nodes, and buffers. */
export async function tabMemory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('HeapProfiler.collectGarbage')
    const use = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number }
    return (use.usedSize + (use.embedderHeapUsedSize ?? 0) + (use.backingStorageSize ?? 0)) / 1024 ** 2
  } finally {
    await session.detach()
  }
}

/** The same of the page in a browser without the extension; `rules` as for `--host-resolver-rules`. */
export async function plainTabMemory(rules: string, url: string): Promise<number> {
  const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', headless: true, args: [...PLAIN_FLAGS, `--host-resolver-rules=${rules}`] })
  try {
    const page = await browser.newPage()
    await page.goto(url)
    // the links that a script paints late
    await page.waitForTimeout(1_500)
    return await tabMemory(page)
  } finally {
    await browser.close()
  }
}
