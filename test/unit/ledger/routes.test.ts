import { describe, expect, test } from 'vitest'
import { placeOf, routeOf, startRoute, takeStep } from '../../../utils/ledger/routes.ts'
import { changeSetting } from '../../../utils/ledger/settings.ts'
import { keepVisit } from '../../../utils/ledger/visits.ts'
import { column, logged } from '../checks/logs.ts'
import { testLedger } from './kit.ts'

const NAMES = ['动态要闻', '通知公告', '政策文件', '人事信息']
const START = { roundId: '2026-W47', order: 'unit' as const, startedAt: '2026-11-18T02:00:00.000Z' }

async function onTheWay() {
  const ledger = testLedger()
  await ledger.db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: [] })
  await ledger.db.columns.bulkAdd(NAMES.map((name, n) => ({ id: `c${n}`, name, prefix: `www.qinghe.gov.cn/c${n}/`, unitId: n ? 'u1' : null, class: 'news' as const, deadlineDays: null, exemption: null })))
  await startRoute(ledger.db, ['c0', 'c1', 'c2', 'c3'], START)
  const read = (n: number, at = '2026-11-18T02:00:00.000Z', columnId: string | null = `c${n}`) =>
    keepVisit(ledger.db, { id: `v${n} ${at}`, seconds: 5, findings: 0 }, { ...logged(column(NAMES[n]!, null)), address: `www.qinghe.gov.cn/c${n}`, columnId, laterPage: false }, '', at)
  const step = async (...steps: Parameters<typeof takeStep>[1][]) => {
    const opened: string[] = []
    for (const one of steps) {
      const stepped = await takeStep(ledger.db, one)
      opened.push('open' in stepped ? stepped.open.columnId : stepped.none)
    }
    return opened
  }
  return { ...ledger, read, step }
}

describe('a reading route', () => {
  test('goes through the columns in order, and says where it is', async () => {
    const { db, step } = await onTheWay()
    expect(await placeOf(db)).toEqual({ route: { at: -1, total: 4, stop: null, paused: false }, logPaused: false })
    expect(await step('next', 'next')).toEqual(['c0', 'c1'])
    expect(await placeOf(db)).toMatchObject({ route: { at: 1, total: 4, stop: { name: '通知公告', unitName: '青禾县教育和体育局', url: 'http://www.qinghe.gov.cn/c1/' } } })
  })

  test('passes over what was read in the round, also before the roster knew it, and not what was read before it', async () => {
    const { read, step } = await onTheWay()
    await read(0, '2026-11-15T15:00:00.000Z')
    await read(1)
    await read(2, '2026-11-16T01:00:00.000Z', null)
    expect(await step('next', 'next')).toEqual(['c0', 'c3'])
  })

  test('goes back one by one, though it was read, and no further than the first', async () => {
    const { read, step } = await onTheWay()
    await step('next', 'next')
    await read(0)
    await read(1)
    expect(await step('back', 'back', 'again', 'next')).toEqual(['c0', 'start', 'c0', 'c2'])
  })

  test('comes to what was skipped when the others are done', async () => {
    const { db, read, step } = await onTheWay()
    expect(await step('next', 'skip', 'skip')).toEqual(['c0', 'c1', 'c2'])
    expect((await routeOf(db))?.skipped).toEqual(['c0', 'c1'])
    await read(2)
    expect(await step('next')).toEqual(['c3'])
    await read(3)
    expect(await step('next')).toEqual(['c0'])
    expect((await routeOf(db))?.skipped).toEqual(['c1'])
    await read(0)
    expect(await step('next')).toEqual(['c1'])
    await read(1)
    expect(await step('next')).toEqual(['done'])
  })

  test('leaves out columns that left the roster', async () => {
    const { db, step } = await onTheWay()
    await db.columns.bulkDelete(['c0', 'c2'])
    expect(await step('next', 'next', 'back')).toEqual(['c1', 'c3', 'c1'])
  })

  test('waits while it is paused, and goes on where it was', async () => {
    const { db, step } = await onTheWay()
    expect(await step('next', 'pause')).toEqual(['c0', 'quiet'])
    expect(await placeOf(db)).toMatchObject({ route: { at: 0, paused: true } })
    expect(await step('resume', 'next')).toEqual(['quiet', 'c1'])
  })

  test('a deleted line of the log leaves its column to be read', async () => {
    const { db, read, step } = await onTheWay()
    const { id } = await read(0)
    await db.visits.update(id, { deletedAt: '2026-11-18T03:00:00.000Z' })
    expect(await step('next')).toEqual(['c0'])
  })

  test('one column alone, and none', async () => {
    const { db, step } = await onTheWay()
    await startRoute(db, ['c3'], START)
    expect(await step('next', 'next')).toEqual(['c3', 'done'])
    expect(await step('stop', 'next', 'back', 'pause')).toEqual(['quiet', 'no-route', 'no-route', 'no-route'])
    await startRoute(db, [], START)
    expect(await step('next')).toEqual(['done'])
  })
})

test('that the log is paused is told with the place', async () => {
  const { db } = testLedger()
  await changeSetting(db, 'logPaused', () => true)
  expect(await placeOf(db)).toEqual({ route: null, logPaused: true })
})
