import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesOf, type LinkLine } from '../bench/link-lines.ts'
import { openExtension, watchLinks, type Opened, type Watched } from '../bench/link-watch.ts'
import { startLab, type Lab, type LabFigures } from '../bench/link-lab/lab.ts'

let lab: Lab
let opened: Opened
let seen: Watched
let lines: Map<string, LinkLine>
let asked: LabFigures

beforeAll(async () => {
  lab = await startLab({ share: 0.1 })
  opened = await openExtension(lab.resolverRules)
  seen = await watchLinks(opened, lab.pageUrl, 150_000)
  lines = new Map(linesOf(lab.pageUrl, seen.links, seen.verdicts).flatMap((line) => [line.raw, line.href].map((name) => [name, line] as const)))
  asked = structuredClone(lab.figures())
}, 200_000)
afterAll(async () => {
  await opened?.close()
  await lab?.close()
})

test('the built extension finds every link, also those painted late, and gives each its verdict', () => {
  const wrong = lab.links.flatMap(({ href, kind, expect, reasons }) => {
    const line = lines.get(href)
    return line && expect.includes(line.verdict) && (!reasons || reasons.includes(line.code)) ? [] : [`${kind}: ${line?.verdict ?? 'none'} (${line?.code ?? ''}) ${href}`]
  })
  expect(wrong).toEqual([])
})

test('no request carries a cookie or a referrer, changes anything, or goes to a private address', () => {
  expect(asked).toMatchObject({ withCookie: 0, withReferrer: 0, toPrivate: 0 })
  expect(Object.keys(asked.methods)).toEqual(['GET'])
  const actions = lab.links.filter(({ kind }) => kind === 'action')
  expect(actions.every(({ href }) => lines.get(href)?.code === 'action')).toBe(true)
})

test('at most six requests at once to one host', () => {
  for (const [host, most] of Object.entries({ ...asked.mostAtOnce, ...seen.mostAtOnce })) expect(most, host).toBeLessThanOrEqual(6)
})

test('a failure says what failed, and a redirect where it led', () => {
  const codes = (kind: string) => new Set(lab.links.filter((link) => link.kind === kind).map(({ href }) => lines.get(href)?.netError))
  expect(codes('dns')).toEqual(new Set(['net::ERR_NAME_NOT_RESOLVED']))
  expect(codes('refused')).toEqual(new Set(['net::ERR_CONNECTION_REFUSED']))
  expect(codes('tls-self-signed')).toEqual(new Set(['net::ERR_CERT_AUTHORITY_INVALID']))
  const loop = lines.get(lab.links.find(({ kind }) => kind === 'loop')!.href)!
  expect(loop.hops.length).toBeGreaterThan(2)
  expect(loop.hops.every(({ status }) => status === 302)).toBe(true)
  const redirect = lines.get(lab.links.find(({ kind }) => kind === 'redirect-404')!.href)!
  expect(redirect.hops.map(({ status }) => status)).toEqual([302, 404])
})

test('what was found is stored: the same page asks for nothing that it knows', async () => {
  const before = lab.figures().requests
  const page = await opened.context.newPage()
  await page.goto(lab.pageUrl)
  await expect.poll(() => opened.worker.evaluate(() => (globalThis as unknown as { recorder: { asked: string[] } }).recorder.asked.length)).toBeGreaterThan(0)
  await page.waitForTimeout(3_000)
  // only what says nothing about the address is asked for again: a host that objects, a browser's own refusal
  expect(lab.figures().requests - before).toBeLessThan(40)
})
