import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { unitDocuments } from '../../../../utils/lists/folder/documents.ts'
import { bytesOf } from '../../../../utils/lists/folder/stored-file.ts'
import { writeUnitFiles } from '../../../../utils/lists/folder/unit-files.ts'
import type { Issue } from '../../../../utils/types/issue.ts'
import { issue } from '../make-issue.ts'

const FIELDS = ['description', 'quote', 'context', 'suggestion', 'pageTitle', 'columnName', 'siteName', 'note', 'basis', 'foundBy'] as const
const everywhere = (text: string): Partial<Issue> => Object.fromEntries(FIELDS.map((field) => [field, text]))
const documents = unitDocuments({ content: { sheet: true, notice: true, page: true }, period: '2026-W47', periodWords: '2026年第47周', day: '2026-11-21', reader: '何青' }, async () => null)

async function filesOf(issues: Issue[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  await writeUnitFiles({ issues, shots: async () => null, period: '2026-W47', documents }, () => ({ add: async (path, file) => void files.set(path, await bytesOf(file)) }))
  return files
}

test.each([
  ['titles of 10,000 characters', '长'.repeat(10_000), '长长长'],
  ['line breaks', '一\r\n二\n三\u2028四', '二'],
  ['control characters that XML forbids', 'a\u0000\u0001\u000b\u001f\ufffe\uffffb', 'a'],
  ['lone surrogates', '前\ud83d中\udc00后', '前'],
  ['emoji and rare characters', '好😀👨‍👩‍👧𠮷', '😀'],
  ['a formula', '=HYPERLINK("http://evil.example","x")', 'HYPERLINK'],
  ['a formula with full-width signs', '＝cmd|＇/c calc＇!A1', 'cmd'],
  ['the signs', '+1-1@SUM(A1)\t-2', 'SUM'],
  ['markup', '</w:t><script>alert(1)</script>]]>&amp;', 'alert(1)'],
])('%s in every field: each document opens in another program', async (_, text, told) => {
  const files = await filesOf([issue(1, { ...everywhere(text), url: `https://www.qinghe.gov.cn/${text.slice(0, 50)}` })])
  const of = (name: string) => files.get(`青禾县教育和体育局/${name}`)!
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(of('问题清单.xlsx') as unknown as ArrayBuffer)
  const cells: [number, string][] = []
  book.eachSheet((sheet) => sheet.eachRow((row) => row.eachCell((cell) => void cells.push([cell.type, cell.text]))))
  expect(cells.filter(([type]) => type === ExcelJS.ValueType.Formula)).toEqual([])
  expect(JSON.stringify(cells)).toContain(told)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(of('整改通知单.docx')) })
  expect(value).toContain(told)
  const page = new TextDecoder('utf-8', { fatal: true }).decode(of('问题清单.html'))
  expect(page).toContain(told)
  expect(page).not.toContain('<script')
  const csv = Papa.parse<string[]>(new TextDecoder('utf-8', { fatal: true }).decode(of('问题清单.csv')), { skipEmptyLines: true })
  expect(csv.errors).toEqual([])
  expect(csv.data).toHaveLength(2)
  expect(csv.data.flat().filter((cell) => /^[=+\-@＝＋－＠\t\r]/.test(cell))).toEqual([])
})

test('200 units: a folder each, counted in the manifest', { timeout: 120_000 }, async () => {
  const files = await filesOf(Array.from({ length: 200 }, (_, n) => issue(n + 1, { unitId: `u${n}`, unitName: `青禾县第${n}乡镇人民政府` })))
  expect([...files.keys()].filter((path) => path.endsWith('.docx'))).toHaveLength(200)
  expect(JSON.parse(new TextDecoder().decode(files.get('manifest.json')))).toMatchObject({ counts: { units: 200, issues: 200 } })
})
