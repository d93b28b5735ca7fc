import { describe, expect, test } from 'vitest'
import { PACKS } from '../../../assets/packs/index.ts'
import type { CheckContext } from '../../../utils/checks/check.ts'
import { textCheckOf, wordingCheck } from '../../../utils/checks/wording.ts'
import type { PageReading, TextBlock } from '../../../utils/types/reading.ts'
import type { Suspicion } from '../../../utils/types/wording.ts'
import { createWordingChecker, loadPacks } from '../../../utils/wording/index.ts'

const checker = createWordingChecker(loadPacks(PACKS).packs, { ownNames: ['青禾县人民政府'] })

function page(blocks: (string | Partial<TextBlock>)[], day: string | null = '2026-11-02'): PageReading {
  return {
    url: 'https://www.qinghe.example/a.html',
    title: '通知',
    kind: 'article',
    publication: day === null ? null : { day, source: 'visible', quote: day, confidence: 1 },
    blocks: blocks.map((block, id) => ({ id, text: '', selector: `p:nth-child(${id + 1})`, role: 'body', ...(typeof block === 'string' ? { text: block } : block) })),
  } as unknown as PageReading
}

function run(reading: PageReading, checkText: CheckContext['checkText'] = textCheckOf(checker)) {
  return wordingCheck.run(reading, { checkText } as unknown as CheckContext)
}

describe('what a demonstration county plants', () => {
  const planted: [string, string, string][] = [
    ['中华人民共合国成立以来，全县经济持续发展。', 'protected/state', '中华人民共合国'],
    ['请到县国土资源局一楼窗口办理。', 'renamed/local-2018', '县国土资源局'],
    ['截止2026年6月30日，已办结三十二件。', 'phrases/until-date', '截止'],
    ['各单位要再接再励，确保完成任务。', 'phrases/fixed', '再接再励'],
    ['定于2026年2月30日召开会议。', 'forms/date-exists', '2026年2月30日'],
    ['时间：2026年11月2日（星期三）上午9时。', 'forms/weekday', '2026年11月2日（星期三）'],
    ['这是全县的的重点工作。', 'phrases/doubled-character', '的的'],
    ['现将《青禾县供水管理办法印发给你们。', 'forms/title-marks', '《青禾县供水管理办法印发给你们'],
    ['青政发[2026]12号', 'forms/document-number', '[2026]12号'],
    ['联系人：XXX，电话另行通知，待补充。', 'forms/placeholder', 'XXX'],
    ['青和县人民政府办公室', 'protected/own-names', '青和县人民政府'],
  ]
  test.each(planted)('%s', (text, rule, quote) => {
    expect(run(page([text])).map(({ check, evidence }) => [check, evidence])).toContainEqual([`wording/${rule}`, quote])
  })
})

test('an anchor leads back to the words in their block', () => {
  const text = '各乡镇人民政府：\n请于4月31日前报送，逾期不予受理。'
  const [found] = run(page(['前一段。', text]))
  expect(found!.anchor).toEqual({
    quote: '4月31日', prefix: '各乡镇人民政府：\n请于', suffix: '前报送，逾期不予受理。', start: text.indexOf('4月31日'), selector: 'p:nth-child(2)',
  })
  expect(found!.says).toEqual({ key: 'wording.says', params: { text: '“4月31日”这个日期不存在。' } })
})

describe('personal data', () => {
  const row = '序号\t姓名\t身份证号\t手机\n1\t赵某甲\t11010519491231002X\t13800001234\n2\t钱某乙\t110105194912310054\t13900005678'
  const findings = run(page([row]))

  test('numbers in a table beside names are found', () => {
    expect(findings.map(({ check }) => check)).toEqual([
      'wording/privacy/id-number', 'wording/privacy/mobile', 'wording/privacy/id-number', 'wording/privacy/mobile',
    ])
  })

  test('nothing personal is kept in a finding', () => {
    const kept = JSON.stringify(findings)
    expect(kept).not.toMatch(/19491231|13800001234|13900005678|赵某甲|钱某乙/)
    expect(findings[0]!.evidence).toBe('11*************02X')
  })

  test('the anchor still finds the place', () => {
    const { start, quote } = findings[0]!.anchor!
    expect(row.slice(start, start + quote.length)).toBe('11010519491231002X')
  })
})

test('the same words are listed three times and counted', () => {
  const findings = run(page(Array.from({ length: 8 }, () => '要再接再励。')))
  expect(findings).toHaveLength(3)
  expect(findings[0]!.says).toEqual({ key: 'wording.says-more', params: { text: '“再接再励”是固定词语的误写，应为“再接再厉”。', more: 5 } })
  expect(findings[1]!.says.key).toBe('wording.says')
})

test('ten thousand hits: 300 are listed, all are counted', () => {
  const checkText = (block: TextBlock): Suspicion[] => Array.from({ length: 10_000 }, (_, at): Suspicion => ({
    rule: 'test/many', severity: 'minor', start: at, end: at + 1, quote: `第${at}`, suggestion: null, says: '测', basis: '据', confidence: 1,
  })).filter(() => block.id === 0)
  const findings = run(page(['一'.repeat(10_000)]), checkText)
  expect(findings).toHaveLength(301)
  expect(findings.at(-1)!.says).toEqual({ key: 'wording.limit', params: { all: 10_000, shown: 300 } })
})

describe('names of attachments', () => {
  const link = (text: string, file: string) => ({ tag: 'a', raw: file, href: `https://www.qinghe.example/${encodeURI(file)}`, text, visible: true, handled: false, anchor: { quote: '', prefix: '', suffix: '', start: 0, selector: 'p>a' } })
  const run2 = (links: unknown[], blocks: string[] = []) => run({ ...page(blocks), links } as unknown as PageReading).map(({ check, evidence, anchor }) => [check, evidence, anchor?.selector])
  test('a file that the page does not name is told at its link', () => {
    expect(run2([link('附件下载', 'P0/青禾县人民政府关于贯彻落时会议精神的通知.docx')])).toEqual([['wording/phrases/fixed', '贯彻落时', 'p>a']])
  })
  test('one that stands in the text is told there, once', () => {
    expect(run2([link('贯彻落时.pdf', '贯彻落时.pdf')], ['附件：贯彻落时.pdf'])).toEqual([['wording/phrases/fixed', '贯彻落时', 'p:nth-child(1)']])
  })
  test.each(['a/W020261120.pdf', 'a/%B9%AB.doc', 'list.html', 'a/贯彻落时.html'])('nothing is made of %s', (file) => {
    expect(run2([{ ...link('附件', 'x.doc'), href: `https://www.qinghe.example/${file}` }])).toEqual([])
  })
})

test('serious wording falls under the veto indicator, personal data under its own', () => {
  const findings = run(page(['中华人民共合国', '身份证号：11010519491231002X']))
  expect(findings.map(({ severity, indicator }) => [severity, indicator])).toEqual([['serious', 'W-V1.1'], ['serious', 'L-07']])
})

test('renamed organs are silent on pages of before the change, and without a day', () => {
  const text = '请到县国土资源局一楼窗口办理。'
  expect(run(page([text], '2017-05-01'))).toEqual([])
  expect(run(page([text], null))).toEqual([])
  expect(run(page([{ text, role: 'footer' }], null))).toHaveLength(1)
})

test('rules of the whole page are told once', () => {
  const findings = run(page(['会议强调,要抓落实,要见成效。', '一、总则', '三、附则']))
  expect(findings.map(({ check }) => check)).toEqual(['wording/forms/half-width', 'wording/forms/numbering'])
})
