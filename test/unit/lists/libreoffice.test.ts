import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { HEADER, inOrder, rowsOf } from '../../../utils/lists/csv/columns.ts'
import { disarm } from '../../../utils/lists/cell.ts'
import { weeklyCsv } from '../../../utils/lists/csv/weekly.ts'
import { issue } from './make-issue.ts'
import { convert, SOFFICE, UTF8_CSV } from './soffice.ts'

const ISSUES = [
  issue(1, { description: '他说“好”，"引号"、逗号,分号;\n第二行\n第三行', note: '\t以制表符开头' }),
  issue(2, { description: '=HYPERLINK("http://evil.example","点此")', quote: '＝SUM(A1:A9)', note: '-5', context: '@甲', suggestion: '\u200b=1+1' }),
  issue(3, { siteIdCode: '0000000012', publishedOn: '2026-02-28', note: '1/2', quote: '00123', context: '1e5', suggestion: 'TRUE' }),
  issue(4, { description: '生僻字㐂𠮷😀', pageTitle: '标题'.repeat(5000), unitName: '', unitId: null }),
]

test.skipIf(!SOFFICE)('LibreOffice opens the weekly CSV and shows the same cells', { timeout: 130_000 }, () => {
  const { bytes } = weeklyCsv(ISSUES, { year: 2026, week: 47 })
  // The options that its import dialogue proposes for a file with a byte order mark, and "quoted fields as text".
  const seen = convert('weekly.csv', bytes, 'csv', { in: `Text - txt - csv (StarCalc):${UTF8_CSV}`, out: `Text - txt - csv (StarCalc):${UTF8_CSV},true,false` })
  const cells = Papa.parse<string[]>(new TextDecoder('utf-8', { fatal: true }).decode(seen), { delimiter: ',', skipEmptyLines: true }).data
  expect(cells).toEqual([[...HEADER], ...rowsOf(inOrder(ISSUES)).map((row) => row.map(disarm))])
})
