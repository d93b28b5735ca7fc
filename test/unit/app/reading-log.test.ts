import { afterEach, describe, expect, test, vi } from 'vitest'
import { backgroundHandlers, type BackgroundDeps } from '../../../utils/app/handlers.ts'
import { ignoreFinding } from '../../../utils/ledger/ignores.ts'
import type { Account } from '../../../utils/types/account.ts'
import { addDays } from '../../../utils/types/day.ts'
import type { PageReading } from '../../../utils/types/reading.ts'
import { column } from '../checks/logs.ts'
import { homeOf, listOf, TODAY } from '../checks/readings.ts'
import { testLedger } from '../ledger/kit.ts'
import { soon } from '../../soon.ts'

const STALE = addDays(TODAY, -40)
const SITE = { id: 's1', name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: null, unitId: null }
const COLUMN = { id: 'c1', name: '工作动态', prefix: 'www.qinghe.gov.cn/xw/', unitId: 'u1', class: 'news' as const, deadlineDays: null, exemption: null }
const account: Account = {
  id: 'a1', platform: 'weixin', name: '青禾发布', owner: '', unitId: null, url: 'http://www.qinghe.gov.cn/xw/', address: 'www.qinghe.gov.cn/xw',
  deadlineDays: null, lastUpdate: null, status: 'active', note: '',
}

async function background() {
  const ledger = testLedger()
  await ledger.db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: [] })
  await ledger.db.sites.add(SITE)
  await ledger.db.columns.add(COLUMN)
  const deps = { ledger, verdict: { db: ledger.db, today: () => TODAY, textCheck: async () => () => [] } } as unknown as BackgroundDeps
  const handlers = backgroundHandlers(deps)
  const read = (reading: PageReading, isPrivate = false) => handlers['page.read']({ reading, badge: false }, { tabId: 1, url: reading.url, own: false, private: isPrivate })
  const checked = (url: string, counts: { checked: number; dead: number; confirmed: number; unsure: number }) => handlers['links.checked']({ url, ...counts }, { tabId: 1, url, own: false, private: false })
  return { ledger, read, checked }
}
const atColumn = column('工作动态', STALE, { url: 'http://www.qinghe.gov.cn/xw/' })

afterEach(() => vi.restoreAllMocks())

test('each page that is read is kept: whose it is, how fresh, what was found, none of its words', async () => {
  const { ledger, read } = await background()
  await read(atColumn)
  await soon(async () => expect(await ledger.db.readings.count()).toBe(1))
  const [log] = await ledger.db.readings.toArray()
  expect(log).toMatchObject({
    id: '2026-W47 www.qinghe.gov.cn/xw', week: '2026-W47', host: 'www.qinghe.gov.cn', site: 'www.qinghe.gov.cn', siteName: '青禾县人民政府', kind: 'column', columnName: '工作动态',
    columnId: 'c1', unitId: 'u1', unitName: '青禾县教育和体育局', day: TODAY, blank: false,
    freshness: { class: 'news', state: 'overdue', ageDays: 40, limitDays: 14, day: STALE },
    findings: [{ check: 'freshness/column-overdue', indicator: 'W-V4.1', severity: 'general', count: 1 }],
  })
  expect(JSON.stringify(log)).not.toContain('信息标题')
})

test('a home page keeps its blocks with the deadlines of the columns they show', async () => {
  const { ledger, read } = await background()
  await ledger.db.columns.update('c1', { deadlineDays: 7 })
  await read(homeOf({ sections: [listOf(TODAY), { ...listOf(addDays(TODAY, -9)), name: '要闻', href: 'http://www.qinghe.gov.cn/xw/index.html' }] }))
  await soon(async () => expect(await ledger.db.readings.toArray()).toMatchObject([{ blocks: [{ name: '工作动态', freshness: { state: 'overdue', limitDays: 7 } }] }]))
})

