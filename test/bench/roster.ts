/**
 * `npm run bench -- roster`: 2,000 sites and 20,000 columns of 200 units: import through the ledger page, search there, and
 * whose a page is. Browser figures are from a click to the painted answer in a real Chromium with the test build.
 */
import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { launchChromium } from '../browser/kit/chromium.ts'
import { belongingOf } from '../../utils/roster/match.ts'
import { mergeRoster } from '../../utils/roster/merge.ts'
import { parseRoster } from '../../utils/roster/parse.ts'
import { rosterXlsx } from '../../utils/roster/write-xlsx.ts'
import type { Roster } from '../../utils/types/roster.ts'
import { below, createReport } from './report.ts'

const COLUMNS = 20_000
const SITES = 2000
const UNITS = 200
const RUNS = 7

const HEADER = '单位,网站名称,网址,栏目,栏目网址,栏目类别'
const rows = Array.from({ length: COLUMNS }, (_, n) => `青禾县第${n % UNITS}局,青禾网站${n % SITES},s${n % SITES}.qinghe.gov.cn,栏目${n},/zwgk/c${n}/,通知公告`)
const csv = new TextEncoder().encode([HEADER, ...rows].join('\r\n'))
let ids = 0
const { roster } = mergeRoster(parseRoster(csv).roster, { units: [], sites: [], columns: [] }, () => `i${(ids += 1)}`, () => 'other')

const report = createReport('roster')
report.note(`load before: ${loadavg().map((one) => one.toFixed(1)).join(' ')}`)
report.figure({ metric: 'a page to its unit and column', value: matchTime(roster), unit: 'ms', aim: below(5) })
report.figure({ metric: 'the same, first page after a change (index built)', value: median(Array.from({ length: RUNS }, () => matchTime({ ...roster }, 1))), unit: 'ms' })

const running = await launchChromium({})
try {
  const page = await running.context.newPage()
  page.setDefaultTimeout(120_000)
  const files = [['CSV', '底册.csv', Buffer.from(csv)], ['XLSX', '底册.xlsx', Buffer.from((await rosterXlsx(roster)).bytes)]] as const
  for (const [format, name, buffer] of files) {
    await page.goto('about:blank')
    await page.goto(running.own('ledger.html#/roster'))
    await page.locator('input[type=file]').waitFor({ state: 'attached' })
    const started = performance.now()
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
    const confirm = page.locator('.import-panel .button-main')
    await confirm.click()
    await page.locator('.roster-pages').getByText('100').first().waitFor()
    report.figure({ metric: `import of ${COLUMNS} rows, ${format}: read, looked at, stored, shown`, value: Math.round(performance.now() - started) / 1000, unit: 's', aim: below(5) })
    if (format === 'CSV') {
      await page.locator('.roster-kinds button').nth(2).click()
      report.figure({ metric: 'search one column of 20,000', value: await searchTime(page, '栏目1999', '栏目19999'), unit: 'ms', aim: below(100) })
      report.figure({ metric: 'search by unit and name', value: await searchTime(page, '第7局', '第7局 栏目7'), unit: 'ms', aim: below(100) })
      const emptied = page.getByRole('button', { name: /^(?:撤销：|Undo: )/ })
      const from = performance.now()
      await emptied.click()
      await page.locator('.empty').waitFor()
      report.figure({ metric: 'the import taken back', value: Math.round(performance.now() - from) / 1000, unit: 's' })
    }
  }
} finally {
  await running.close()
}
report.end()

/** Median over many pages, in milliseconds. */
function matchTime(of: Roster, pages = 2000): number {
  const times = Array.from({ length: pages }, (_, n) => {
    const url = `http://s${(n * 7) % SITES}.qinghe.gov.cn/zwgk/c${(n * 7) % COLUMNS}/t20261101_${n}.html`
    const from = performance.now()
    belongingOf({ url, contentSource: '青禾县第1局', columnName: `栏目${n}` }, of)
    return performance.now() - from
  })
  return Math.round(median(times) * 1000) / 1000
}

/** From the key stroke to the second painted frame after it. */
async function searchTime(page: Page, before: string, after: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run++) {
    await page.locator('.roster-search').fill(before)
    times.push(await page.evaluate(async (value) => {
      const field = document.querySelector<HTMLInputElement>('.roster-search')!
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      await frame()
      const old = document.querySelector('.roster-table tbody')!.textContent
      const from = performance.now()
      field.value = value
      field.dispatchEvent(new InputEvent('input', { bubbles: true }))
      while (document.querySelector('.roster-table tbody')!.textContent === old && performance.now() - from < 5000) await frame()
      await frame()
      return performance.now() - from
    }, after))
  }
  return Math.round(median(times))
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
