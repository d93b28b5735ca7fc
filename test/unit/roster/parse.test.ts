import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import zh from '../../../assets/locales/zh-CN/roster.json' with { type: 'json' }
import { RosterRefused } from '../../../utils/roster/errors.ts'
import { parseRoster } from '../../../utils/roster/parse.ts'
import { cpuTime } from '../lists/cpu-time.ts'

const HEADER = '单位,单位别名,网站名称,网址,网站标识码,栏目,栏目网址,栏目类别,更新时限（天）,免考核原因'
const parse = (...lines: string[]) => parseRoster(new TextEncoder().encode([HEADER, ...lines].join('\r\n')))
const problems = (...lines: string[]) => parse(...lines).problems.map(({ line, says }) => [line, says.key.replace('roster.problem.', ''), says.params])

function refusal(text: string): RosterRefused {
  try {
    parseRoster(new TextEncoder().encode(text))
  } catch (error) {
    if (error instanceof RosterRefused) return error
    throw error
  }
  throw new Error('was read')
}

describe('a whole roster', () => {
  const LINES = [
    '青禾县人民政府办公室,县政府办,青禾县人民政府门户网站,http://www.qinghe.gov.cn/index.html,3799000001,,,,,',
    '青禾县人民政府办公室,,青禾县人民政府门户网站,www.qinghe.gov.cn,,青禾要闻,/xwzx/qhyw/,动态要闻,14,',
    '青禾县教育和体育局,县教体局、县教育局,青禾县人民政府门户网站,www.qinghe.gov.cn,,招生计划,http://www.qinghe.gov.cn/zsjh,规划计划,,',
    '县教体局,,青禾县人民政府门户网站,,,体育动态,,,７天,',
    ',,政务服务网,zwfw.qinghe.gov.cn,bm14000002,,,,,',
    '青禾县农业农村局,,青禾县农业农村局网站,nyncj.qinghe.gov.cn,,农博会,nyncj.qinghe.gov.cn/nbh/,归档专题,,活动已结束',
    '青禾县档案馆,,,,,,,,,',
  ]

  test('units, sites and columns', () => {
    const { roster, problems, rows, encoding } = parse(...LINES)
    expect(problems).toEqual([])
    expect([rows, encoding]).toEqual([7, 'utf-8'])
    expect(roster.units).toEqual([
      { name: '青禾县人民政府办公室', aliases: ['县政府办'], line: 2 },
      { name: '青禾县教育和体育局', aliases: ['县教体局', '县教育局'], line: 4 },
      { name: '青禾县农业农村局', aliases: [], line: 7 },
      { name: '青禾县档案馆', aliases: [], line: 8 },
    ])
    expect(roster.sites).toEqual([
      { name: '青禾县人民政府门户网站', prefix: 'www.qinghe.gov.cn/', siteIdCode: '3799000001', unitName: '青禾县人民政府办公室', line: 2 },
      { name: '政务服务网', prefix: 'zwfw.qinghe.gov.cn/', siteIdCode: 'bm14000002', unitName: null, line: 6 },
      { name: '青禾县农业农村局网站', prefix: 'nyncj.qinghe.gov.cn/', siteIdCode: null, unitName: '青禾县农业农村局', line: 7 },
    ])
    expect(roster.columns).toEqual([
      { name: '青禾要闻', prefix: 'www.qinghe.gov.cn/xwzx/qhyw/', unitName: '青禾县人民政府办公室', class: 'news', deadlineDays: 14, exemption: null, line: 3 },
      { name: '招生计划', prefix: 'www.qinghe.gov.cn/zsjh/', unitName: '青禾县教育和体育局', class: 'plan', deadlineDays: null, exemption: null, line: 4 },
      { name: '体育动态', prefix: 'www.qinghe.gov.cn/', unitName: '青禾县教育和体育局', class: null, deadlineDays: 7, exemption: null, line: 5 },
      { name: '农博会', prefix: 'nyncj.qinghe.gov.cn/nbh/', unitName: '青禾县农业农村局', class: 'archive', deadlineDays: null, exemption: '活动已结束', line: 7 },
    ])
  })

  test('the same from GBK, semicolons, another order, half-width brackets and further columns', () => {
    const order = [9, 5, 0, 1, 2, 3, 4, 6, 7, 8]
    const header = '备注;免考核原因;栏目名称;单位*;别名;网站名称;网址;网站标识码;栏目网址;栏目类别; 更新时限 (天) '
    const lines = LINES.map((line) => ['甲', ...order.map((at) => line.split(',')[at])].join(';'))
    const bytes = iconv.encode([header, ...lines].join('\r\n'), 'gbk')
    const other = parseRoster(bytes)
    expect(other.encoding).toBe('gb18030')
    expect({ ...other, encoding: '' }).toEqual({ ...parse(...LINES), encoding: '' })
  })

  test('a portal whose columns belong to several units belongs to none; one named after its only unit is its', () => {
    const { roster } = parse(
      '甲局,,门户,www.qinghe.gov.cn,,一,/a/,,,', '乙局,,门户,www.qinghe.gov.cn,,二,/b/,,,',
      '丙局,丙所,丙所网站,c.qinghe.gov.cn,,一,/a/,,,',
      '丁局,,丁局网站,d.qinghe.gov.cn,,一,/a/,,,', ',,丁局网站,d.qinghe.gov.cn,,,,,,',
      '戊局,,旅游网,e.qinghe.gov.cn,,一,/a/,,,',
    )
    expect(roster.sites.map(({ unitName }) => unitName)).toEqual([null, '丙局', null, null])
  })

  test('a title above the header does no harm', () => {
    const text = `青禾县政府网站台账底册,,\r\n\r\n${HEADER}\r\n甲局,,,,,,,,,`
    expect(parseRoster(new TextEncoder().encode(text)).roster.units).toEqual([{ name: '甲局', aliases: [], line: 4 }])
  })
})

