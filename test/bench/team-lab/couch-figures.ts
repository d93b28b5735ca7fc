import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PAGE } from '../../../utils/team/couch/pull.ts'
import { freshName, startCouch, type CouchServer } from '../../couch/server.ts'
import { bundle } from '../bundle.ts'
import { atMost, type Report } from '../report.ts'
import type * as Couch from './couch.ts'

declare global {
  var duwangCouch: typeof Couch
}

const RUNS = Number(process.env['TEAM_RUNS'] ?? 3)
const [PCS, ISSUES, PICTURE] = [20, 2_000, 300_000]
const MANY = Number(process.env['ISSUES'] ?? 50_000)
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const seconds = (ms: number) => Math.round(ms / 100) / 10

/** A whole team and a server on loopback: the PCs in one Chromium, the server in this process. */
export async function couchFigures(browser: Browser, report: Report): Promise<void> {
  const server = await startCouch({ validates: false, strict: false })
  const page = await pageOf(browser, server)
  try {
    const costs: Couch.TeamCost[] = []
    for (let run = 0; run < RUNS; run++) costs.push(await page.evaluate(([name, ...rest]) => duwangCouch.team(name, ...rest), [freshName(), PCS, ISSUES, PICTURE] as const))
    const of = (read: (cost: Couch.TeamCost) => number) => median(costs.map(read))
    report.figure({ metric: `${PCS} PCs, ${ISSUES} issues, ${PCS} pictures, edits and clashes: work of the busiest PC until all are equal`, value: seconds(of(({ longest }) => longest)), unit: 's', aim: atMost(3) })
    report.figure({ metric: 'the same, all PCs one after the other in one browser', value: seconds(of(({ whole }) => whole)), unit: 's' })
    report.figure({ metric: 'kind rounds of it', value: of(({ rounds }) => rounds), unit: '' })
    report.figure({ metric: 'a PC that joins late has it all', value: seconds(of(({ late }) => late)), unit: 's', aim: atMost(2) })
    report.figure({ metric: 'a look at the server with nothing new', value: Math.round(of(({ idle }) => median(idle))), unit: 'ms', aim: atMost(30) })
  } finally {
    await page.close()
    await server.stop()
  }
}

/** A PC that joins a team of many issues: in a browser of its own, as each PC has one, and @param cpu what that one has used. */
export async function pullFigures(browser: Browser, report: Report, cpu: () => Record<string, number>): Promise<void> {
  const { ms, longest, before, after } = await pullOnce(browser, cpu)
  report.figure({ metric: `${MANY} issues with history pulled from the server`, value: seconds(ms), unit: 's', aim: atMost(20) })
  for (const kind of ['renderer', 'browser']) report.figure({ metric: `kind processor for it, ${kind}`, value: Math.round((after[kind] ?? 0) - (before[kind] ?? 0)), unit: 's' })
  report.figure({ metric: 'longest that a click waits during that', value: Math.round(longest), unit: 'ms' })
}

/** The same where the database is in files: a page without a profile has it in memory, and the browser's own part of the work is a third of it there. */
export async function pullFiguresOnDisk(profile: BrowserContext, report: Report): Promise<void> {
  const { ms, longest } = await pullOnce(profile, () => ({}))
  report.figure({ metric: 'kind the same in a profile on the disk', value: seconds(ms), unit: 's' })
  report.figure({ metric: 'kind longest that a click waits during that, on the disk', value: Math.round(longest), unit: 'ms' })
}

/** A team's server is another machine: what it will be asked is worked out before, so that what is left of it here is the sending. */
async function pullOnce(browser: Pick<Browser, 'newPage'>, cpu: () => Record<string, number>) {
  const server = await startCouch({ validates: false, strict: false })
  const page = await pageOf(browser, server)
  try {
    const name = freshName()
    await page.evaluate((database) => duwangCouch.seed(database), name)
    await multiply(server, name, MANY)
    await workOut(server, name)
    const [before, asked] = [cpu(), server.asked.length]
    const cost = await page.evaluate(([database, count]) => duwangCouch.pullMany(database, count), [name, MANY] as const)
    const after = cpu()
    const pages = server.asked.slice(asked).filter(({ path }) => path.includes('/_changes?') && path.includes('include_docs')).map(({ method, path }) => `${method} ${path}`)
    if (!pages.slice(0, -1).every((one) => server.ready.has(one))) throw new Error('asked for other pages than were worked out')
    return { ...cost, before, after }
  } finally {
    await page.close()
    await server.stop()
  }
}

/** A page that the server itself hands out, with the PCs in it. */
async function pageOf(browser: Pick<Browser, 'newPage'>, server: CouchServer): Promise<Page> {
  const page = await browser.newPage()
  await page.route(`${server.url}_bench`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }))
  await page.goto(`${server.url}_bench`)
  await page.evaluate(`globalThis.duwangCouch = ${await bundle('test/bench/team-lab/couch.ts', 'duwangCouch')}`)
  return page
}

/** All changes of a database by pages, as a PC will ask for them. */
async function workOut(server: CouchServer, database: string): Promise<void> {
  for (let since = '0'; ; ) {
    const path = `${database}/_changes?since=${encodeURIComponent(since)}&limit=${PAGE}&include_docs=true&conflicts=true`
    const body = (await server.direct('GET', path)).body as unknown as ChangesAnswer
    if (body.results.length < PAGE) return
    server.ready.set(`GET /${path}`, JSON.stringify(body))
    since = String(body.last_seq)
  }
}

interface ChangesAnswer {
  results: unknown[]
  last_seq: number | string
}

/** Copies of the one issue and its history, as others would have sent them. */
async function multiply(server: CouchServer, database: string, count: number): Promise<void> {
  const { rows } = (await server.direct('GET', `${database}/_all_docs?include_docs=true`)).body as unknown as { rows: { doc: { _id: string; _rev: string; values: object } }[] }
  const of = (kind: string) => {
    const { _rev, ...doc } = rows.find(({ doc: { _id } }) => _id.startsWith(kind))!.doc
    return doc
  }
  const [issue, event] = [of('issue:'), of('event:')]
  for (let at = 1; at < count; at += 1000) {
    const docs = Array.from({ length: Math.min(1000, count - at) }, (_, n) => {
      const [id, url] = [`01MANY${String(at + n).padStart(20, '0')}`, `http://s${n % 60}.qinghe.gov.cn/t${at + n}.html`]
      return [{ ...event, _id: `event:01E${id.slice(3)}`, values: { ...event.values, issueId: id } }, { ...issue, _id: `issue:${id}`, values: { ...issue.values, url, number: at + n + 1 } }]
    })
    await server.direct('POST', `${database}/_bulk_docs`, { docs: docs.flat() })
  }
}
