import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { ReplyRefused } from '../../../../utils/lists/refusals.ts'
import { readReply, type Reply } from '../../../../utils/lists/reply/reply.ts'
import { dayOf, stateOf, type SheetValue } from '../../../../utils/lists/reply/reply-cells.ts'
import { unitXlsx } from '../../../../utils/lists/sheet/unit-xlsx.ts'
import type { Issue } from '../../../../utils/types/issue.ts'
import { issue } from '../make-issue.ts'
import { png } from '../make-picture.ts'
import { withEndless } from '../../zip/endless.ts'
import { convert, SOFFICE } from '../soffice.ts'

const ISSUES = [1, 2, 3, 4, 5].map((n) => issue(n, { columnName: `栏目${n}` }))
const [MEASURES, STATE, FIXED_ON, PERSON, ID] = [11, 12, 13, 14, 15]
/** Row of the n-th issue in the sheet's rows, from 0. */
const line = (n: number) => n + 1

type Rows = SheetValue[][]

const sendList = (issues: Issue[] = ISSUES) =>
  unitXlsx({ unitName: '青禾县教育和体育局', period: '2026-W47', issues, thumbs: async () => png(48, 30) })

/** The list as a unit sends it back: sheets read, edited, and saved anew by another hand. */
async function returned(edit: (rows: Rows) => Rows | void, { sheets = (all: { name: string; rows: Rows }[]) => all, sent = sendList() } = {}): Promise<Uint8Array> {
  const workbook = await readXlsx(await sent)
  const tables = workbook.sheets.map(({ name, rows }) => ({ name, rows: rows as Rows }))
  const [list] = tables
  if (list) list.rows = edit(list.rows) ?? list.rows
  return writeXlsx({ sheets: sheets(tables).map(({ name, rows }) => ({ name, rows: rows as never })) })
}

const put = (rows: Rows, n: number, cells: Record<number, SheetValue>) => {
  for (const [column, value] of Object.entries(cells)) (rows[line(n)] as SheetValue[])[Number(column)] = value
}
const problems = (reply: Reply) => reply.problems.map(({ row, says }) => [row, says.key.replace('lists.reply.problem.', ''), says.params])

async function refusal(bytes: Uint8Array): Promise<ReplyRefused> {
  try {
    await readReply(bytes, ISSUES)
  } catch (error) {
    if (error instanceof ReplyRefused) return error
    throw error
  }
  throw new Error('was read')
}

/** A ZIP whose directory says that its file unpacks to 401 MB. */
function bomb(): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(1000) }))
  bytes.writeUInt32LE(401 * 1024 * 1024, bytes.indexOf(Buffer.of(0x50, 0x4b, 0x01, 0x02)) + 24)
  return bytes
}

const FILLED = { [MEASURES]: '已补发三条信息', [STATE]: '已整改', [FIXED_ON]: '2026-11-19', [PERSON]: '何青' }
const LINE = { measures: '已补发三条信息', state: 'fixed', fixedOn: '2026-11-19', person: '何青', to: 'fixed' }

