import { expect, test } from 'vitest'
import { accountRows, lastUpdateOn } from '../../../utils/roster/accounts.ts'
import { addDays } from '../../../utils/types/day.ts'
import type { Account, Platform } from '../../../utils/types/account.ts'
import { columnOf, dateOf, pageOf, TODAY } from '../checks/readings.ts'

const account = (name: string, days: number | null, platform: Platform = 'weixin', deadlineDays: number | null = null): Account => ({
  id: name, platform, name, owner: '青禾县农业农村局', unitId: null, url: null, address: null, status: 'active', note: '', deadlineDays, lastUpdate: days === null ? null : addDays(TODAY, -days),
})

test.each([
  ['weixin', null, 14, 'due-soon', 0], ['weixin', null, 15, 'overdue', 1], ['weixin', 7, 8, 'overdue', 1], ['app', null, 10, 'due-soon', 0], ['app', null, 11, 'overdue', 1],
  ['weibo', null, 3, 'fresh', 0], ['weibo', 30, 20, 'fresh', 0],
] as const)('%s with its own deadline %s, %i days ago: %s', (platform, deadline, days, state, overDays) => {
  expect(accountRows([account('甲', days, platform, deadline)], TODAY)).toMatchObject([{ number: 1, state, overDays, ageDays: days }])
})

test('overdue ones first, the longest overdue on top, then those without a date', () => {
  const rows = accountRows([account('新', 1), account('无', null), account('旧', 20), account('更旧', 90), account('将到期', 12)], TODAY)
  expect(rows.map((r) => [r.number, r.account.name])).toEqual([[1, '更旧'], [2, '旧'], [3, '无'], [4, '将到期'], [5, '新']])
  expect(rows[0]?.overdue).toEqual({ key: 'indicators.account.overdue', params: { day: addDays(TODAY, -90), age: 90, over: 76 } })
  expect(rows[2]).toMatchObject({ state: 'unknown', ageDays: null, overdue: { key: 'indicators.account.none' } })
})

test('a closed account is no longer watched, and stands last', () => {
  const rows = accountRows([{ ...account('注销的', 300), status: 'closed' }, account('无', null), account('新', 1)], TODAY)
  expect(rows.map((r) => [r.account.name, r.state, r.overDays])).toEqual([['无', 'unknown', 0], ['新', 'fresh', 0], ['注销的', 'closed', 0]])
})

test('over the turn of a year', () => {
  const [row] = accountRows([{ ...account('甲', 0), lastUpdate: '2026-12-25' }], '2027-01-09')
  expect(row).toMatchObject({ state: 'overdue', ageDays: 15, overDays: 1 })
})

test('the last update is read from an open page, never from the future', () => {
  expect(lastUpdateOn(columnOf('公众号文章', '2026-11-12', '2026-11-18', '2026-12-24'), TODAY)).toBe('2026-11-18')
  expect(lastUpdateOn(columnOf('公众号文章', '2026-11-12', '2026-11-18'), TODAY)).toBe('2026-11-18')
  expect(lastUpdateOn(pageOf({ publication: dateOf('2026-11-19') }), TODAY)).toBe('2026-11-19')
  expect(lastUpdateOn(pageOf({ publication: null }), TODAY)).toBeNull()
})
