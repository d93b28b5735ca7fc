import { readXlsx } from 'hucre/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { describe, expect, test, vi } from 'vitest'
import { textHeight, textWidth } from '../../../../utils/lists/sheet/text-height.ts'
import { UNIT_COLUMNS } from '../../../../utils/lists/sheet/unit-columns.ts'
import { unitStats } from '../../../../utils/lists/sheet/unit-stats.ts'
import { unitXlsx } from '../../../../utils/lists/sheet/unit-xlsx.ts'
import { WORDS } from '../../../../utils/lists/words.ts'
import type { Issue } from '../../../../utils/types/issue.ts'
import { cpuTime } from '../cpu-time.ts'
import { issue } from '../make-issue.ts'
import { png } from '../make-picture.ts'
import { convert, SOFFICE } from '../soffice.ts'

const shot = (hash: string) => ({ hash, takenAt: '2026-11-17T01:05:00Z', outlines: [] })
const PICTURES: Record<string, Uint8Array> = { wide: png(480, 270, 30), tall: png(200, 800, 90) }
const thumbs = async ({ hash }: { hash: string }) => PICTURES[hash] ?? null
const make = (issues: Issue[], unitName = '青禾县教育和体育局') => unitXlsx({ unitName, period: '2026-W47', issues, thumbs })

const NASTY = issue(3, {
  description: '=HYPERLINK("http://evil.example","点此")', quote: '＝1+1\u0000\ud800', suggestion: '<b>&"\'</b>', context: '-5',
  pageTitle: '标'.repeat(10_000), url: 'javascript:alert(1)', columnName: '@栏目', note: '生僻字㐂𠮷😀', basis: '一\r\n二',
})
const ISSUES = [issue(1, { shots: [shot('wide'), shot('tall')] }), issue(2, { shots: [shot('gone'), shot('tall')], severity: 'serious', check: 'links/dead' }), NASTY]

async function xmlOf(bytes: Promise<Uint8Array>) {
  const files = unzipSync(await bytes)
  return { files, list: strFromU8(files['xl/worksheets/sheet1.xml'] as Uint8Array), drawing: files['xl/drawings/drawing1.xml'] && strFromU8(files['xl/drawings/drawing1.xml']) }
}

describe('the list', () => {
  test('has a title, the header and one issue a row', async () => {
    const [list] = (await readXlsx(await make(ISSUES))).sheets
    expect(list?.name).toBe('问题清单')
    expect(list?.rows[0]?.[0]).toBe('青禾县教育和体育局网站问题清单（2026-W47）')
    expect(list?.rows[1]?.join(',')).toBe('序号,问题编号,网站、栏目,问题类型,级别,问题描述,错误原文,建议修改,页面（点问题编号打开）,截图,整改时限,整改措施,整改情况,整改时间,责任人,问题标识（勿改）')
    expect(list?.rows[2]).toEqual([
      '1', '1', '青禾县人民政府门户网站\n教育动态', '更新不及时\n栏目逾期未更新', '一般',
      '“教育动态”栏目已 48 天没有更新，超过 14 天的时限。\n依据：《政府网站与政务新媒体检查指标》栏目不更新', '2026-09-30',
      '尽快更新，或者合并、下线这个栏目。', '教育动态_青禾县人民政府', '1-1\n1-2', '2026-11-20', null, null, null, null, ISSUES[0]?.id,
    ])
    expect(list?.rows).toHaveLength(5)
  })

  test('what would be a formula or broken XML is text', async () => {
    const { list } = await xmlOf(make([NASTY]))
    expect(list).not.toContain('<f>')
    const row = (await readXlsx(await make([NASTY]))).sheets[0]?.rows[2] ?? []
    expect(row.slice(5, 8)).toEqual(['=HYPERLINK("http://evil.example","点此")\n依据：一\n二', '＝1+1\ufffd', '<b>&"\'</b>'])
    expect(String(row[8])).toHaveLength(2000)
  })

  test('pages are links, but only to the web', async () => {
    const [list] = (await readXlsx(await make([issue(1), NASTY, issue(4, { url: `https://a.gov.cn/${'x'.repeat(3000)}` }), issue(5, { url: 'https://a.gov.cn/?a=1&b="2"' })]), { readStyles: true })).sheets
    const targets = [2, 3, 4, 5].map((row) => list?.cells?.get(`${row},1`)?.hyperlink?.target)
    expect(targets).toEqual(['https://www.qinghe.gov.cn/jydt/index.html', undefined, undefined, 'https://a.gov.cn/?a=1&b="2"'])
  })

  test('整改情况 is chosen from a list, the header is frozen and filters', async () => {
    const [list] = (await readXlsx(await make(ISSUES))).sheets
    expect(list?.dataValidations).toMatchObject([{ type: 'list', range: 'M3:M5', values: ['已整改', '整改中', '暂不能整改', '不属实'] }])
    expect(list?.freezePane).toEqual({ rows: 2, columns: 2 })
    expect(list?.autoFilter).toMatchObject({ range: 'A2:O5' })
    expect(list?.columns?.[15]?.hidden).toBe(true)
  })

  test('prints on A4 landscape, all columns on a page, the header on each', async () => {
    const { list } = await xmlOf(make(ISSUES))
    expect(list).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(list).toContain('<pageSetUpPr fitToPage="1"/>')
    const { sheets } = await readXlsx(await make(ISSUES))
    expect(sheets[0]?.pageSetup).toMatchObject({ printTitlesRow: '$1:$2', printArea: '$A$1:$O$5' })
  })
})

