import { chromium } from 'playwright-core'
import { PLAIN_FLAGS } from '../bundle.ts'
import { openExtension } from '../link-watch.ts'
import type { Lab } from './lab.ts'
import { tasksOf, type PageTasks } from './page-tasks.ts'

/** So long the page is watched, in ms: it is read, asked about, marked, and looked at again after 3 s. */
const WATCHED = 13_000

/** Longest tasks of the lab's page with the extension, and of the same page without it. */
export interface TasksWithAndWithout {
  withUs: PageTasks
  without: PageTasks
}

/** Opens the lab's page twice, in browsers of their own. */
export async function tasksWithAndWithout(lab: Lab): Promise<TasksWithAndWithout> {
  const opened = await openExtension(lab.resolverRules)
  const withUs = await tasksOf(opened.context, lab.pageUrl, (page) => page.waitForTimeout(WATCHED)).finally(opened.close)
  const plain = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', headless: true, args: [...PLAIN_FLAGS, `--host-resolver-rules=${lab.resolverRules}`],
  })
  const without = await tasksOf(await plain.newContext(), lab.pageUrl, (page) => page.waitForTimeout(2_000)).finally(() => plain.close())
  return { withUs, without }
}
