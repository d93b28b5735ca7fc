/**
 * `npm run bench -- marking`: 2,000 words on a page made visible, in real Chromium, beside mark.js. Both are told where: ours by
 * anchors, found again by words, context and selector; mark.js by offsets in the text, which is the fastest that it can be asked.
 * From the call until the frame after the next, so that layout and paint are in it; a fresh page each time.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { loadavg } from 'node:os'
import { chromium, type Page } from 'playwright-core'
import { bundle, PLAIN_FLAGS } from './bundle.ts'
import { createReport, exactly } from './report.ts'
import type * as InPage from './marking-lab/in-page.ts'

const [TIMES, WORDS, PARAGRAPHS] = [9, 2000, 400]
const PEER = 'mark.js 8.11.1'

interface Run {
  /** ms until our work is done, and until it is on the screen. */
  script: number
  shown: number
  /** Elements that the page has more than before. */
  added: number
  marked: number
}

const notices = readFileSync(new URL('../unit/wording/clean-notices.txt', import.meta.url), 'utf8').split('\n').filter((line) => line.length > 40)
const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>关于报送工作情况的通知</title><style>::highlight(duwang-general){background:#fc9}</style><body>${
  Array.from({ length: PARAGRAPHS }, (_, nth) => `<p>第${nth}段，${notices[nth % notices.length]}</p>`).join('')}</body></html>`

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!
}

/** Runs in the page, with `ours` or `Mark` there: words of two characters, spread evenly. */
async function mark({ who, words, paragraphs }: { who: 'ours' | 'peer'; words: number; paragraphs: number }): Promise<Run> {
  interface There { ours: typeof InPage; Mark: new (on: Element) => { markRanges: (ranges: { start: number; length: number }[]) => void } }
  const { ours, Mark } = globalThis as unknown as There
  const each = words / paragraphs
  const all = [...document.querySelectorAll('p')]
  const starts = (text: string) => Array.from({ length: each }, (_, nth) => Math.floor(((nth + 0.5) * (text.length - 2)) / each))
  const anchors = who === 'ours' ? all.flatMap((p) => starts(p.textContent!).map((start) => ours.anchorOf(p, p.textContent!, start, start + 2))) : []
  let before = 0
  const ranges = all.flatMap((p) => {
    const offset = before
    before += p.textContent!.length
    return starts(p.textContent!).map((start) => ({ start: offset + start, length: 2 }))
  })
  const elements = document.querySelectorAll('*').length
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  const began = performance.now()
  if (who === 'ours') {
    const places = anchors.flatMap((anchor, nth) => {
      const found = ours.findAnchor(document, anchor)
      return found ? [{ id: String(nth), severity: 'general' as const, ...found }] : []
    })
    ours.createHighlights()!.draw(places)
  } else new Mark(document.body).markRanges(ranges)
  const script = performance.now() - began
  await frame()
  await frame()
  const shown = performance.now() - began
  const marked = who === 'ours' ? CSS.highlights.get('duwang-general')!.size : document.querySelectorAll('mark').length
  return { script, shown, added: document.querySelectorAll('*').length - elements, marked }
}

const report = createReport('marking')
const code = await bundle('test/bench/marking-lab/in-page.ts', 'duwangMarking')
const peer = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8')
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: PLAIN_FLAGS })
try {
  const tab = await browser.newPage()
  const runs = { ours: [] as Run[], peer: [] as Run[] }
  for (let nth = 0; nth < TIMES; nth++) for (const who of ['ours', 'peer'] as const) runs[who].push(await runOnce(tab, who))
  const of = (who: 'ours' | 'peer', what: keyof Run) => Math.round(median(runs[who].map((run) => run[what])) * 10) / 10
  const pair = (metric: string, what: keyof Run, unit: string) => report.figure({ metric, value: of('ours', what), unit, peer: { name: PEER, value: of('peer', what) } })
  report.figure({ metric: `words marked of ${WORDS.toLocaleString('en')}`, value: of('ours', 'marked'), unit: '', aim: exactly(WORDS), peer: { name: PEER, value: of('peer', 'marked') } })
  pair('found and marked, script alone', 'script', 'ms')
  pair('until they are on the screen', 'shown', 'ms')
  report.figure({ metric: 'elements put into the page', value: of('ours', 'added'), unit: '', aim: exactly(0), peer: { name: PEER, value: of('peer', 'added') } })
} finally {
  await browser.close()
}
report.note(`load ${loadavg()[0]!.toFixed(1)}`)
report.end()

async function runOnce(tab: Page, who: 'ours' | 'peer'): Promise<Run> {
  await tab.goto('about:blank')
  await tab.setContent(page)
  await tab.evaluate(who === 'ours' ? `globalThis.ours = ${code}` : peer)
  return tab.evaluate(mark, { who, words: WORDS, paragraphs: PARAGRAPHS })
}
