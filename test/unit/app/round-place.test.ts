import { describe, expect, test, vi } from 'vitest'
import { admit } from '../../../utils/app/admit.ts'
import { roundHandlers } from '../../../utils/app/round-place.ts'
import { keepReading } from '../../../utils/ledger/readings.ts'
import { startRoute } from '../../../utils/ledger/routes.ts'
import { changeSetting } from '../../../utils/ledger/settings.ts'
import type { Sender } from '../../../utils/messages.ts'
import { column, logged } from '../checks/logs.ts'
import { testLedger } from '../ledger/kit.ts'

const URL = 'http://www.qinghe.gov.cn/xw/'
const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
const page: Sender = { tabId: 7, url: URL, own: false, private: false }
const visit = { id: ID, url: URL, seconds: 12, findings: 3 }

async function background() {
  const ledger = testLedger()
  const goTo = vi.fn(async () => undefined)
  await keepReading(ledger.db, { ...logged(column('工作动态', '2026-11-17', { url: URL })), id: '2026-W47 www.qinghe.gov.cn/xw', address: 'www.qinghe.gov.cn/xw', columnId: 'c1' })
  await ledger.db.columns.add({ id: 'c1', name: '工作动态', prefix: 'www.qinghe.gov.cn/xw/', unitId: null, class: 'news', deadlineDays: null, exemption: null })
  await startRoute(ledger.db, ['c1'], { roundId: '2026-W47', order: 'site', startedAt: '2026-11-18T02:00:00.000Z' })
  return { ...ledger, goTo, ...roundHandlers({ ledger, goTo }) }
}

describe('a page that is read', () => {
  test('is a line of the log with its reader', async () => {
    const { db, 'page.visit': told } = await background()
    expect(await told(visit, page)).toBe(true)
    expect(await db.visits.toArray()).toMatchObject([{ id: ID, url: URL, reader: '王小青', dwell: 12, findings: 3, columnId: 'c1', day: '2026-11-18', shift: 'morning' }])
  })

  test('leaves none in a private window, while the log is paused, and where its reading was not kept', async () => {
    const { db, 'page.visit': told } = await background()
    expect(await told(visit, { ...page, private: true })).toBe(false)
    expect(await told({ ...visit, url: 'http://www.qinghe.gov.cn/other/' }, page)).toBe(false)
    await changeSetting(db, 'logPaused', () => true)
    expect(await told(visit, page)).toBe(false)
    expect(await db.visits.count()).toBe(0)
  })

  test('stays open over the end of the week', async () => {
    const { clock, 'page.visit': told } = await background()
    clock.at = '2026-11-23T02:00:00.000Z'
    expect(await told(visit, page)).toBe(true)
    clock.at = '2026-11-30T02:00:00.000Z'
    expect(await told({ ...visit, id: `${ID.slice(0, -1)}W` }, page)).toBe(false)
  })
})

describe('a step of the route', () => {
  test('leads the tab that asked; the popup names one', async () => {
    const { goTo, 'route.step': step } = await background()
    expect(await step({ step: 'next', tabId: 3 }, page)).toMatchObject({ place: { route: { at: 0, total: 1 } }, says: null })
    expect(goTo.mock.calls).toEqual([[7, URL]])
    await step({ step: 'again', tabId: 3 }, { ...page, tabId: null, own: true })
    expect(goTo.mock.calls).toEqual([[7, URL], [3, URL]])
  })

  test('says why there is none', async () => {
    const { goTo, 'route.step': step } = await background()
    expect((await step({ step: 'back', tabId: null }, page)).says).toEqual({ key: 'common.route.start' })
    await step({ step: 'stop', tabId: null }, page)
    expect((await step({ step: 'next', tabId: null }, page)).says).toEqual({ key: 'common.route.no-route' })
    expect(goTo).not.toHaveBeenCalled()
  })

  test('is not told to a private window', async () => {
    const { 'round.place': place } = await background()
    expect(await place(null, { ...page, private: true })).toEqual({ route: null, logPaused: false })
    expect(await place(null, page)).toMatchObject({ route: { total: 1 } })
  })
})

test.each([
  ['page.visit', visit, true],
  ['page.visit', { ...visit, url: 'http://evil.example/' }, false],
  ['page.visit', { ...visit, seconds: -1 }, false],
  ['page.visit', { ...visit, id: 'x' }, false],
  ['route.step', { step: 'next', tabId: null }, true],
  ['route.step', { step: 'open', tabId: null }, false],
  ['round.place', null, true],
  ['round.place', {}, false],
] as const)('%s %o is let in: %s', (name, data, allowed) => {
  const letIn = () => admit(name, data, page)
  if (allowed) expect(letIn).not.toThrow()
  else expect(letIn).toThrow()
})
