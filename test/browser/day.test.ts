import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { countyManifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import { session } from './kit/session.ts'

/** A working day in small: pages read, issues recorded, lists and a backup written. `DAY_PAGES` makes it longer. */
const PAGES = Number(process.env['DAY_PAGES'] ?? 12)
const ISSUES = Math.ceil(PAGES / 4)

const { server: county, running, person } = await session(await createCountyServer())
let page: Page
const logged: string[] = []
const left: string[] = []
const opened: string[] = []
/** Addresses that pages link to or load, as they came over the wire. */
const linked = new Set<string>()

beforeAll(async () => {
  const worker = await running.worker()
  worker.on('console', (message) => logged.push(message.text()))
  running.context.on('console', (message) => logged.push(message.text()))
  page = await running.context.newPage()
  const urls = countyManifest(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)).allPages.slice(0, PAGES)
  for (const [at, url] of urls.entries()) {
    opened.push(url)
    const { findings, recorded } = await person.visit(page, url, 90_000)
    for (const href of await page.evaluate(addressesOf)) linked.add(plain(href))
    const finding = findings.find(({ id }) => recorded[id] === undefined)
    if (at % 4 === 0 && finding) await person.record(page, finding)
    else if (at % 4 === 0) await person.recordPage(page, `第 ${at} 页`)
    left.push(...(await page.evaluate(async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie, ...(await indexedDB.databases()).map(({ name }) => name ?? '')])).filter(Boolean))
  }
  await person.export('导出本周')
  await person.export('按单位导出')
  const desk = await person.desk()
  await desk.goto(running.own('ledger.html#/settings'))
}, 300_000)

/** Runs in the page: everything that it links to or loads itself. */
function addressesOf(): string[] {
  const named = [...document.querySelectorAll('[href], [src]')].flatMap((element) => {
    const written = element.getAttribute('href') ?? element.getAttribute('src') ?? ''
    try {
      return [new URL(written, document.baseURI).href]
    } catch {
      return []
    }
  })
  return [...named, ...performance.getEntriesByType('resource').map(({ name }) => name)]
}

/** Without scheme and fragment, as a server sees it. */
function plain(href: string): string {
  return decodeURIComponent(href.replace(/^\w+:\/\//, '').replace(/#.*$/, '').replace(/:\d+(?=\/)/, '')).replace(/^([^/]+)$/, '$1/')
}

test('the day was one', async () => {
  expect(opened).toHaveLength(PAGES)
  expect(await person.issues()).toHaveLength(ISSUES)
})

test('every request is a page that was opened, what it loads, or one of its links, and what these send on to', () => {
  const known = new Set([...linked, ...opened.map(plain)])
  const sites = new Set([...known].map((address) => address.split('/')[0]))
  const strange = county.requests.map(({ host, path }) => decodeURIComponent(`${host}${path}`)).filter((address) => !known.has(address) && !address.endsWith('/favicon.ico'))
  // Where a link was redirected to, and the addresses that no page has by which a site's missing page is learnt, stand on a known site.
  const chromiums = /^[\w.-]+\.google(?:apis)?\.com\//
  expect([...new Set(strange.filter((address) => !chromiums.test(address) && !sites.has(address.split('/')[0]!)))]).toEqual([])
  const byUs = county.requests.filter(({ headers }) => headers['sec-fetch-dest'] === 'empty' || headers['sec-fetch-mode'] === 'cors')
  expect(byUs.filter(({ method }) => method !== 'GET').length).toBe(0)
  expect(byUs.filter(({ headers, host }) => !chromiums.test(`${host}/`) && (headers.cookie !== undefined || headers.referer !== undefined)).map(({ host, path }) => host + path)).toEqual([])
})

test('nothing is left in the storage of the pages', () => {
  expect(left).toEqual([])
})

test('nothing of a page stands in a log', async () => {
  const words = (await person.issues()).flatMap(({ quote, pageTitle, url }) => [quote, pageTitle, url]).filter((text) => text.length > 3)
  const ours = logged.filter((line) => line.includes('[duwang]'))
  expect(ours.filter((line) => words.some((text) => line.includes(text)))).toEqual([])
})
