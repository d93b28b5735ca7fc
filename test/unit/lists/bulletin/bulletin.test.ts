import mammoth from 'mammoth'
import { describe, expect, test } from 'vitest'
import { bulletin } from '../../../../utils/lists/bulletin/bulletin.ts'
import { bulletinFacts, type BulletinInput, type CheckedAccount, type CheckedSite } from '../../../../utils/lists/bulletin/facts.ts'
import { rateOf } from '../../../../utils/lists/bulletin/sentences.ts'
import { ranges, sourcesOf } from '../../../../utils/lists/bulletin/sources.ts'
import { zeroUpdates } from '../../../../utils/lists/bulletin/zero.ts'
import { issue } from '../make-issue.ts'
import { convert, SOFFICE } from '../soffice.ts'

const site = (name: string, given: Partial<CheckedSite> = {}): CheckedSite => ({ name, unit: `${name}主办单位`, pages: 5, vetoes: [], pending: false, ...given })
const account = (name: string, given: Partial<CheckedAccount> = {}): CheckedAccount => ({ name, platform: '微信', owner: '青禾县融媒体中心', state: 'fresh', lastUpdate: '2026-12-30', overDays: 0, ...given })

const INPUT: BulletinInput = {
  period: '2026年第四季度', previousPeriod: '2026年第三季度', area: '青禾县', signer: '青禾县人民政府办公室', day: '2026-12-31',
  issues: [
    issue(1), issue(2, { status: 'closed', check: 'links/dead', severity: 'serious' }), issue(3, { status: 'fixed', unitId: 'u2', unitName: '青禾县农业农村局', rebounds: 1 }),
    issue(4, { unitId: null, unitName: '' }), issue(5, { status: 'false-alarm' }), issue(6, { status: 'no-action' }), issue(7, { deletedAt: '2026-12-01T00:00:00Z' }),
  ],
  previous: [issue(101, { status: 'closed' }), issue(102), issue(103, { status: 'fixed' })],
  sites: [site('甲网'), site('乙网', { vetoes: ['栏目不更新', '首页不更新'] }), site('丙网', { pending: true }), site('丁网', { pages: 0 })],
  accounts: [account('青禾发布'), account('青禾教体', { state: 'overdue', lastUpdate: '2026-10-30', overDays: 48 }), account('青禾旧号', { state: 'closed' }), account('青禾旅游', { state: 'unknown', lastUpdate: null })],
  zero: [{ month: '2026-10', units: ['青禾县文化和旅游局'] }, { month: '2026-11', units: [] }],
}

const textOf = async (input: BulletinInput) => (await mammoth.extractRawText({ buffer: Buffer.from((await bulletin(input)).bytes) })).value

describe('the text', () => {
  test('tells sites, accounts, issues and the last period', async () => {
    const text = await textOf(INPUT)
    expect(text).toContain('关于2026年第四季度青禾县政府网站和政务新媒体检查情况的通报')
    expect(text).toContain('检查政府网站3家，占全部4家网站的75%，合格1家，合格率待人工核查后确定。不合格网站为乙网。另有1家网站的部分指标需人工核查')
    expect(await textOf({ ...INPUT, sites: INPUT.sites.filter(({ pending }) => !pending) })).toContain('检查政府网站2家，占全部3家网站的66.7%，合格1家，合格率50%。')
    expect(text).toContain('监测政务新媒体账号2个，占全部3个在用账号的66.7%，按期更新1个，合格率50%。逾期未更新的账号为青禾教体。')
    expect(text).toContain('共发现问题4个，涉及2个单位，其中严重1个、一般3个、轻微0个、存疑0个。截至2026年12月31日，已销号1个，已整改待销号1个，待整改2个，整改率50%。另有1个问题尚未确定责任单位。有1个问题销号后再次出现，涉及青禾县农业农村局。')
    expect(text).toContain('上期（2026年第三季度）共发现问题3个，已整改2个，整改率66.7%。仍有1个问题未整改到位，涉及青禾县教育和体育局。')
    expect(text).toContain('（一）更新不及时。共3个，涉及2个单位：青禾县农业农村局（1个）、青禾县教育和体育局（1个）。主要表现为栏目逾期未更新3个。')
    expect(text).toContain('（二）链接异常。共1个，涉及1个单位：青禾县教育和体育局（1个）。主要表现为死链1个。')
    expect(text).toContain('（此处填写工作要求）')
    expect(text).not.toMatch(/[{}]|undefined|NaN/)
  })

  test('says plainly where nothing is known', async () => {
    const text = await textOf({ ...INPUT, issues: [], previous: [], sites: [], accounts: [], zero: [], area: '', signer: '' })
    for (const sentence of ['关于2026年第四季度政府网站', '没有读网记录', '没有监测政务新媒体账号', '本期没有发现问题。', '上期没有发现问题的记录', '（落款单位）']) expect(text).toContain(sentence)
    expect(text).not.toMatch(/[{}]|undefined|NaN/)
  })

  test('has the annexes: names, counts that add up, accounts, months, sources', async () => {
    const text = await textOf(INPUT)
    const annex = (n: number) => text.slice(text.lastIndexOf(`附件${n}`), n < 5 ? text.lastIndexOf(`附件${n + 1}`) : undefined).split(/\n+/).filter(Boolean)
    expect(annex(1)).toEqual(expect.arrayContaining(['不合格名单', '乙网', '栏目不更新；首页不更新', '青禾教体', '逾期48天未更新（最后更新 2026年10月30日）']))
    expect(annex(2).slice(-6)).toEqual(['合计', '3', '1', '4', '2', '50%'])
    expect(annex(3)).toEqual(expect.arrayContaining(['青禾旧号（微信）', '已注销', '青禾旅游（微信）', '未登记更新时间']))
    expect(annex(4)).toEqual(expect.arrayContaining(['2026年10月', '青禾县文化和旅游局', '2026年11月', '无。']))
    expect(annex(5)).toEqual(expect.arrayContaining(['发现问题', '4', '1—4', '上期未整改', '102']))
  })
})

