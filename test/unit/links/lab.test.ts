import { afterAll, beforeAll, expect, test } from 'vitest'
import { leadHosts } from '../../bench/link-lab/host-map.ts'
import { startLab, type Lab } from '../../bench/link-lab/lab.ts'
import type { LinkVerdict } from '../../../utils/types/link.ts'
import { fastChecker } from './server.ts'

let lab: Lab
let verdicts: Map<string, LinkVerdict>
let requests: { most: number; withCookie: number; withReferrer: number; methods: string[] }

beforeAll(async () => {
  // hops' cookies and guards are the browser's to tell: test/browser/links.test.ts
  lab = await startLab({ share: 0.1, without: ['slow-3s', 'cookie-loop', 'redirect-private'] })
  leadHosts(lab.ports)
  const found = await fastChecker().check(lab.links.filter(({ written }) => !written).map(({ href }) => href), { pageUrl: lab.pageUrl })
  verdicts = new Map(found.map((verdict) => [verdict.href, verdict]))
  const { mostAtOnce, withCookie, withReferrer, methods } = lab.figures()
  requests = { most: Math.max(...Object.values(mostAtOnce)), withCookie, withReferrer, methods: Object.keys(methods) }
}, 60_000)
afterAll(() => lab.close())

test('every kind of the lab gets its verdict, for the right reason', () => {
  const wrong = lab.links.filter(({ written }) => !written).flatMap(({ href, kind, expect, reasons }) => {
    const { verdict, reason } = verdicts.get(href)!
    return expect.includes(verdict) && (!reasons || reasons.includes(reason)) ? [] : [`${kind}: ${verdict} (${reason}) ${href}`]
  })
  expect(wrong).toEqual([])
})

test('no wall, login or private address is called dead', () => {
  const walls = lab.links.filter(({ expect, written }) => expect.includes('unsure') && !written)
  expect(walls.length).toBeGreaterThan(25)
  for (const { href } of walls) expect(verdicts.get(href)?.verdict, href).not.toBe('dead')
})

test('asks politely: GET only, no cookie, no referrer, six at a time a host', () => {
  expect(requests).toMatchObject({ withCookie: 0, withReferrer: 0, methods: ['GET'] })
  expect(requests.most).toBeLessThanOrEqual(6)
})

test('every verdict carries its evidence', () => {
  for (const { href } of lab.links.filter(({ written }) => !written)) {
    const found = verdicts.get(href)!
    if (found.looks === 0) continue
    expect(found.checkedAt).toMatch(/^\d{4}-\d\d-\d\dT/)
    if (found.status !== null) expect(found.hops.length, href).toBeGreaterThan(0)
    if (found.verdict === 'dead') expect(found.failures, href).toBe(found.looks)
  }
})
