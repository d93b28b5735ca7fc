import { expect, test } from 'vitest'
import { runRecheck, type RunDeps } from '../../../../utils/app/recheck/run.ts'
import { createTextCheck } from '../../../../utils/app/text-check.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { itemsOf, newestRecheck, setRecheckState, startRecheck } from '../../../../utils/ledger/rechecks.ts'
import type { PageCopy } from '../../../../utils/types/recheck.ts'
import { pageOf } from '../../checks/readings.ts'
import { newIssue, testLedger } from '../../ledger/kit.ts'

const TEXT = '各乡镇：请再接再励，做好工作。'
const hosts = ['a.qinghe.gov.cn', 'b.qinghe.gov.cn']
const none = (): never => {
  throw new Error('not in this test')
}

/** A ledger with `pages` pages on each of two hosts, two issues a page, and a network that is told what to answer. */
async function bench(pages: number, answer: (url: string, nth: number) => PageCopy | Promise<PageCopy> = () => ({ kind: 'page', html: TEXT, final: '', whole: true })) {
  const ledger = testLedger()
  let serial = 0
  for (const host of hosts) {
    for (let page = 0; page < pages; page++) {
      for (const quote of ['再接再励', '做好工做']) {
        const id = `01ISSUE${String(++serial).padStart(19, '0')}`
        const start = Math.max(0, TEXT.indexOf(quote))
        const anchor = { quote, prefix: TEXT.slice(0, start), suffix: TEXT.slice(start + quote.length), start, selector: 'p' }
        await recordIssue(ledger, newIssue({ id, check: 'manual/wording', quote, anchor, host, url: `http://${host}/${page}.html` }), null)
      }
    }
  }
  const job = await startRecheck(ledger, { scope: 'open', name: '', withShots: false }, await ledger.db.issues.toArray())
  const asked: { url: string; at: number }[] = []
  const clock = { ms: 0 }
  const deps: RunDeps = {
    ledger,
    verdict: { db: ledger.db, today: () => '2026-11-18', textCheck: createTextCheck(ledger.db, []) },
    fetchPage: async (url) => {
      asked.push({ url, at: clock.ms })
      const copy = await answer(url, asked.filter((one) => one.url === url).length)
      return copy.kind === 'page' ? { ...copy, final: url } : copy
    },
    readCopy: (html, url) => pageOf({ url, title: newIssue().pageTitle, blocks: [{ id: 0, text: html, selector: 'p', role: 'body' }] }),
    modelFindings: none, askLinks: none, inTab: async () => null, askPage: none, capture: none, tabById: none, isSpaceFull: none,
    wait: async (ms) => void (clock.ms += ms),
  }
  return { ledger, job, deps, asked }
}

test('every page is asked for once for all its issues, and the job is done', async () => {
  const { ledger, job, deps, asked } = await bench(3)
  await runRecheck(deps, job.id, new AbortController().signal)
  expect(asked.map(({ url }) => url).sort()).toEqual(hosts.flatMap((host) => [0, 1, 2].map((n) => `http://${host}/${n}.html`)))
  expect(await newestRecheck(ledger.db)).toMatchObject({ state: 'done' })
  expect((await itemsOf(ledger.db, job.id)).map(({ found }) => found?.result)).not.toContain(undefined)
})

test('at most one page a second to a host', async () => {
  const at = new Map<string, number[]>()
  let now = 0
  const { job, deps } = await bench(4)
  deps.wait = async (ms) => {
    const until = now + ms
    await Promise.resolve()
    now = Math.max(now, until)
  }
  const fetchPage = deps.fetchPage
  deps.fetchPage = (url, signal) => {
    const { host } = new URL(url)
    at.set(host, [...(at.get(host) ?? []), now])
    return fetchPage(url, signal)
  }
  await runRecheck(deps, job.id, new AbortController().signal)
  for (const times of at.values()) for (const [n, time] of times.entries()) if (n > 0) expect(time - times[n - 1]!).toBeGreaterThanOrEqual(1000)
})

