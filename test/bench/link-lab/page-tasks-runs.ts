import { chromium } from 'playwright-core'
import { PLAIN_FLAGS } from '../bundle.ts'
import { openExtension } from '../link-watch.ts'
import type { Lab } from './lab.ts'
import { noteLongest } from './long-tasks.ts'
import { tasksOf, type PageTasks } from './page-tasks.ts'

/** So long the page is watched, in ms: it is read, asked about, marked, and looked at again after 3 s. */
const WATCHED = 13_000
/** And so long where nobody reads it, in ms. */
const ALONE = 3_000

/** Longest tasks of the lab's page with the extension, and of the same page without it. */
export interface TasksWithAndWithout {
  withUs: PageTasks
  without: PageTasks
  /** The longest without it by the clock, in ms. */
  longestWithout: number
}

/** Opens the lab's page in two browsers, of one language: a page's fonts, and so what its layout costs, depend on it. */
export async function tasksWithAndWithout(lab: Lab): Promise<TasksWithAndWithout> {
  const opened = await openExtension(lab.resolverRules)
  const withUs = await tasksOf(opened.context, lab.pageUrl, (page) => page.waitForTimeout(WATCHED)).finally(opened.close)
  const plain = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', headless: true, args: [...PLAIN_FLAGS, `--host-resolver-rules=${lab.resolverRules}`],
  })
  try {
    const context = await plain.newContext({ locale: 'zh-CN' })
    const without = await tasksOf(context, lab.pageUrl, (page) => page.waitForTimeout(ALONE))
    const page = await context.newPage()
    const longest = await noteLongest(page)
    await page.goto(lab.pageUrl)
    await page.waitForTimeout(ALONE)
    return { withUs, without, longestWithout: Math.round(await longest()) }
  } finally {
    await plain.close()
  }
}
