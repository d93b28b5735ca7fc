import { describe, expect, test } from 'vitest'
import { isConfirmedDead, isFresh, LIFETIMES, withHistory } from '../../../utils/links/history.ts'
import type { LinkVerdict } from '../../../utils/types/link.ts'
import { fastChecker, memoryCache, serve, html } from './server.ts'

const verdict = (at: string, about: Partial<LinkVerdict> = {}): LinkVerdict => ({ href: 'http://a.cn/x', verdict: 'dead', reason: 'not-found', status: 404, netError: null, hops: [], evidence: '', ms: 1, checkedAt: at, looks: 2, failures: 2, ...about })
/** The history after looks at these instants. */
const after = (...looks: LinkVerdict[]) => looks.reduce<LinkVerdict | undefined>((before, one) => withHistory(one, before, new Date(one.checkedAt)), undefined)!

describe('looks', () => {
  test('add up, by days in Asia/Shanghai', () => {
    // 23:30 and 00:30 Beijing time are two days
    const found = after(verdict('2026-11-20T15:30:00Z'), verdict('2026-11-20T16:30:00Z'))
    expect(found).toMatchObject({ looks: 4, failures: 4, failedOn: ['2026-11-20', '2026-11-21'] })
  })

  test('on one day, however many, leave a reservation; on two they leave none', () => {
    expect(isConfirmedDead(after(verdict('2026-11-20T01:00:00Z'), verdict('2026-11-20T05:00:00Z'), verdict('2026-11-20T09:00:00Z')))).toBe(false)
    expect(isConfirmedDead(after(verdict('2026-11-20T01:00:00Z'), verdict('2026-11-23T01:00:00Z')))).toBe(true)
  })

  test('of which one succeeded are no confirmation', () => {
    const alive = { verdict: 'alive' as const, reason: 'ok', looks: 1, failures: 0 }
    expect(isConfirmedDead(after(verdict('2026-11-20T01:00:00Z'), verdict('2026-11-21T01:00:00Z', alive), verdict('2026-11-22T01:00:00Z')))).toBe(false)
  })

  test('begin anew when the address has been alive twice', () => {
    const alive = { verdict: 'alive' as const, reason: 'ok', looks: 1, failures: 0 }
    expect(after(verdict('2026-11-20T01:00:00Z'), verdict('2026-11-21T01:00:00Z', alive), verdict('2026-11-22T01:00:00Z', alive), verdict('2026-11-23T01:00:00Z'))).toMatchObject({ looks: 2, failedOn: ['2026-11-23'] })
  })
})

test('verdicts are believed for as long as the office says', async () => {
  expect(isFresh(verdict('2026-11-20T01:00:00Z'), new Date('2026-11-20T01:59:00Z'), LIFETIMES)).toBe(true)
  expect(isFresh(verdict('2026-11-20T01:00:00Z'), new Date('2026-11-20T02:01:00Z'), LIFETIMES)).toBe(false)
  const server = await serve({ '*': html('', 404) })
  const cache = memoryCache()
  let hours = 1
  const checker = fastChecker({ cache, lifetimes: () => Promise.resolve({ alive: hours * 3_600_000, other: hours * 3_600_000 }) })
  const hrefs = [`${server.origin}/a.html`]
  await checker.check(hrefs, { pageUrl: server.origin })
  const once = server.seen.length
  await checker.check(hrefs, { pageUrl: server.origin })
  expect(server.seen).toHaveLength(once)
  hours = 0
  await checker.check(hrefs, { pageUrl: server.origin })
  await server.close()
  expect(server.seen.length).toBeGreaterThan(once)
})

test('of a private window nothing is stored', async () => {
  const server = await serve({ '*': html('', 404) })
  const cache = memoryCache()
  await fastChecker({ cache }).check([`${server.origin}/a.html`], { pageUrl: server.origin, keep: false })
  await server.close()
  expect(cache.stored.size).toBe(0)
})

test('one host is given up, the others go on', async () => {
  const slow = await serve({ '*': () => undefined })
  const quick = await serve({ '/c.html': html('<p>在</p>'), '*': html('', 404) })
  const quickOrigin = `http://localhost:${quick.port}`
  const checker = fastChecker()
  const checking = checker.check([`${slow.origin}/a.html`, `${slow.origin}/b.html`, `${quickOrigin}/c.html`], { pageUrl: quickOrigin, onVerdict: ({ href }) => href.startsWith(quickOrigin) && checker.stopHost('127.0.0.1') })
  const verdicts = await checking
  await Promise.all([slow.close(), quick.close()])
  expect(verdicts.map(({ reason }) => reason)).toEqual(['stopped', 'stopped', 'ok'])
})
