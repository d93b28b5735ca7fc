/**
 * `npm run bench -- reading`: pages of 10 KB to 5 MB read in real Chromium, without pauses (in a visit the same work is done in idle
 * slices of a few ms). Growth: ms a KB of the largest page through that of one of 100 KB; 1 is a straight line.
 */
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { bundleReaders, PLAIN_FLAGS } from './bundle.ts'
import { atMost, createReport } from './report.ts'
import type * as Reading from '../../utils/reading/index.ts'

const SIZES = [10, 100, 1000, 5000]
const TIMES = 7

const notices = readFileSync(new URL('../unit/wording/clean-notices.txt', import.meta.url), 'utf8').split('\n').filter((line) => line.length > 40)

/** An article after a column's list, of so many KB of UTF-8. */
function pageOf(kb: number): string {
  const parts: string[] = []
  for (let bytes = 500, nth = 0; bytes < kb * 1000; nth++) {
    const part = nth % 3 === 0 ? `<p>${notices[nth % notices.length]}</p>` : `<li><a href="/zwgk/tzgg/${nth}.html">关于做好第${nth}项工作的通知</a><span>2026-${String((nth % 12) + 1).padStart(2, '0')}-10</span></li>`
    parts.push(part)
    bytes += Buffer.byteLength(part)
  }
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>通知公告_青禾县人民政府</title><body><h1>通知公告</h1><p>发布时间：2026-11-10</p><ul>${parts.filter((part) => part.startsWith('<li')).join('')}</ul>${parts.filter((part) => part.startsWith('<p')).join('')}</body></html>`
}

const report = createReport('reading')
const code = await bundleReaders()
const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: PLAIN_FLAGS })
const perKb = new Map<number, number>()
try {
  const tab = await browser.newPage()
  for (const kb of SIZES) {
    await tab.goto('about:blank')
    await tab.setContent(pageOf(kb))
    await tab.evaluate(`globalThis.readers = ${code}`)
    const ms = await tab.evaluate((times) => {
      const { readers } = globalThis as unknown as { readers: typeof Reading }
      const all = Array.from({ length: times + 1 }, () => {
        const began = performance.now()
        readers.readPage(document, { url: 'http://www.qinghe.gov.cn/zwgk/tzgg/', now: new Date() })
        return performance.now() - began
      })
      // The first one compiles.
      return all.slice(1).sort((a, b) => a - b)[times >> 1]!
    }, TIMES)
    perKb.set(kb, ms / kb)
    report.figure({ metric: `a page of ${kb < 1000 ? `${kb} KB` : `${kb / 1000} MB`}`, value: Math.round(ms * 10) / 10, unit: 'ms' })
  }
} finally {
  await browser.close()
}
const growth = (from: number) => Math.round((perKb.get(5000)! / perKb.get(from)!) * 100) / 100
report.figure({ metric: 'growth from 10 KB to 5 MB, ms a KB', value: growth(10), unit: '×', aim: atMost(2) })
report.figure({ metric: 'growth from 100 KB to 5 MB, ms a KB', value: growth(100), unit: '×', aim: atMost(2) })
report.note(`load ${loadavg()[0]!.toFixed(1)}`)
report.end()