test('killed in the middle it goes on where it was: nothing is lost, nothing doubled', async () => {
  for (let after = 0; after <= 6; after++) {
    const over = new AbortController()
    let asked = 0
    const { ledger, job, deps } = await bench(3, () => {
      if (++asked > after) over.abort()
      return { kind: 'page', html: TEXT, final: '', whole: true }
    })
    await runRecheck(deps, job.id, over.signal)
    const before = (await itemsOf(ledger.db, job.id)).filter(({ done }) => done === 1).length
    expect(before).toBeLessThanOrEqual(2 * Math.max(after, 0))
    await runRecheck(deps, job.id, new AbortController().signal)
    expect((await itemsOf(ledger.db, job.id)).filter(({ done }) => done === 0)).toEqual([])
    expect((await ledger.db.events.toArray()).filter(({ kind }) => kind === 'recheck')).toHaveLength(12)
    expect(await newestRecheck(ledger.db)).toMatchObject({ state: 'done' })
  }
})

test.each(['paused', 'stopped'] as const)('%s by a person it stops before the next page', async (state) => {
  const { ledger, job, deps, asked } = await bench(3)
  const fetchPage = deps.fetchPage
  deps.fetchPage = async (url, signal) => {
    await setRecheckState(ledger, job.id, state)
    return fetchPage(url, signal)
  }
  await runRecheck(deps, job.id, new AbortController().signal)
  expect(asked.length).toBeLessThanOrEqual(hosts.length)
  expect(await newestRecheck(ledger.db)).toMatchObject({ state })
})

test('a host that objects is asked once more and then left alone; the other goes on', async () => {
  const { ledger, job, deps, asked } = await bench(3, (url) => (url.includes('//a.') ? { kind: 'objects', status: 429, retryAfter: 2000 } : { kind: 'page', html: TEXT, final: '', whole: true }))
  await runRecheck(deps, job.id, new AbortController().signal)
  expect(asked.filter(({ url }) => url.includes('//a.'))).toHaveLength(2)
  const items = await itemsOf(ledger.db, job.id)
  expect(new Set(items.filter(({ host }) => host === hosts[0]).map(({ found }) => found?.says.key))).toEqual(new Set(['recheck.says.host-objects']))
  expect(items.filter(({ host }) => host === hosts[1]).some(({ found }) => found?.says.key === 'recheck.says.manual-stands')).toBe(true)
})

test('one that objects once and then answers is looked at', async () => {
  const { ledger, job, deps } = await bench(1, (_, nth) => (nth === 1 ? { kind: 'objects', status: 403, retryAfter: null } : { kind: 'page', html: TEXT, final: '', whole: true }))
  await runRecheck(deps, job.id, new AbortController().signal)
  expect((await itemsOf(ledger.db, job.id)).map(({ found }) => found?.says.key)).not.toContain('recheck.says.host-objects')
})

test('a page that cannot be looked at is said, and the others go on', async () => {
  const { ledger, job, deps } = await bench(2, (url) => {
    if (url.endsWith('/0.html')) throw new TypeError('boom')
    return { kind: 'none', result: 'unreachable', says: { key: 'recheck.says.timeout' }, open: false }
  })
  const { error } = console
  console.error = () => undefined
  await runRecheck(deps, job.id, new AbortController().signal)
  console.error = error
  const says = (await itemsOf(ledger.db, job.id)).map(({ found }) => `${found?.result} ${found?.says.key}`)
  expect(new Set(says)).toEqual(new Set(['person recheck.says.failed', 'unreachable recheck.says.timeout']))
})

test('an issue deleted meanwhile is passed over', async () => {
  const { ledger, job, deps } = await bench(1)
  await ledger.db.issues.toCollection().modify({ deletedAt: '2026-11-18T03:00:00.000Z' })
  await runRecheck(deps, job.id, new AbortController().signal)
  expect(new Set((await itemsOf(ledger.db, job.id)).map(({ found }) => found?.says.key))).toEqual(new Set(['recheck.says.deleted']))
  expect((await ledger.db.events.toArray()).filter(({ kind }) => kind === 'recheck')).toEqual([])
})
