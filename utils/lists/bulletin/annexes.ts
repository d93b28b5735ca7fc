import words from '../../../assets/documents/bulletin.json' with { type: 'json' }
import { dayInWords } from '../letter/blocks.ts'
import { UPRIGHT_WIDTH } from '../letter/layout.ts'
import { plainTable, type TableColumn } from '../letter/plain-table.ts'
import { fill, typeWords } from '../words.ts'
import type { BulletinFacts, BulletinInput } from './facts.ts'
import { rateOf } from './sentences.ts'
import { sourcesOf } from './sources.ts'

/** A table of the annex with what stands over it. */
export interface Annex {
  title: string
  note: string
  /** null: 无。 */
  table: ReturnType<typeof plainTable> | null
}

/** 不合格名单, 问题统计表, 政务新媒体监测表, 零更新单位, 数据来源. */
export function annexesOf(facts: BulletinFacts, input: BulletinInput): Annex[] {
  return [failedAnnex(facts), statsAnnex(facts), accountsAnnex(input), zeroAnnex(input), sourcesAnnex(facts)]
}

function failedAnnex({ sites, accounts }: BulletinFacts): Annex {
  const { title, columns, account } = words.failed
  const rows = [
    ...sites.failed.of.map(({ name, unit, vetoes }) => [name, unit, vetoes.join('；')]),
    ...accounts.failed.of.map(({ name, owner, overDays, lastUpdate }) => [name, owner, fill(account, { days: overDays, day: lastUpdate ? dayInWords(lastUpdate) : '' })]),
  ].map((row, at) => [at + 1, ...row])
  return { title, note: '', table: tableOf([[columns.row, 8], [columns.name, 32], [columns.owner, 28], [columns.reason, 32]], rows) }
}

/** Units by type; the types with the most issues as columns, as many as an upright page holds. */
function statsAnnex({ groups, units, issues, closed, fixed }: BulletinFacts): Annex {
  const { title, columns, sum } = words.stats
  const shown = groups.slice(0, 6).map(({ group }) => group)
  const share = Math.floor(38 / Math.max(1, shown.length))
  const rows = units.map(({ unit, issues: of, done }, at) => [
    at + 1, unit, ...shown.map((group) => of.filter(({ check }) => typeWords(check).group === group).length), of.length, done, rateOf(done, of.length),
  ])
  const done = closed.count + fixed.count
  const total = ['', sum, ...shown.map((group) => groups.find((one) => one.group === group)?.issues.count ?? 0), issues.count, done, rateOf(done, issues.count)]
  const head: [string, number][] = [[columns.row, 8], [columns.unit, 26], ...shown.map((group): [string, number] => [group, share]), [columns.total, 9], [columns.done, 9], [columns.rate, 10]]
  return { title, note: '', table: rows.length ? tableOf(head, [...rows, total]) : null }
}

function accountsAnnex({ accounts, day }: BulletinInput): Annex {
  const { title, columns, states, over, fresh, name: called } = words['accounts-table']
  const rows = accounts.map(({ name, platform, owner, state, lastUpdate, overDays }, at) => [
    at + 1, fill(called, { name, platform }), owner, states[state],
    lastUpdate === null ? '' : fill(state === 'overdue' ? over : fresh, { day: dayInWords(lastUpdate), days: overDays }),
  ])
  return { title, note: fill(words.day, { day: dayInWords(day) }), table: tableOf([[columns.row, 8], [columns.name, 30], [columns.owner, 26], [columns.state, 14], [columns.overdue, 22]], rows) }
}

function zeroAnnex({ zero }: BulletinInput): Annex {
  const { title, columns, month: called, note } = words.zero
  const rows = zero.map(({ month, units }) => {
    const [year, number] = month.split('-').map(Number)
    return [fill(called, { year: year ?? '', month: number ?? '' }), units.join('、') || words.none, units.length]
  })
  return { title, note, table: tableOf([[columns.month, 18], [columns.units, 68], [columns.count, 14]], rows) }
}

function sourcesAnnex(facts: BulletinFacts): Annex {
  const { title, columns, note } = words.sources
  const rows = sourcesOf(facts).map(({ name, count, from }, at) => [at + 1, name, count, from])
  return { title, note, table: tableOf([[columns.row, 8], [columns.name, 24], [columns.value, 10], [columns.from, 58]], rows) }
}

function tableOf(head: [string, number][], rows: (string | number)[][]): Annex['table'] {
  if (rows.length === 0) return null
  const columns: TableColumn[] = head.map(([title, share], at) => ({ title, share, centred: rows.every((row) => typeof row[at] === 'number' || String(row[at]).length < 8) }))
  return plainTable(UPRIGHT_WIDTH, columns, rows, (at) => Math.max(...(rows[at] ?? []).map((cell) => String(cell).length)) > 500)
}
