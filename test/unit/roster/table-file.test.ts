import iconv from 'iconv-lite'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { RosterRefused } from '../../../utils/roster/errors.ts'
import { guessLayout } from '../../../utils/roster/layout.ts'
import { parseTable } from '../../../utils/roster/parse.ts'
import { readTables } from '../../../utils/roster/table-file.ts'
import { withEndless } from '../zip/endless.ts'
import { savedAs, savedByLibreOffice, SOFFICE, type MadeCell } from './workbooks.ts'

/** A table of responsibility: title, two header rows, merged cells. */
const DUTIES: MadeCell[][] = [
  [{ text: '青禾县政府网站栏目保障责任表', across: 6 }],
  [{ text: '栏目名称', across: 3 }, null, null, { text: '具体内容', down: 2 }, { text: '更新标准', down: 2 }, { text: '保障部门', down: 2 }],
  ['一级', '二级', '三级', null, null, null],
  [{ text: '政务公开', down: 3 }, '通知公告', null, '通知', '每周至少1条', { text: '青禾县财政局', down: 2 }],
  [null, { text: '财政信息', down: 2 }, '预算', '预算公开', 20, null],
  [null, null, '决算', '决算公开', '及时更新', '青禾县审计局'],
]
/** The same as rows of plain values, and where cells are merged. */
const PLAIN = DUTIES.map((row) => row.map((cell) => (cell !== null && typeof cell === 'object' ? cell.text : cell)))
const MERGED = ['A1:F1', 'A2:C2', 'D2:D3', 'E2:E3', 'F2:F3', 'A4:A6', 'B5:B6', 'F4:F5']

const READ = [
  { name: '通知公告', unitName: '青禾县财政局', deadlineDays: 7 },
  { name: '预算', unitName: '青禾县财政局', deadlineDays: 20 },
  { name: '决算', unitName: '青禾县审计局', deadlineDays: null },
]

async function columnsOf(bytes: Uint8Array) {
  const { tables } = await readTables(bytes)
  const layouts = tables.map(guessLayout)
  const best = layouts.reduce((best, layout, at) => (Object.keys(layout.places).length > Object.keys(layouts[best]!.places).length ? at : best), 0)
  const { roster, problems } = parseTable(tables[best]!, { ...layouts[best]!, site: 'www.qinghe.gov.cn' })
  expect(problems).toEqual([])
  return roster.columns.map(({ name, unitName, deadlineDays }) => ({ name, unitName, deadlineDays }))
}

async function refusal(bytes: Uint8Array): Promise<string> {
  return readTables(bytes).then(() => 'read', (error: unknown) => (error instanceof RosterRefused ? error.reason : String(error)))
}

describe('a table of responsibility with titles, two header rows and merged cells', () => {
  test.each(['excel', 'wps'] as const)('as %s saves it', async (maker) => {
    expect(await columnsOf(savedAs(maker, PLAIN, MERGED))).toEqual(READ)
  })

  test.runIf(SOFFICE)('as LibreOffice saves it, behind a sheet of remarks', async () => {
    expect(await columnsOf(savedByLibreOffice({ 填表说明: [['请各单位核对']], 栏目表: DUTIES }, 'xlsx'))).toEqual(READ)
  }, 60_000)

  test.each(['utf8', 'gbk', 'utf16le'])('as CSV in %s, where the merged cells are empty', async (encoding) => {
    const text = PLAIN.map((row) => row.map((cell) => cell ?? '').join(',')).join('\r\n')
    expect(await columnsOf(iconv.encode(text, encoding, { addBOM: encoding === 'utf16le' }))).toEqual(READ)
  })

  test('as pasted from a spreadsheet', async () => {
    expect(await columnsOf(new TextEncoder().encode(PLAIN.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n')))).toEqual(READ)
  })
})

describe('what cannot be read is told apart', () => {
  const compound = (words = '') => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0), ...[...words].flatMap((letter) => [letter.charCodeAt(0), 0])])

  test.each([
    ['an old XLS', () => compound('Workbook'), 'old-excel'],
    ['a workbook with a password', () => compound('EncryptedPackage'), 'locked'],
    ['a workbook cut off', () => savedAs('excel', [['单位'], ['甲局']]).slice(0, 300), 'not-xlsx'],
    ['a workbook with a part that hucre would inflate for ever', () => withEndless(savedAs('excel', [['单位'], ['甲局']]), 'xl/worksheets/sheet1.xml'), 'not-xlsx'],
    ['another ZIP', () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }), 'other-spreadsheet'],
    ['a binary workbook', () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.bin': new Uint8Array(9) }), 'other-spreadsheet'],
    ['an empty workbook', () => savedAs('wps', [[null, null]]), 'empty'],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'not-text'],
  ])('%s', async (_, make, reason) => {
    expect(await refusal(make())).toBe(reason)
  })

  test.runIf(SOFFICE).each([['xls', 'old-excel'], ['ods', 'other-spreadsheet']] as const)('a real %s', async (format, reason) => {
    expect(await refusal(savedByLibreOffice({ 表: [['单位'], ['青禾县财政局']] }, format))).toBe(reason)
  }, 60_000)
})
