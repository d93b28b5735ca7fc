import { expect, test } from 'vitest'
import { PlainError } from '../../../utils/errors.ts'
import { setStatus } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { follow, stepsTo, takeBack } from '../../../utils/ledger/recheck-settle.ts'
import { issuesToRecheck } from '../../../utils/ledger/recheck-scope.ts'
import { isRecheckTab, itemsOf, keepFound, newestRecheck, pagesLeft, setRecheckState, setRecheckTab, startRecheck } from '../../../utils/ledger/rechecks.ts'
import type { Issue, Recheck, RecheckResult } from '../../../utils/types/issue.ts'
import { newIssue, newShot, testLedger } from './kit.ts'

const ALL = { scope: 'open', name: '', withShots: false } as const
const result = (to: RecheckResult, at = '2026-11-19T02:00:00.000Z'): Recheck => ({ at, result: to, says: { key: 'recheck.says.manual' }, now: '' })
const idOf = (n: number) => `01ISSUE000000000000000000${n}`

async function ledgerWith(...changes: Partial<Issue>[]) {
  const ledger = testLedger()
  const issues: Issue[] = []
  for (const [at, change] of changes.entries()) issues.push(await recordIssue(ledger, newIssue({ id: idOf(at), quote: `q${at}`, ...change }), null))
  return { ledger, issues }
}

test('a re-check is kept page by page, each page once under its many addresses', async () => {
  const { ledger, issues } = await ledgerWith({}, { url: 'https://www.qinghe.gov.cn/zwgk/tzgg/t1.html#top' }, { url: 'http://www.qinghe.gov.cn/bsfw/' })
  const job = await startRecheck(ledger, ALL, issues)
  expect((await pagesLeft(ledger.db, job.id)).map((page) => page.map(({ number }) => number))).toEqual([[1, 2], [3]])
  expect(await newestRecheck(ledger.db)).toMatchObject({ state: 'running', total: 3 })
})

test('what was looked at is in issue, history and job, all or nothing; looked at again it is not doubled', async () => {
  const { ledger, issues } = await ledgerWith({}, {})
  const job = await startRecheck(ledger, ALL, issues)
  const found = [{ issueId: idOf(0), found: result('fixed'), reason: '复查：已整改', picture: newShot() }]
  await keepFound(ledger, job.id, found)
  await keepFound(ledger, job.id, [{ ...found[0]!, found: result('standing') }])
  expect(await ledger.db.issues.get(idOf(0))).toMatchObject({ status: 'open', recheck: { result: 'fixed' }, shots: [{ role: 'after' }] })
  expect((await ledger.db.events.where('issueId').equals(idOf(0)).toArray()).filter(({ kind }) => kind === 'recheck')).toMatchObject([{ reason: '复查：已整改', changes: { recheck: [null, 'fixed'] } }])
  expect((await pagesLeft(ledger.db, job.id)).flat().map(({ number }) => number)).toEqual([2])
  ledger.db.shots.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(keepFound(ledger, job.id, [{ issueId: idOf(1), found: result('fixed'), reason: '', picture: newShot('b'.repeat(64)) }])).rejects.toThrow()
  expect((await pagesLeft(ledger.db, job.id)).flat()).toHaveLength(1)
  expect((await ledger.db.issues.get(idOf(1)))?.recheck).toBeNull()
})

test('one at a time; of a job that ended nothing changes any more', async () => {
  const { ledger, issues } = await ledgerWith({})
  const job = await startRecheck(ledger, ALL, issues)
  await expect(startRecheck(ledger, ALL, issues)).rejects.toThrow(PlainError)
  await setRecheckState(ledger, job.id, 'paused')
  await expect(startRecheck(ledger, ALL, issues)).rejects.toThrow(PlainError)
  await setRecheckState(ledger, job.id, 'stopped')
  await setRecheckState(ledger, job.id, 'running')
  expect(await newestRecheck(ledger.db)).toMatchObject({ state: 'stopped', endedAt: '2026-11-18T02:00:00.000Z' })
  expect((await startRecheck(ledger, ALL, issues)).id).not.toBe(job.id)
  await expect(startRecheck(testLedger(), ALL, [])).rejects.toThrow(PlainError)
})

test('old jobs are forgotten, what they found is not', async () => {
  const { ledger, issues } = await ledgerWith({})
  for (let n = 0; n < 25; n++) {
    const job = await startRecheck(ledger, ALL, issues)
    await keepFound(ledger, job.id, [{ issueId: idOf(0), found: result('standing'), reason: '', picture: null }])
    await setRecheckState(ledger, job.id, 'done')
  }
  expect([await ledger.db.rechecks.count(), await ledger.db.recheckItems.count()]).toEqual([20, 20])
  expect((await ledger.db.events.toArray()).filter(({ kind }) => kind === 'recheck')).toHaveLength(25)
  expect(await itemsOf(ledger.db, (await newestRecheck(ledger.db))!.id)).toHaveLength(1)
})