describe('a returned list', () => {
  test('as it was sent has nothing filled in', async () => {
    expect(await readReply(await sendList(), ISSUES)).toEqual({ lines: [], blank: 5, problems: [] })
  })

  test('of a team has letters before the numbers, and so may not have, where it was sent before', async () => {
    const marked = ISSUES.map((one) => ({ ...one, mark: 'B' }))
    for (const sent of [sendList(marked), sendList()]) {
      const reply = await readReply(await returned((rows) => put(rows, 1, FILLED), { sent }), marked)
      expect([reply.lines.length, reply.blank, reply.problems]).toEqual([1, 4, []])
    }
    const reply = await readReply(await returned((rows) => rows.filter((_, at) => at !== line(4)), { sent: sendList(marked) }), marked)
    expect(reply.problems.map(({ says }) => says.params?.['number'])).toEqual(['B4'])
  })

  test('tells what the unit filled in', async () => {
    const reply = await readReply(
      await returned((rows) => {
        put(rows, 1, FILLED)
        put(rows, 2, { [STATE]: '整改中', [MEASURES]: '正在收集材料' })
        put(rows, 3, { [STATE]: '不属实' })
        put(rows, 4, { [MEASURES]: '已与厂商联系' })
      }),
      ISSUES,
    )
    expect(reply.problems).toEqual([])
    expect(reply.blank).toBe(1)
    expect(reply.lines).toMatchObject([
      { row: 3, issueId: ISSUES[0]?.id, number: 1, ...LINE, says: { key: 'lists.reply.change.fixed', params: { number: 1 } } },
      { row: 4, number: 2, state: 'working', measures: '正在收集材料', to: null, says: { key: 'lists.reply.change.working' } },
      { row: 5, number: 3, state: 'disputed', to: null, says: { key: 'lists.reply.change.disputed' } },
      { row: 6, number: 4, state: null, measures: '已与厂商联系', to: null, says: { key: 'lists.reply.change.noted' } },
    ])
  })

  test('may have columns, rows and sheets moved, other columns added and remarks in the names', async () => {
    const reply = await readReply(
      await returned(
        (rows) => {
          put(rows, 2, FILLED)
          ;(rows[1] as SheetValue[])[STATE] = '整改情况（必填）'
          const [title, header, ...issues] = rows.map((cells) => ['备注', ...[...cells].reverse()])
          return [title, ['本单位填写'], header, ...issues.reverse()] as Rows
        },
        { sheets: (all) => [...all].reverse().map((table) => (table.name === '问题清单' ? { ...table, name: '教体局' } : table)) },
      ),
      ISSUES,
    )
    expect(reply.problems).toEqual([])
    expect(reply.lines).toMatchObject([{ row: 7, number: 2, ...LINE }])
    expect(reply.blank).toBe(4)
  })

  test('changes no status but that of an open issue', async () => {
    const now = ISSUES.map((one, n) => ({ ...one, status: (['closed', 'fixed', 'doubtful', 'false-alarm', 'open'] as const)[n] ?? one.status }))
    const bytes = await returned((rows) => {
      for (const n of [1, 2, 3, 4, 5]) put(rows, n, { [STATE]: '已整改' })
    })
    const { lines } = await readReply(bytes, now)
    expect(lines.map(({ to, says }) => [to, says.params?.['status']])).toEqual([[null, '已销号'], [null, '已整改'], [null, '存疑'], [null, '误报'], ['fixed', undefined]])
  })
})

describe('is named, never guessed', () => {
  const cases: [string, (rows: Rows) => Rows | void, unknown[]][] = [
    ['a row without an id', (rows) => put(rows, 1, { ...FILLED, [ID]: null }), [[3, 'no-id', { row: 3 }], [null, 'missing', { number: 1 }]]],
    ['a row that was added', (rows) => [...rows, ['6', '6', '', '', '', '新的问题']], [[8, 'no-id', { row: 8 }]]],
    ['an unknown id', (rows) => put(rows, 1, { ...FILLED, [ID]: 'X' }), [[3, 'unknown', { row: 3, number: '1' }], [null, 'missing', { number: 1 }]]],
    ['another number', (rows) => put(rows, 1, { ...FILLED, 1: '2' }), [[3, 'number-differs', { row: 3, number: '2', expected: 1 }]]],
    ['a row that is gone', (rows) => rows.filter((_, at) => at !== line(4)), [[null, 'missing', { number: 4 }]]],
    ['a state of its own', (rows) => put(rows, 1, { [STATE]: '看情况' }), [[3, 'bad-state', { row: 3, number: 1, value: '看情况' }]]],
    ['a date without a year', (rows) => put(rows, 1, { [FIXED_ON]: '11月19日' }), [[3, 'bad-date', { row: 3, number: 1, value: '11月19日' }]]],
  ]
  test.each(cases)('%s', async (_, edit, expected) => {
    const reply = await readReply(await returned(edit), ISSUES)
    expect(problems(reply)).toEqual(expected)
    expect(reply.lines).toEqual([])
  })

  test('an altered text, and what was filled in is still read', async () => {
    const reply = await readReply(await returned((rows) => put(rows, 1, { ...FILLED, 5: '没有问题', 10: '2027-01-01' })), ISSUES)
    expect(problems(reply)).toEqual([[3, 'altered', { row: 3, number: 1, columns: '问题描述、整改时限' }]])
    expect(reply.lines).toMatchObject([LINE])
  })

  test("a text that the ledger changed since is none of the unit's doing", async () => {
    const edited = ISSUES.map((one) => ({ ...one, description: '说明已改', deadline: '2026-12-01' }))
    expect(problems(await readReply(await returned((rows) => put(rows, 1, FILLED)), edited))).toEqual([])
  })

  test('two rows of one issue: the same counts once, different ones not at all', async () => {
    const same = await returned((rows) => {
      put(rows, 1, FILLED)
      return [...rows, [...(rows[line(1)] as SheetValue[])]]
    })
    expect(await readReply(same, ISSUES)).toMatchObject({ lines: [LINE], problems: [] })
    const different = await returned((rows) => {
      const copy = [...(rows[line(1)] as SheetValue[])]
      put(rows, 1, FILLED)
      return [...rows, copy]
    })
    const reply = await readReply(different, ISSUES)
    expect(problems(reply)).toEqual([[8, 'twice', { row: 8, number: 1, first: 3 }]])
    expect(reply.lines).toEqual([])
  })

  test('without the hidden sheet, rows are still known by their ids', async () => {
    const bytes = await returned((rows) => put(rows, 1, FILLED), { sheets: ([list]) => (list ? [list] : []) })
    expect(await readReply(bytes, ISSUES)).toMatchObject({ lines: [LINE], problems: [], blank: 4 })
  })
})