describe('pictures', () => {
  test('keep their shape at their own cell; only their rows are fixed', async () => {
    const { drawing, list, files } = await xmlOf(make([...ISSUES, issue(4)]))
    expect(drawing).not.toContain('twoCellAnchor')
    const anchors = [...(drawing ?? '').matchAll(/<xdr:oneCellAnchor>.*?<xdr:col>(\d+)<.*?<xdr:row>(\d+)<.*?<xdr:ext cx="(\d+)" cy="(\d+)"\/>.*?<\/xdr:oneCellAnchor>/g)].map((found) => found.slice(1).map(Number))
    expect(anchors.map(([column, row]) => [column, row])).toEqual([[9, 2], [9, 3]])
    expect(anchors.map(([, , width, height]) => ((width ?? 0) / (height ?? 1)).toFixed(2))).toEqual([(480 / 270).toFixed(2), (200 / 800).toFixed(2)])
    expect(Object.keys(files).filter((name) => name.includes('/media/'))).toHaveLength(2)
    const fixed = [...list.matchAll(/<row r="(\d+)"[^>]*customHeight="1"/g)].map((found) => found[1])
    expect(fixed).toEqual(['3', '4'])
    const heights = [...list.matchAll(/<row r="\d+"[^>]*ht="(\d+)"/g)].map((found) => Number(found[1]))
    expect(Math.max(...heights)).toBeLessThanOrEqual(409)
  })

  test('a thumbnail that is gone or broken is left out, its name stays', async () => {
    const issues = [issue(1, { shots: [shot('gone')] }), issue(2, { shots: [shot('broken')] })]
    const bytes = await unitXlsx({ unitName: '', period: 'x', issues, thumbs: async ({ hash }) => (hash === 'broken' ? Uint8Array.from([1, 2, 3]) : null) })
    const { drawing } = await xmlOf(Promise.resolve(bytes))
    expect(drawing).toBeUndefined()
    expect((await readXlsx(bytes)).sheets[0]?.rows.slice(2).map((row) => row[9])).toEqual(['1-1', '2-1'])
  })
})

test('统计 counts by type and severity and by column', async () => {
  expect(unitStats(ISSUES)).toEqual([
    { title: '按问题类型', header: ['问题类型', '严重', '一般', '轻微', '存疑', '合计'], rows: [['更新不及时', 0, 2, 0, 0, 2], ['链接异常', 1, 0, 0, 0, 1], ['合计', 1, 2, 0, 0, 3]] },
    { title: '按栏目', header: ['栏目', '数量'], rows: [['教育动态', 2], ['@栏目', 1], ['合计', 3]] },
  ])
  const [, stats, help] = (await readXlsx(await make(ISSUES))).sheets
  expect([stats?.name, help?.name]).toEqual(['统计', '填写说明'])
  expect(stats?.rows.flat()).toEqual(expect.arrayContaining(['合计：3', '最早的整改时限：2026-11-20', 2, 3]))
  for (const word of Object.values(WORDS.sheet.state)) expect(help?.rows.flat().join('\n')).toContain(word)
})

test('the same data gives the same bytes, at any time', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-18T00:00:00Z') })
  try {
    const first = await make(ISSUES)
    vi.setSystemTime(new Date('2027-03-01T12:00:00Z'))
    expect(Buffer.compare(first, await make(ISSUES))).toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

test('every column has a width, and they fit one page', () => {
  const shown = UNIT_COLUMNS.filter(({ hidden }) => !hidden).reduce((sum, { width }) => sum + width, 0)
  expect(shown).toBeLessThan(220)
})

test.each([
  ['青禾县', 6], ['abc', 3], ['“A”——', 9], ['𠮷a', 3], ['', 0],
])('%j takes %i columns', (text, width) => {
  expect(textWidth(text)).toBe(width)
})

test('the height of a text grows with its lines', () => {
  expect(textHeight('青禾县', 7)).toBe(textHeight('', 7))
  expect(textHeight('青禾县人', 7)).toBe(2 * textHeight('', 7))
  expect(textHeight('青\n禾', 7)).toBe(2 * textHeight('', 7))
})

test('170 issues take well under half a second', async () => {
  const many = Array.from({ length: 170 }, (_, n) => issue(n + 1))
  await make(many)
  let work = Promise.resolve(new Uint8Array())
  const before = process.cpuUsage()
  work = make(many)
  await work
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(500)
  expect(cpuTime(() => unitStats(many))).toBeLessThan(200)
})

describe.skipIf(!SOFFICE)('LibreOffice', () => {
  test('shows the same cells', { timeout: 130_000 }, async () => {
    const bytes = await make(ISSUES)
    const csv = convert('list.xlsx', bytes, 'csv', { out: 'Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false' })
    const seen = Papa.parse<string[]>(new TextDecoder('utf-8', { fatal: true }).decode(csv), { delimiter: ',', skipEmptyLines: true }).data
    const ours = (await readXlsx(bytes)).sheets[0]?.rows.map((row) => row.map((cell) => cell ?? ''))
    expect(seen.slice(1)).toEqual(ours?.slice(1))
  })

  test('keeps pictures, links, the choice and the filter when it saves the list', { timeout: 130_000 }, async () => {
    const saved = convert('list.xlsx', await make(ISSUES), 'xlsx')
    const [list] = (await readXlsx(saved, { readStyles: true })).sheets
    expect(list?.images).toHaveLength(2)
    expect(list?.cells?.get('2,1')?.hyperlink?.target).toBe('https://www.qinghe.gov.cn/jydt/index.html')
    expect(list?.dataValidations?.[0]?.values).toEqual(Object.values(WORDS.sheet.state))
    expect(list?.autoFilter?.range.replaceAll('$', '')).toBe('A2:O5')
  })
})