test('a closed issue that still stands is opened again as 反弹; one that does not stays closed', async () => {
  const { ledger, issues } = await ledgerWith({}, {})
  for (const { id } of issues) await follow(ledger, { id, status: 'open' }, 'closed', '复查')
  const job = await startRecheck(ledger, { ...ALL, scope: 'closed' }, await issuesToRecheck(ledger.db, { scope: 'closed' }, '2026-11-18'))
  await keepFound(ledger, job.id, [
    { issueId: idOf(0), found: result('standing'), reason: '复查：未整改', picture: null },
    { issueId: idOf(1), found: result('fixed'), reason: '复查：已整改', picture: null },
  ])
  expect(await ledger.db.issues.get(idOf(0))).toMatchObject({ status: 'open', rebounds: 1, fixedOn: null, recheck: { result: 'standing' } })
  expect(await ledger.db.issues.get(idOf(1))).toMatchObject({ status: 'closed', rebounds: 0 })
  expect((await ledger.db.events.toArray()).filter(({ kind }) => kind === 'rebound')).toMatchObject([{ issueId: idOf(0), reason: '复查：未整改', changes: { status: ['closed', 'open'], rebounds: [0, 1] } }])
})

test('a tab of ours is known by its number until it is closed', async () => {
  const { ledger, issues } = await ledgerWith({})
  const job = await startRecheck(ledger, ALL, issues)
  await setRecheckTab(ledger.db, job.id, 7)
  expect([await isRecheckTab(ledger.db, 7), await isRecheckTab(ledger.db, 8)]).toEqual([true, false])
  await setRecheckTab(ledger.db, job.id, null)
  expect(await isRecheckTab(ledger.db, 7)).toBe(false)
})

test('which issues a wish names', async () => {
  const { ledger } = await ledgerWith({ deadline: '2026-11-17' }, { deadline: '2026-11-22' }, { deadline: '2026-11-23' }, { deadline: null, unitId: 'u2' }, { unitId: 'u2' }, {})
  await setStatus(ledger, idOf(1), 'fixed', '')
  await setStatus(ledger, idOf(4), 'false-alarm', '')
  await follow(ledger, { id: idOf(5), status: 'open' }, 'closed', '复查')
  const numbers = async (wish: Parameters<typeof issuesToRecheck>[1]) => (await issuesToRecheck(ledger.db, wish, '2026-11-18')).map(({ number }) => number)
  expect(await numbers({ scope: 'due' })).toEqual([1, 2])
  expect(await numbers({ scope: 'open' })).toEqual([1, 2, 3, 4])
  expect(await numbers({ scope: 'open', days: { from: '2026-11-19', to: '2026-11-20' } })).toEqual([])
  expect(await numbers({ scope: 'open', days: { from: '2026-11-16', to: '2026-11-18' } })).toEqual([1, 2, 3, 4])
  expect(await numbers({ scope: 'unit', unitId: 'u2' })).toEqual([4])
  expect(await numbers({ scope: 'closed' })).toEqual([6])
  expect(await numbers({ scope: 'selection', ids: [idOf(3), idOf(0), 'gone'] })).toEqual([1, 4])
})

test.each([
  ['open', 'closed', ['fixed', 'closed']],
  ['fixed', 'closed', ['closed']],
  ['doubtful', 'closed', ['open', 'fixed', 'closed']],
  ['fixed', 'open', ['open']],
  ['open', 'open', []],
] as const)('from %s to %s by allowed steps', (from, to, steps) => expect(stepsTo(from, to)).toEqual(steps))

test.each(['open', 'fixed', 'doubtful'] as const)('销号 from %s is taken back to where it stood, day of mending and all', async (status) => {
  const { ledger } = await ledgerWith({})
  if (status !== 'open') await setStatus(ledger, idOf(0), status, '')
  const before = (await ledger.db.issues.get(idOf(0)))!
  ledger.clock.at = '2026-11-20T02:00:00.000Z'
  await follow(ledger, before, 'closed', '复查：已整改')
  expect((await ledger.db.issues.get(idOf(0)))?.status).toBe('closed')
  await takeBack(ledger, idOf(0), status)
  const after = (await ledger.db.issues.get(idOf(0)))!
  expect([after.status, after.fixedOn ?? null]).toEqual([before.status, before.fixedOn ?? null])
})
