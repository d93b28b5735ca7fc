import type { Account, AccountRow, AccountState, Platform } from '../types/account.ts'
import { daysBetween } from '../types/day.ts'
import type { Day, PageReading } from '../types/reading.ts'

/** Calendar days by platform: two weeks (N-V2.1); apps ten days, as 福建 asks. An account may have its own, such as seven. */
const ACCOUNT_DAYS: Record<Platform, number> = {
  weixin: 14, weibo: 14, douyin: 14, kuaishou: 14, toutiao: 14, app: 10, 'mini-program': 14, other: 14,
}

/** Days before the deadline from which on it is called near. */
const WARN_DAYS = 3

const ORDER: readonly AccountState[] = ['overdue', 'unknown', 'due-soon', 'fresh', 'closed']

/** The table of 政务新媒体 accounts, overdue ones first, then those without a date, closed ones last; numbered from 1. */
export function accountRows(accounts: readonly Account[], today: Day, days: Record<Platform, number> = ACCOUNT_DAYS): AccountRow[] {
  return accounts
    .map((account) => rowOf(account, today, account.deadlineDays ?? days[account.platform]))
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || b.overDays - a.overDays || compare(a.account, b.account))
    .map((row, i) => ({ ...row, number: i + 1 }))
}

function rowOf(account: Account, today: Day, limitDays: number): AccountRow {
  const row = (state: AccountState, ageDays: number | null, overDays: number, overdue: AccountRow['overdue']): AccountRow => ({
    number: 0, account, state, ageDays, limitDays, overDays, says: { key: `indicators.account.state.${state}` }, overdue,
  })
  const { lastUpdate } = account
  const ageDays = lastUpdate === null ? null : daysBetween(lastUpdate, today)
  if (account.status === 'closed') return row('closed', ageDays, 0, { key: 'indicators.account.none' })
  if (lastUpdate === null || ageDays === null) return row('unknown', null, 0, { key: 'indicators.account.none' })
  const overDays = Math.max(0, ageDays - limitDays)
  if (overDays > 0) return row('overdue', ageDays, overDays, { key: 'indicators.account.overdue', params: { day: lastUpdate, age: ageDays, over: overDays } })
  const left = limitDays - ageDays
  return row(left <= WARN_DAYS ? 'due-soon' : 'fresh', ageDays, 0, { key: 'indicators.account.left', params: { day: lastUpdate, left } })
}

function compare(a: Account, b: Account): number {
  return a.owner === b.owner ? (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) : a.owner < b.owner ? -1 : 1
}

/** The last update that an account's open page shows: the newest item of its list, else its own date; none in the future. */
export function lastUpdateOn(reading: PageReading, today: Day): Day | null {
  const items = [...(reading.list?.items ?? []), ...reading.sections.flatMap((s) => s.items)]
  const days = [...items.map((item) => item.day), reading.publication?.day]
  return days.filter((day): day is Day => !!day && day <= today).sort().pop() ?? null
}
