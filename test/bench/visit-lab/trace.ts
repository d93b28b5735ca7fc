import type { CDPSession, Page } from 'playwright-core'

/** What our scripts cost a page's main thread, in ms. */
export interface Cost {
  ms: number
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
  tid: number
  pid: number
  args: { data?: { url?: string; fileName?: string } }
}

/** Work that a script's address is told with. */
const WORK: ReadonlySet<string> = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'v8.run', 'V8.ScriptCompiler'])

/** Work that no address is told with; a page without scripts has none but ours. */
const OURS: ReadonlySet<string> = new Set(['FireIdleCallback', 'RunMicrotasks', 'TimerFire', 'FireAnimationFrame'])

/** Traces a page without scripts while something is done in it, and adds up what ran of the extension's scripts; what runs inside another counts once. */
export async function traceOf(page: Page, own: string, work: () => Promise<void>): Promise<Cost> {
  const cdp = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  cdp.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as TraceEvent[])))
  await cdp.send('Tracing.start', { categories: 'devtools.timeline,v8,disabled-by-default-v8.compile', transferMode: 'ReportEvents' } as Parameters<CDPSession['send']>[1] as never)
  await work()
  const over = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve))
  await cdp.send('Tracing.end')
  await over
  await cdp.detach()
  const ours = events.filter(({ name, ph, args }) => ph === 'X' && WORK.has(name) && (args.data?.url ?? args.data?.fileName ?? '').startsWith(`${own}/content-scripts/`))
  const [start] = ours
  const pieces = outermost([...ours, ...events.filter(({ name, ph, pid, tid, ts }) => start && ph === 'X' && OURS.has(name) && pid === start.pid && tid === start.tid && ts >= start.ts)])
  if (pieces.length === 0) throw new Error('nothing of ours was traced')
  return { ms: sum(pieces), longest: Math.max(...pieces.map(({ dur = 0 }) => dur)) / 1000, start: sum(outermost(ours.filter(({ name }) => name !== 'FunctionCall'))) }
}

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

function sum(pieces: readonly TraceEvent[]): number {
  return pieces.reduce((ms, { dur = 0 }) => ms + dur / 1000, 0)
}