describe('what is wrong with a row is named with its number', () => {
  test.each<[string, string[], unknown[]]>([
    ['no unit and no address', ['甲局,,,,,,,,,', ',,,,,,,,14,'], [[3, 'empty-row', { line: 3 }]]],
    ['no web address', ['甲局,,甲网,见附件,,,,,,'], [
      [2, 'bad-address', { line: 2, field: '网址', value: '见附件' }],
      [2, 'site-without-address', { line: 2, name: '甲网' }],
    ]],
    ['no web address of a column', ['甲局,,,a.gov.cn,,一,javascript:;,,,'], [[2, 'bad-address', { line: 2, field: '栏目网址', value: 'javascript:;' }]]],
    ['a column that cannot be found', ['甲局,,,,,一,,,,'], [[2, 'column-without-address', { line: 2, name: '一' }]]],
    ['an address that names no column', ['甲局,,,,,,a.gov.cn/b/,,,'], [[2, 'address-without-column', { line: 2 }]]],
    ['a code that a spreadsheet spoilt', ['甲局,,甲网,a.gov.cn,3.799E+09,,,,,'], [[2, 'bad-code', { line: 2, value: '3.799E+09' }]]],
    ['an unknown class', ['甲局,,,,,教育动态,a.gov.cn/b/,一类,,'], [[2, 'bad-class', { line: 2, value: '一类' }]]],
    ['no number of days', ['甲局,,,,,一,a.gov.cn/b/,,很快,'], [[2, 'bad-days', { line: 2, value: '很快' }]]],
    ['0 days', ['甲局,,,,,一,a.gov.cn/b/,,0,'], [[2, 'bad-days', { line: 2, value: '0' }]]],
    ['one site, two units', ['甲局,,甲网,http://a.gov.cn,,,,,,', '乙局,,甲网,a.gov.cn/index.html,,,,,,'], [
      [3, 'two-owners', { line: 3, first: 2, address: 'a.gov.cn/', owner: '甲局', other: '乙局' }],
    ]],
    ['one column, two units', ['甲局,,,,,一,a.gov.cn/b,,,', '乙局,,,,,一,https://A.gov.cn/b/,,,'], [
      [3, 'two-owners', { line: 3, first: 2, address: 'a.gov.cn/b/', owner: '甲局', other: '乙局' }],
    ]],
    ['one site, two names and codes', ['甲局,,甲网,a.gov.cn,3799000001,,,,,', '甲局,,乙网,a.gov.cn,3799000002,,,,,'], [
      [3, 'site-says-otherwise', { line: 3, first: 2, address: 'a.gov.cn/', field: '网站名称' }],
      [3, 'site-says-otherwise', { line: 3, first: 2, address: 'a.gov.cn/', field: '网站标识码' }],
    ]],
    ['one column, two deadlines', ['甲局,,,,,一,a.gov.cn/b/,,7,', '甲局,,,,,一,a.gov.cn/b/,,14,'], [
      [3, 'column-says-otherwise', { line: 3, first: 2, address: 'a.gov.cn/b/', field: '更新时限（天）' }],
    ]],
    ['an alias of two units', ['甲局,办公室,,,,,,,,', '乙局,办公室,,,,,,,,'], [[3, 'alias-taken', { line: 3, alias: '办公室', owner: '甲局', other: '乙局' }]]],
    ['a quote without its pair', ['甲局,,,,,,,,,', '"乙局,,,,,,,,,'], [
      [3, 'quote', { line: 3 }],
    ]],
    ['an endless name', [`${'长'.repeat(201)},,,,,,,,,`], [[2, 'too-long', { line: 2, field: '单位', limit: 200 }]]],
  ])('%s', (_, lines, expected) => {
    expect(problems(...lines)).toEqual(expected)
  })

  test('and the rest of the row is read', () => {
    const { roster } = parse('甲局,,甲网,a.gov.cn,错,教育动态,/b/,一类,很快,')
    expect(roster.sites).toMatchObject([{ prefix: 'a.gov.cn/', siteIdCode: null }])
    expect(roster.columns).toMatchObject([{ prefix: 'a.gov.cn/b/', class: null, deadlineDays: null }])
  })

  test('the first row of two keeps the address', () => {
    const { roster } = parse('甲局,,甲网,a.gov.cn,,,,,,', '乙局,,甲网,a.gov.cn,,,,,,')
    expect(roster.sites).toMatchObject([{ unitName: '甲局', line: 2 }])
    expect(roster.units.map(({ name }) => name)).toEqual(['甲局', '乙局'])
  })
})