test('every number of the text is traced to what it was counted from', () => {
  const sources = sourcesOf(bulletinFacts(INPUT))
  for (const { name, count, from } of sources) {
    const parts = from.split(/, |、/)
    const counted = parts.reduce((sum, part) => {
      const [first, last] = part.split('—').map(Number)
      return sum + (last === undefined ? 1 : last - (first ?? 0) + 1)
    }, 0)
    expect([name, counted]).toEqual([name, count])
  }
  expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['发现问题', '已销号', '检查的网站', '逾期账号', '链接异常']))
})

test.each([
  [[3, 1, 2, 7, 9, 10], '1—3, 7, 9, 10'], [[], ''], [[5, 5], '5'], [[1, 2], '1, 2'],
])('%j is written %j', (numbers, expected) => {
  expect(ranges(numbers.map((number) => issue(number)))).toBe(expected)
})

test.each([[0, 0, '—'], [1, 3, '33.3%'], [3, 3, '100%'], [0, 5, '0%'], [199, 200, '99.5%']])('%i of %i is %s', (part, whole, expected) => {
  expect(rateOf(part, whole)).toBe(expected)
})

describe('零更新', () => {
  const months = ['2026-10', '2026-11', '2026-12']
  test.each([
    ['stood still', [{ unit: '甲', seen: '2026-12-05', day: '2026-09-30' }], [['甲'], ['甲'], []]],
    ['updated in October only', [{ unit: '甲', seen: '2026-12-05', day: '2026-10-08' }], [[], ['甲'], []]],
    ['one of two columns moved', [{ unit: '甲', seen: '2026-12-05', day: '2026-09-30' }, { unit: '甲', seen: '2026-12-05', day: '2026-11-02' }], [[], [], []]],
    ['a later update hides what came before', [{ unit: '甲', seen: '2027-01-04', day: '2026-12-20' }], [[], [], []]],
    ['looked at within the month tells nothing of it', [{ unit: '甲', seen: '2026-10-20', day: '2026-09-30' }], [[], [], []]],
    ['no date, no unit', [{ unit: '甲', seen: '2027-01-04', day: null }, { unit: '', seen: '2027-01-04', day: '2026-01-01' }], [[], [], []]],
  ])('%s', (_, seen, expected) => {
    expect(zeroUpdates(seen, months).map(({ units }) => units)).toEqual(expected)
  })
})

test('the same data gives the same bytes', async () => {
  expect(Buffer.compare((await bulletin(INPUT)).bytes, (await bulletin(INPUT)).bytes)).toBe(0)
  expect((await bulletin(INPUT)).name).toBe('通报-2026年第四季度.docx')
})

test.skipIf(!SOFFICE)('LibreOffice opens it', { timeout: 130_000 }, async () => {
  const seen = convert('bulletin.docx', (await bulletin(INPUT)).bytes, 'txt', { out: 'Text (encoded):UTF8' }).toString('utf8')
  for (const words of ['一、总体情况', '二、主要问题', '三、工作要求', '不合格名单', '数据来源']) expect(seen).toContain(words)
})
