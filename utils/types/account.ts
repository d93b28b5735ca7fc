import type { Phrase } from './phrase.ts'
import type { Day } from './reading.ts'

/** 平台 of a 政务新媒体 account. */
export type Platform = 'weixin' | 'weibo' | 'douyin' | 'kuaishou' | 'toutiao' | 'app' | 'mini-program' | 'other'

export const PLATFORMS: readonly Platform[] = ['weixin', 'weibo', 'douyin', 'kuaishou', 'toutiao', 'app', 'mini-program', 'other']

/** 政务新媒体账号. */
export interface Account {
  id: string
  platform: Platform
  name: string
  /** 开设主体. */
  owner: string
  unitId: string | null
  url: string | null
  /** The address as it is compared; null where there is none. */
  address: string | null
  /** Own deadline in calendar days, else the platform's. */
  deadlineDays: number | null
  /** Entered by hand, or read from the account's page. */
  lastUpdate: Day | null
  /** 在用, or 注销, which is no longer watched. */
  status: AccountStatus
  note: string
}

export type AccountStatus = 'active' | 'closed'

export const ACCOUNT_STATUSES: readonly AccountStatus[] = ['active', 'closed']

export type AccountState = 'fresh' | 'due-soon' | 'overdue' | 'unknown' | 'closed'

/** One row of the table 序号 | 账号名称 | 开设主体 | 状态 | 逾期情况. */
export interface AccountRow {
  number: number
  account: Account
  state: AccountState
  ageDays: number | null
  /** Calendar days allowed: the account's own, else its platform's. */
  limitDays: number
  /** Days over the deadline; 0 when not overdue. */
  overDays: number
  /** 状态 and 逾期情况 in words. */
  says: Phrase
  overdue: Phrase
}