test('what is ignored still counts, a false alarm does not', async () => {
  const { ledger, read } = await background()
  const wave = (kind: 'ignored' | 'false-alarm') =>
    ignoreFinding(ledger, { kind, scope: 'here', check: 'freshness/column-overdue', evidence: STALE, url: atColumn.url })
  await wave('ignored')
  expect((await read(atColumn)).findings).toEqual([])
  await soon(async () => expect(await ledger.db.readings.toArray()).toMatchObject([{ findings: [{ check: 'freshness/column-overdue' }] }]))
  await wave('false-alarm')
  await read({ ...atColumn, readAt: '2026-11-21T05:00:00.000Z' })
  await soon(async () => expect(await ledger.db.readings.toArray()).toMatchObject([{ findings: [] }]))
})

test('a private window leaves no log', async () => {
  const { ledger, read } = await background()
  await read(atColumn, true)
  await read(homeOf())
  await soon(async () => expect(await ledger.db.readings.count()).toBe(1))
  expect(await ledger.db.readings.toArray()).toMatchObject([{ kind: 'home' }])
})

test('when the log cannot be written the page has its answer all the same, and the failure is reported', async () => {
  const { ledger, read } = await background()
  const reported = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(ledger.db, 'transaction').mockRejectedValue(new Error('no room'))
  expect((await read(atColumn)).findings).toHaveLength(1)
  await soon(() => expect(reported).toHaveBeenCalledWith('[duwang]', 'Error: no room', expect.anything()))
})

test('the open page of an account tells its last update, never backwards', async () => {
  const { ledger, read } = await background()
  await ledger.db.accounts.add(account)
  const last = async () => (await ledger.db.accounts.get('a1'))?.lastUpdate
  await read(atColumn)
  await soon(async () => expect(await last()).toBe(STALE))
  await ledger.db.accounts.update('a1', { lastUpdate: TODAY })
  await read({ ...atColumn, readAt: '2026-11-21T05:00:00.000Z' })
  await soon(async () => expect(await ledger.db.readings.toArray()).toMatchObject([{ readAt: '2026-11-21T05:00:00.000Z' }]))
  expect(await last()).toBe(TODAY)
})

test('when all links have their verdict, the page keeps how many are broken: for the home page and for others apart', async () => {
  const { ledger, read, checked } = await background()
  const home = homeOf()
  for (const reading of [atColumn, home]) await read(reading)
  await soon(async () => expect(await ledger.db.readings.count()).toBe(2))
  await checked(atColumn.url, { checked: 30, dead: 3, confirmed: 1, unsure: 2 })
  await checked(home.url, { checked: 80, dead: 2, confirmed: 0, unsure: 0 })
  const dead = async () => (await ledger.db.readings.toArray()).flatMap(({ kind, findings }) => findings.filter(({ check }) => check === 'links/dead').map(({ indicator, count }) => `${kind} ${indicator} ${count}`)).sort()
  expect(await dead()).toEqual(['column W-D09 3', 'home W-D08 2'])
  // reading the page again, before its links are through, loses nothing; a second look counts instead of the first
  await read(atColumn)
  await checked(home.url, { checked: 80, dead: 0, confirmed: 0, unsure: 0 })
  await soon(async () => expect(await dead()).toEqual(['column W-D09 3']))
})

describe('the toolbar shows what the rules find with the answer, where the page asks for it', () => {
  test.each([
    ['a page that is read first', { badge: true }, 1, [[1, 0, 1]]],
    ['a page whose counts the toolbar has', { badge: false }, 1, []],
    ['a page of no tab', { badge: true }, null, []],
  ] as const)('%s', async (_, { badge }, tabId, shown) => {
    const { ledger } = await background()
    const showCounts = vi.fn(async () => undefined)
    const deps = { ledger, showCounts, verdict: { db: ledger.db, today: () => TODAY, textCheck: async () => () => [] } } as unknown as BackgroundDeps
    const answer = await backgroundHandlers(deps)['page.read']({ reading: atColumn, badge }, { tabId, url: atColumn.url, own: false, private: false })
    expect(showCounts.mock.calls).toEqual(shown)
    expect(answer).toMatchObject({ quiet: false, round: { route: null, logPaused: false } })
  })
})
