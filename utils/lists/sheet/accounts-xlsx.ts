import type { AccountRow } from '../../types/account.ts'
import type { Day } from '../../types/reading.ts'
import { fileName } from '../file-name.ts'
import type { Workbook } from './self-check-xlsx.ts'
import { DEFAULT_FONT } from './sheet-styles.ts'
import { tableSheet } from './table-sheet.ts'
import { fill, WORDS } from '../words.ts'
import { finishWorkbook } from './workbook-finish.ts'

/** A row with its words in Chinese. */
export interface PrintedAccount extends Omit<AccountRow, 'says' | 'overdue'> {
  platform: string
  overdue: string
}

const TEXT = WORDS.accounts

/** 政务新媒体监测表: 序号 | 账号名称 | 开设主体 | 状态 | 逾期情况. */
export async function accountsXlsx(rows: readonly PrintedAccount[], today: Day): Promise<Workbook> {
  const made = new Date(`${today}T00:00:00Z`)
  const count = (state: AccountRow['state']) => rows.filter((row) => row.state === state).length
  const sheet = tableSheet({
    name: TEXT.sheet,
    title: TEXT.title,
    remarks: [
      fill(TEXT.made, { day: today, count: rows.length, active: rows.length - count('closed'), overdue: count('overdue'), unknown: count('unknown') }),
      TEXT.limit,
    ],
    columns: [
      { title: TEXT.columns.number, width: 7, centred: true },
      { title: TEXT.columns.name, width: 38 },
      { title: TEXT.columns.owner, width: 38 },
      { title: TEXT.columns.state, width: 10, centred: true },
      { title: TEXT.columns.overdue, width: 50 },
    ],
    rows: rows.map(({ number, account, platform, overdue }) => [
      number, fill(TEXT.name, { name: account.name, platform }), account.owner, account.status === 'closed' ? TEXT.closed : TEXT.active, overdue,
    ]),
  })
  // loaded only here: a quarter of the ledger page's program
  const { writeXlsx } = await import('hucre/xlsx')
  const bytes = await writeXlsx({ sheets: [sheet], defaultFont: DEFAULT_FONT, properties: { title: TEXT.title, created: made, modified: made } })
  return { name: fileName(fill(TEXT.file, { day: today })), bytes: await finishWorkbook(bytes, new Set()) }
}
