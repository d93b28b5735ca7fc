import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { countyManifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { session } from './kit/session.ts'

/** A working day in small: pages read, issues recorded, lists and a backup written. `npm run day`: the whole of it, 200 visits and 50 issues, round and round the county. */
const WHOLE = process.env['DAY_PAGES'] !== undefined
const PAGES = Number(process.env['DAY_PAGES'] ?? 12)
const ISSUES = Math.ceil(PAGES / 4)

const { server: county, running, person } = await session(await createCountyServer())
let page: Page
const logged: string[] = []
const left: string[] = []
const opened: string[] = []
const written: string[] = []
/** Addresses that pages link to or load, as they came over the wire. */
const linked = new Set<string>()
/** Of these, what pages load themselves. */
const loaded = new Set<string>()

beforeAll(async () => {
  const worker = await running.worker()
  worker.on('console', (message) => logged.push(message.text()))
  running.context.on('console', (message) => logged.push(message.text()))
  page = await running.context.newPage()
  const { allPages } = countyManifest(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  for (let at = 0; at < PAGES; at++) {
    const url = allPages[at % allPages.length]!
    opened.push(url)
    const { findings, recorded } = await person.visit(page, url, 90_000)
    const { named, resources } = await page.evaluate(addressesOf)
    for (const href of [...named, ...resources]) linked.add(plain(href))
    for (const href of resources) loaded.add(plain(href))
    const finding = findings.find(({ id }) => recorded[id] === undefined)
    if (at % 4 === 0 && finding) await person.record(page, finding)
    else if (at % 4 === 0) await person.recordPage(page, `第 ${at} 页`)
    left.push(...(await page.evaluate(async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, ...(await indexedDB.databases()).map(({ name }) => name ?? '')])).filter(Boolean))
  }
  for (const button of ['导出本周', '按单位导出']) written.push((await person.export(button)).name)
  const desk = await person.desk()
  await desk.goto(running.own('ledger.html#/settings/storage'))
  const backup = desk.waitForEvent('download')
  await desk.getByRole('button', { name: '立即备份' }).click()
  written.push((await backup).suggestedFilename())
}, 120_000 + PAGES * 15_000)

/** Runs in the page: everything that it links to or loads itself. */
function addressesOf(): Record<'named' | 'resources', string[]> {
  const named = [...document.querySelectorAll('[href], [src]')].flatMap((element) => {
    const written = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
    try {
      return [new URL(written, document.baseURI).href]
    } catch {
      return []
    }
  })
  return { named, resources: performance.getEntriesByType('resource').map(({ name }) => name) }
}

/** Without scheme and fragment, as a server sees it. */
function plain(href: string): string {
  return decodeURIComponent(href.replace(/^\w+:\/\//, '').replace(/#.*$/, '').replace(/:\d+(?=\/)/, '')).replace(/^([^/]+)$/, '$1/')
}

test('the day was one', async () => {
  expect(opened).toHaveLength(PAGES)
  expect(await person.issues()).toHaveLength(ISSUES)
  expect(written).toMatchObject([/\.csv$/, /\.zip$/, /备份.*\.zip$/].map((wanted) => expect.stringMatching(wanted)))
})

test('every request is a page that was opened, what it loads, or one of its links, and what these send on to', () => {
  const known = new Set([...linked, ...opened.map(plain)])
  const sites = new Set([...known].map((address) => address.split('/')[0]))
  const strange = county.requests.map(({ host, path }) => decodeURIComponent(`${host}${path}`)).filter((address) => !known.has(address) && !address.endsWith('/favicon.ico'))
  // Where a link was redirected to, and the addresses that no page has by which a site's missing page is learnt, stand on a known site.
  const chromiums = /^[\w.-]+\.google(?:apis)?\.com\//
  expect([...new Set(strange.filter((address) => !chromiums.test(address) && !sites.has(address.split('/')[0]!)))]).toEqual([])
  // Over http nothing names who asks: what is no visit, and nothing that a page loads, is ours.
  const byUs = county.requests.filter(({ headers, host, path }) => headers['upgrade-insecure-requests'] === undefined && !loaded.has(decodeURIComponent(host + path)) && !path.endsWith('/favicon.ico') && !chromiums.test(`${host}/`))
  expect(byUs.length).toBeGreaterThan(10)
  if (WHOLE) console.log(`${PAGES} visits to ${new Set(opened).size} pages, ${ISSUES} issues, ${written.join(', ')}; ${county.requests.length} requests to ${new Set(county.requests.map(({ host }) => host)).size} hosts, ${byUs.length} of them link checks to ${new Set(byUs.map(({ host, path }) => host + path)).size} addresses`)
  expect(byUs.filter(({ method }) => method !== 'GET').length).toBe(0)
  expect(byUs.filter(({ headers }) => headers.cookie !== undefined || headers.referer !== undefined).map(({ host, path }) => host + path)).toEqual([])
})

test('nothing is left in the storage of the pages', () => {
  expect(left).toEqual([])
})

test('nothing of a page stands in a log', async () => {
  const words = (await person.issues()).flatMap(({ quote, pageTitle, url }) => [quote, pageTitle, url]).filter((text) => text.length > 3)
  const ours = logged.filter((line) => line.includes('[duwang]'))
  expect(ours.filter((line) => words.some((text) => line.includes(text)))).toEqual([])
})