describe('gaps are no problems', () => {
  test.each([
    ['无', '甲局,,甲网,a.gov.cn,无,一,/b/,,—,无'],
    ['blank rows', '甲局,,甲网,a.gov.cn,,一,/b/,,,\r\n\r\n,,,,,,,,,'],
    ['repeated rows', '甲局,,甲网,a.gov.cn,,一,/b/,,,\r\n甲局,,甲网,a.gov.cn,,一,/b/,其他,,'],
    ['a row shorter than the header', '甲局,,甲网,a.gov.cn,,一,/b/'],
  ])('%s', (_, line) => {
    const { roster, problems } = parse(line)
    expect(problems).toEqual([])
    expect(roster.columns).toMatchObject([{ name: '一', prefix: 'a.gov.cn/b/', deadlineDays: null, exemption: null }])
  })
})

test('formulas are data, and a leading quote mark of our own export is taken back', () => {
  const { roster, problems } = parse('"=HYPERLINK(""http://evil.example"",""点此"")","\'=1+1、@甲",,,,,,,,', "'-减号局,,,,,,,,,")
  expect(problems).toEqual([])
  expect(roster.units).toEqual([
    { name: '=HYPERLINK("http://evil.example","点此")', aliases: ['=1+1', '@甲'], line: 2 },
    { name: '-减号局', aliases: [], line: 3 },
  ])
})

describe('refused', () => {
  test('without the column 单位, named', () => {
    const { reason, says } = refusal('网站名称,网址\n甲网,a.gov.cn')
    expect(reason).toBe('missing-field')
    expect(says).toEqual({ key: 'roster.refused.missing-field', params: { fields: '单位', header: HEADER.replaceAll(',', '、') } })
  })

  test.each([
    ['only a header', HEADER, 'no-rows'],
    ['a header and blank rows', `${HEADER}\r\n,,,\r\n`, 'no-rows'],
    ['nothing', '', 'empty'],
    ['a web page', '<html><body>单位</body></html>', 'missing-field'],
  ])('%s', (_, text, reason) => {
    expect(refusal(text).reason).toBe(reason)
    expect(Object.keys(zh.refused)).toContain(reason)
  })
})

test('5,000 rows are read within a second', () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `青禾县第${n % 60}局,第${n % 60}局,门户${n % 40},w${n % 40}.qinghe.gov.cn,,栏目${n},/a/c${n}/,通知公告,180,`)
  expect(cpuTime(() => parse(...lines))).toBeLessThan(1000)
  const { roster, problems } = parse(...lines)
  expect([roster.units.length, roster.sites.length, roster.columns.length, problems.length]).toEqual([60, 40, 5000, 0])
})
