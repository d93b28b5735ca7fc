import zh from '../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import type { Account, AccountStatus, Platform } from '../types/account.ts'
import { PLATFORMS } from '../types/account.ts'
import type { Day } from '../types/reading.ts'
import { readAccountRow, type AccountDraft } from './account-row.ts'
import { readCsv, type Encoding } from './csv-file.ts'
import { RosterRefused } from './errors.ts'
import { foldName } from './name.ts'
import type { RowProblem } from './row.ts'
import { csvFile, type RosterFile } from './write.ts'

/** The fields of a file of accounts, in the order in which it is written. */
const ACCOUNT_FIELDS = ['platform', 'name', 'owner', 'days', 'last', 'status', 'url', 'note'] as const

export type AccountField = (typeof ACCOUNT_FIELDS)[number]

/** Other names that offices give these columns. */
const SYNONYMS: Record<AccountField, string[]> = {
  platform: ['平台类型', '账号类型', '类型', '类别', '开设平台', '新媒体类型'],
  name: ['名称', '账号', '新媒体名称', '政务新媒体名称'],
  owner: ['主办单位', '开设单位', '责任单位', '单位', '单位名称', '主管单位'],
  days: ['时限', '更新时限天', '更新天数'],
  last: ['最后更新时间', '最后更新日期', '最近更新', '更新时间', '更新日期', '最新更新时间'],
  status: ['账号状态', '运行状态'],
  url: ['地址', '链接', '账号地址', '账号链接'],
  note: ['说明'],
}

const FIELD_OF_NAME = new Map<string, AccountField>(
  ACCOUNT_FIELDS.flatMap((field) => [zh.account.field[field], ...SYNONYMS[field]].map((name): [string, AccountField] => [fold(name), field])),
)
/** A title may stand above the header. */
const HEADER_WITHIN = 5

export interface ParsedAccounts {
  accounts: AccountDraft[]
  problems: RowProblem[]
  encoding: Encoding
  /** Rows under the header with something in them. */
  rows: number
}

/**
 * Reads a file, or what was pasted from a spreadsheet, of 政务新媒体 accounts (header 平台, 账号名称, 开设主体, 更新时限（天）,
 * 最后更新, 状态, 网址, 备注; order free, others ignored, only 账号名称 is needed). A bad field is named and the rest is read.
 * Throws RosterRefused for what is no text, has no column 账号名称, or no rows.
 */
export function parseAccounts(bytes: Uint8Array, today: Day): ParsedAccounts {
  const file = readCsv(bytes)
  const at = file.rows.slice(0, HEADER_WITHIN).findIndex(({ cells }) => placesOf(cells).name !== undefined)
  const header = file.rows[at]
  if (!header) throw new RosterRefused('missing-field', { fields: zh.account.field.name, header: ACCOUNT_FIELDS.map((field) => zh.account.field[field]).join('、') })
  const rows = file.rows.slice(at + 1)
  if (rows.length === 0) throw new RosterRefused('no-accounts')
  const places = placesOf(header.cells)
  const problems: RowProblem[] = file.brokenQuotes.map((line) => ({ line, says: { key: 'roster.problem.quote', params: { line } }, leftOut: false }))
  const seen = new Map<string, AccountDraft>()
  for (const { line, cells } of rows) {
    const complain = (problem: string, params?: Record<string, string | number>) => problems.push({ line, says: { key: `roster.problem.${problem}`, params: { line, ...params } }, leftOut: false })
    const draft = readAccountRow(line, (field) => cells[places[field] ?? -1] ?? '', today, complain)
    if (!draft) continue
    const key = accountKey(draft)
    const first = seen.get(key)
    if (first) complain('account-twice', { first: first.line, name: draft.name })
    else seen.set(key, draft)
  }
  return { accounts: [...seen.values()], problems, encoding: file.encoding, rows: rows.length }
}

/** Accounts as a file that `parseAccounts` reads back; without any the empty table to fill in. */
export function accountsFile(accounts: readonly Account[]): RosterFile {
  const rows = accounts.map((one): Record<AccountField, string> => ({
    platform: wordOfPlatform(one.platform), name: one.name, owner: one.owner, days: one.deadlineDays === null ? '' : String(one.deadlineDays),
    last: one.lastUpdate ?? '', status: wordOfStatus(one.status), url: one.url ?? '', note: one.note,
  }))
  const header = ACCOUNT_FIELDS.map((field) => zh.account.field[field])
  return csvFile(rows.length > 0 ? zh.account.file : zh.account.template, [header, ...rows.map((row) => ACCOUNT_FIELDS.map((field) => row[field]))])
}

/** Words of files and printed tables: Chinese whatever the interface speaks. */
export function wordOfPlatform(platform: Platform): string {
  return zh.account.platform[platform]
}

function wordOfStatus(status: AccountStatus): string {
  return zh.account.status[status]
}

/** The same account: platform and name. */
export function accountKey({ platform, name }: Pick<Account, 'platform' | 'name'>): string {
  return `${PLATFORMS.indexOf(platform)} ${foldName(name)}`
}

function placesOf(cells: readonly string[]): Partial<Record<AccountField, number>> {
  const places: Partial<Record<AccountField, number>> = {}
  for (const [at, cell] of cells.entries()) {
    const field = FIELD_OF_NAME.get(fold(cell))
    if (field) places[field] ??= at
  }
  return places
}

function fold(name: string): string {
  return foldName(name).replace(/\([^()]*\)|[*:：]/g, '')
}
