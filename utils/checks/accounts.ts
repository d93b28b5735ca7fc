import type { Account, AccountRow, AccountState, Platform } from '../types/account.ts'
import { daysBetween } from '../types/day.ts'
import type { Day, PageReading } from '../types/reading.ts'
import { warningDays } from './deadlines.ts'

/** Calendar days by platform: two weeks (N-V2.1); apps ten days, as 福建 asks. An account may have its own, such as seven. */
export const ACCOUNT_DAYS: Record<Platform, number> = {
  weixin: 14, weibo: 14, douyin: 14, kuaishou: 14, toutiao: 14, app: 10, 'mini-program': 14, other: 14,
}

/** The table of 政务新媒体 accounts, overdue ones first, then those without a date; numbered from 1. */
export function accountRows(accounts: readonly Account[], today: Day, days: Record<Platform, number> = ACCOUNT_DAYS): AccountRow[] {
  const order: AccountState[] = ['overdue', 'unknown', 'due-soon', 'fresh']
  return accounts
    .map((account) => rowOf(account, today, account.deadlineDays ?? days[account.platform]))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || b.overDays - a.overDays)
    .map((row, i) => ({ ...row, number: i + 1 }))
}

const STATE_WORDS: Record<AccountState, string> = {
  fresh: 'indicators.account.state.fresh',
  'due-soon': 'indicators.account.state.due-soon',
  overdue: 'indicators.account.state.overdue',
  unknown: 'indicators.account.state.unknown',
}

function rowOf(account: Account, today: Day, limit: number): AccountRow {
  const { lastUpdate } = account
  if (!lastUpdate) {
    return { number: 0, account, state: 'unknown', ageDays: null, overDays: 0, says: { key: STATE_WORDS.unknown }, overdue: { key: 'indicators.account.none' } }
  }
  const ageDays = daysBetween(lastUpdate, today)
  const overDays = Math.max(0, ageDays - limit)
  const state: AccountState = overDays > 0 ? 'overdue' : limit - ageDays <= warningDays(limit) ? 'due-soon' : 'fresh'
  return {
    number: 0,
    account,
    state,
    ageDays,
    overDays,
    says: { key: STATE_WORDS[state] },
    overdue:
      overDays > 0
        ? { key: 'indicators.account.overdue', params: { day: lastUpdate, age: ageDays, over: overDays } }
        : { key: 'indicators.account.left', params: { day: lastUpdate, left: limit - ageDays } },
  }
}

/** The last update that an account's open page shows: the newest item of its list, else its own date; none in the future. */
export function lastUpdateOn(reading: PageReading, today: Day): Day | null {
  const items = [...(reading.list?.items ?? []), ...reading.sections.flatMap((s) => s.items)]
  const days = [...items.map((item) => item.day), reading.publication?.day]
  return days.filter((day): day is Day => !!day && day <= today).sort().pop() ?? null
}
