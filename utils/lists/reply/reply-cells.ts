import type { Day } from '../../types/reading.ts'
import { REPLY_STATES, type ReplyState } from '../../types/issue.ts'
import { WORDS } from '../words.ts'

/** A cell as the reader of workbooks gives it. */
export type SheetValue = string | number | boolean | Date | null | undefined

/** What units write instead of the word from the list. */
const SYNONYMS: Record<ReplyState, string[]> = {
  fixed: ['已完成', '完成', '已改', '已改正', '已修改', '已更正', '整改完成', '已整改完成', '已整改到位', '整改到位', '已处理', '是'],
  working: ['正在整改', '进行中', '处理中', '正在处理', '未完成', '未整改'],
  cannot: ['无法整改', '不能整改', '暂不整改', '暂无法整改', '暂缓整改'],
  disputed: ['情况不属实', '不是问题', '无问题', '无需整改', '误报', '有异议'],
}

const STATE_OF_WORD = new Map<string, ReplyState>(REPLY_STATES.flatMap((state) => [WORDS.sheet.state[state], ...SYNONYMS[state]].map((word): [string, ReplyState] => [word, state])))

/** The state that a cell of 整改情况 names, or null where it names none. */
export function stateOf(text: string): ReplyState | null {
  return STATE_OF_WORD.get(text.normalize('NFKC').replace(/[\s。.！!]+/gu, '')) ?? null
}

/** A cell as text, outer white space gone. Dates as days, because a program may have made one of what was typed. */
export function textOf(value: SheetValue): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return value === null || value === undefined ? '' : String(value).trim()
}

/** Days that a serial number of a spreadsheet may mean here: 2000 to 2099. */
const FIRST_SERIAL = 36_526
const LAST_SERIAL = 73_050
const DAY_MS = 86_400_000

/** The day that a cell of 整改时间 names: a date, a serial number, or a full date in words; null for anything else (`11月20日`, `下周`). */
export function dayOf(value: SheetValue): Day | null {
  const text = textOf(value).normalize('NFKC')
  const serial = Number(text)
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10)
  const parts = /^(\d{4})(?:\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(\d{2})(\d{2}))(?:[\sT].*)?$/.exec(text)
  if (!parts) return null
  const [year, month, day] = [parts[1], parts[2] ?? parts[4], parts[3] ?? parts[5]].map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
