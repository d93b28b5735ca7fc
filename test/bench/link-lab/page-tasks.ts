import type { BrowserContext, CDPSession, Page } from 'playwright-core'

/** The longest tasks of a page's main thread, in ms of processor time: what the machine does beside it counts for nothing. */
export interface PageTasks {
  /** Of our script, with all that it set going at once: layout that it forced, collections. */
  ours: number
  /** After our script began, beside script: frames that show what we drew, and what the page did late. */
  frames: number
  /** Everything else: the page's own parsing, layout and scripts. */
  own: number
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
  args: { name?: string; beginData?: { url?: string }; data?: { url?: string } }
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8.execute']
const OURS = /^(?:chrome|moz)-extension:/
const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks', 'v8.callFunction', 'v8.run', 'v8.compile'])

/** Opens a page, waits for `done`, and measures its tasks meanwhile by the browser's own trace. */
export async function tasksOf(context: BrowserContext, url: string, done: (page: Page) => Promise<unknown>): Promise<PageTasks> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) events.push(event)
  })
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' } })
  await page.goto(url)
  await done(page)
  await traced(session)
  await page.close()
  return longestOf(events, url)
}

function traced(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve())
    session.send('Tracing.end').catch(reject)
  })
}

function longestOf(events: readonly TraceEvent[], url: string): PageTasks {
  const home = events.find(({ name, args }) => name === 'ParseHTML' && args.beginData?.url === url)
  if (!home) throw new Error(`The trace holds no page ${url}`)
  // one thread of that process parses pages: its main thread
  const whole = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === home.pid && tid === home.tid).sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const longest: PageTasks = { ours: 0, frames: 0, own: 0 }
  let begun = false
  for (let at = 0; at < whole.length;) {
    const task = whole[at]!
    const end = task.ts + (task.dur ?? 0)
    let [ours, pages, over] = [0, 0, 0]
    for (at++; at < whole.length && whole[at]!.ts < end; at++) {
      const { name, args, ts, dur = 0, tdur = 0 } = whole[at]!
      // what a script calls is part of it
      if (!SCRIPT.has(name) || ts < over) continue
      over = ts + dur
      // a message of the extension is taken by the browser's own script, which has no address
      const isPages = args.data?.url !== undefined && !OURS.test(args.data.url)
      if (isPages) pages += tdur
      else ours += tdur
      begun ||= OURS.test(args.data?.url ?? '')
    }
    const rest = (task.tdur ?? 0) - ours - pages
    longest.ours = Math.max(longest.ours, begun ? ours / 1000 : 0)
    if (begun && pages === 0) longest.frames = Math.max(longest.frames, rest / 1000)
    else longest.own = Math.max(longest.own, (rest + pages) / 1000)
  }
  return longest
}
