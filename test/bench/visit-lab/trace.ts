import type { CDPSession, Page } from 'playwright-core'

/** What our scripts cost a page's main thread, in ms of its processor time unless said otherwise. */
export interface Cost {
  ms: number
  /** The same by the clock: with the time in which the machine did other things. */
  clock: number
  /** The longest of our pieces without a pause. */
  longest: number
  /** Compiling and first run of the content script. */
  start: number
}

interface TraceEvent {
  name: string
  ph: string
  ts: number
  dur?: number
  /** Processor time of the thread. */
  tdur?: number
  tid: number
  pid: number
  args: { worldId?: number; fileName?: string; data?: { url?: string; fileName?: string }; beginData?: { url?: string } }
}

/** Compiling and running, told with a script's address. */
const WORK: ReadonlySet<string> = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.run', 'V8.ScriptCompiler'])

/** Work that no address is told with; a page without scripts has none but ours. */
const OURS: ReadonlySet<string> = new Set(['FireIdleCallback', 'RunMicrotasks', 'TimerFire', 'FireAnimationFrame'])

/**
 * Traces a page without scripts while something is done in it, and adds up what ran of the extension's scripts; what runs inside another counts once.
 * Listeners and answers are known by the world that they run in, so that what they set going right after themselves counts as well.
 */
export async function traceOf(page: Page, own: string, work: () => Promise<void>): Promise<Cost> {
  const events = await traced(page, 'devtools.timeline,v8,disabled-by-default-v8.compile', work)
  const isOurs = (address: string | undefined) => (address ?? '').startsWith(`${own}/content-scripts/`)
  const ours = events.filter(({ name, ph, args }) => ph === 'X' && WORK.has(name) && (isOurs(args.data?.url ?? args.data?.fileName) || isOurs(args.fileName)))
  const start = ours.find(({ name }) => name === 'EvaluateScript')
  const world = ours.find(({ name, pid }) => name === 'v8.run' && pid === start?.pid)?.args.worldId
  if (!start || world === undefined) throw new Error('nothing of ours was traced')
  const pieces = outermost([
    ...ours,
    ...events.filter(({ name, ph, pid, tid, ts, args }) => ph === 'X' && pid === start.pid && tid === start.tid && (OURS.has(name) ? ts >= start.ts : name === 'v8.callFunction' && args.worldId === world)),
  ])
  return {
    ms: sum(pieces.map(processor)),
    clock: sum(pieces.map(clock)),
    longest: Math.max(...pieces.map(processor)),
    start: sum(outermost(ours.filter(({ name }) => name !== 'FunctionCall')).map(processor)),
  }
}

/** All that a page's main thread does while something is done in it, in ms of its processor time; `url` is a document that is loaded meanwhile. */
export async function mainThread(page: Page, url: string, work: () => Promise<void>): Promise<number> {
  const events = await traced(page, 'devtools.timeline,toplevel', work)
  const parsed = events.find(({ name, args }) => name === 'ParseHTML' && args.beginData?.url === url)
  if (!parsed) throw new Error('the page was not traced')
  return sum(events.filter(({ name, ph, pid, tid }) => ph === 'X' && name === TASK && pid === parsed.pid && tid === parsed.tid).map(processor))
}

/** What the browser's thread controller runs, one after the other. */
const TASK = 'ThreadControllerImpl::RunTask'

async function traced(page: Page, categories: string, work: () => Promise<void>): Promise<TraceEvent[]> {
  const cdp = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  await cdp.send('Tracing.start', { categories, transferMode: 'ReportEvents' } as Parameters<CDPSession['send']>[1] as never)
  await work()
  const over = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve))
  await cdp.send('Tracing.end')
  await over
  await cdp.detach()
  return events
}

const clock = ({ dur = 0 }: TraceEvent) => dur / 1000
const processor = (event: TraceEvent) => (event.tdur === undefined ? clock(event) : event.tdur / 1000)

function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const pieces: TraceEvent[] = []
  let end = -1
  for (const event of [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    if (event.ts < end) continue
    pieces.push(event)
    end = event.ts + (event.dur ?? 0)
  }
  return pieces
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0)
}