describe('refused', () => {
  test.each([
    ['no ZIP', new TextEncoder().encode('单位,整改情况'), 'not-xlsx'],
    ['a ZIP that is no workbook', zipSync({ 'a.txt': new Uint8Array([1]) }), 'not-xlsx'],
    ['nothing', new Uint8Array(), 'not-xlsx'],
    ['a ZIP that unpacks to far too much', bomb(), 'too-large'],
  ])('%s', async (_, bytes, reason) => {
    expect((await refusal(bytes)).reason).toBe(reason)
  })

  test('a workbook with a part that hucre would inflate for ever', async () => {
    expect((await refusal(withEndless(await sendList(), 'xl/workbook.xml'))).reason).toBe('not-xlsx')
  })

  test('a workbook without the list, naming what is missing', async () => {
    const bytes = await returned((rows) => put(rows, 0, { [STATE]: '情况' }))
    expect((await refusal(bytes)).says).toEqual({ key: 'lists.reply.refused.no-list', params: { columns: '整改情况' } })
    const other = await writeXlsx({ sheets: [{ name: 'x', rows: [['甲'], ['乙']] }] })
    expect((await refusal(other)).says.params).toEqual({ columns: '问题编号”“问题标识（勿改）”“整改情况' })
  })

  test('a list without a row', async () => {
    expect((await refusal(await returned((rows) => rows.slice(0, 2)))).reason).toBe('empty')
  })
})

test.each<[SheetValue, string | null]>([
  ['2026-11-19', '2026-11-19'],
  ['2026/11/9', '2026-11-09'],
  ['2026.11.19', '2026-11-19'],
  ['2026年11月19日', '2026-11-19'],
  ['２０２６年１１月１９日 下午', '2026-11-19'],
  ['2026-11-19 15:30:00', '2026-11-19'],
  ['20261119', '2026-11-19'],
  [20261119, '2026-11-19'],
  [46345, '2026-11-19'],
  [46345.6, '2026-11-19'],
  ['46345', '2026-11-19'],
  [new Date('2026-11-19T00:00:00Z'), '2026-11-19'],
  ['2026-02-30', null],
  ['11-19', null],
  ['下周', null],
  [19, null],
  [null, null],
  [true, null],
  [new Date(Number.NaN), null],
])('the date %j is %s', (value, day) => {
  expect(dayOf(value)).toBe(day)
})

test.each([
  ['已整改', 'fixed'], [' 已整改到位。', 'fixed'], ['整改中', 'working'], ['暂不能整改', 'cannot'], ['误报', 'disputed'], ['好的', null], ['', null],
])('the state %j is %s', (text, state) => {
  expect(stateOf(text)).toBe(state)
})

test.skipIf(!SOFFICE)('a list that went through LibreOffice is read the same', { timeout: 130_000 }, async () => {
  const edit = (rows: Rows) => {
    put(rows, 1, FILLED)
    put(rows, 2, { [STATE]: '暂不能整改', [MEASURES]: '第一行\n第二行', [FIXED_ON]: new Date('2026-11-20T00:00:00Z') })
    return rows.filter((_, at) => at !== line(3))
  }
  const bytes = await returned(edit)
  const there = await readReply(bytes, ISSUES)
  expect(there.lines).toHaveLength(2)
  expect(problems(there)).toEqual([[null, 'missing', { number: 3 }]])
  expect(await readReply(convert('back.xlsx', bytes, 'xlsx'), ISSUES)).toEqual(there)
  // And the list as it was sent, with styles, pictures and the hidden sheet.
  expect(await readReply(convert('sent.xlsx', await sendList(), 'xlsx'), ISSUES)).toEqual({ lines: [], blank: 5, problems: [] })
})
