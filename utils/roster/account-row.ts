import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import { ACCOUNT_STATUSES, PLATFORMS, type Account, type AccountStatus, type Platform } from '../types/account.ts'
import { dayOf } from '../types/day.ts'
import type { Day } from '../types/reading.ts'
import { foldName } from './name.ts'
import type { Complain } from './row.ts'

/** An account as a row of a file gives it. */
export type AccountDraft = Omit<Account, 'id' | 'unitId' | 'address'> & {
  line: number
  /** Fields that the row says something of; the others leave what is known. */
  says: (keyof Account)[]
}

/** The text of a field of the row, '' where it has none. */
export type CellOf = (field: 'platform' | 'name' | 'owner' | 'days' | 'last' | 'status' | 'url' | 'note') => string

/** Words of a platform besides its own; the first that stands in the cell counts, so 微信小程序 is no 微信. */
const PLATFORM_WORDS: readonly [RegExp, Platform][] = [
  [/小程序/, 'mini-program'], [/微信|公众号|订阅号|服务号|视频号/, 'weixin'], [/微博/, 'weibo'], [/抖音/, 'douyin'], [/快手/, 'kuaishou'],
  [/头条/, 'toutiao'], [/app|客户端/, 'app'], [/其他|其它/, 'other'],
]
const CLOSED = /注销|关停|关闭|停用|停更|撤销/
const ACTIVE = /在用|正常|运行|使用|启用|开通|active/
const LONGEST = 200

/** Reads one row; what is wrong with a field goes to `complain`, and the row is read without it. Null: it names no account. */
export function readAccountRow(line: number, cellOf: CellOf, today: Day, complain: Complain): AccountDraft | null {
  const text = (field: Parameters<CellOf>[0]) => cellOf(field).replace(/\s+/g, ' ').trim().slice(0, LONGEST)
  const name = text('name')
  if (!name) {
    complain('account-unnamed')
    return null
  }
  const url = /^https?:\/\/[^\s]+$/i.test(cellOf('url').trim()) ? cellOf('url').trim() : null
  if (text('url') && !url) complain('bad-address', { field: zh.account.field.url, value: text('url') })
  const deadlineDays = daysOf(text('days'), complain)
  const lastUpdate = dateOf(text('last'), today, complain)
  const platform = platformOf(text('platform'), complain)
  const status = statusOf(text('status'), complain)
  const says: (keyof Account)[] = ['name', 'platform']
  if (text('owner')) says.push('owner')
  if (deadlineDays !== null) says.push('deadlineDays')
  if (lastUpdate !== null) says.push('lastUpdate')
  if (text('status')) says.push('status')
  if (url) says.push('url')
  if (text('note')) says.push('note')
  return { line, name, platform, owner: text('owner'), url, deadlineDays, lastUpdate, status, note: text('note'), says }
}

/** The day of a cell as people and spreadsheets write it, `2026/11/8 9:30` and `2026年11月8日` too; null for what is no day. */
export function writtenDay(text: string): Day | null {
  const m = /^(\d{4})\s*[-/.．年]\s*(\d{1,2})\s*[-/.．月]\s*(\d{1,2})\s*日?(?:[\sT]\d{1,2}:\d{2}.*)?$/.exec(text.normalize('NFKC')) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text.normalize('NFKC'))
  return m && dayOf(Number(m[1]), Number(m[2]), Number(m[3]))
}

function dateOf(text: string, today: Day, complain: Complain): Day | null {
  if (!text) return null
  const day = writtenDay(text)
  if (day === null) complain('bad-date', { value: text })
  else if (day > today) complain('future-date', { value: text })
  else return day
  return null
}

function daysOf(text: string, complain: Complain): number | null {
  if (!text) return null
  const days = Number(/^(\d{1,4})(?:\.0+)?(?:个?(?:自然日|日|天))?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1])
  if (days >= 1 && days <= 3650) return days
  complain('bad-account-days', { value: text })
  return null
}

function platformOf(text: string, complain: Complain): Platform {
  const word = foldName(text)
  const own = PLATFORMS.find((one) => one === word || foldName(zh.account.platform[one]) === word)
  const known = own ?? PLATFORM_WORDS.find(([pattern]) => pattern.test(word))?.[1]
  if (text && !known) complain('bad-platform', { value: text })
  return known ?? 'other'
}

function statusOf(text: string, complain: Complain): AccountStatus {
  const own = ACCOUNT_STATUSES.find((one) => one === foldName(text))
  if (own) return own
  if (CLOSED.test(text)) return 'closed'
  if (text && !ACTIVE.test(text)) complain('bad-status', { value: text })
  return 'active'
}
