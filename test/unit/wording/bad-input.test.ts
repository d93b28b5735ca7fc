import { describe, expect, test } from 'vitest'
import { PACKS } from '../../../assets/packs/index.ts'
import { createWordingChecker, loadPacks } from '../../../utils/wording/index.ts'
import { whyUnsafe } from '../../../utils/wording/pattern-safety.ts'

const { packs } = loadPacks(PACKS)
const checker = createWordingChecker(packs)
const ABOUT = { pageDay: '2026-11-20', kind: 'article', role: 'body' } as const
const RULE = {
  id: 'own/one', kind: 'phrase', severity: 'minor', says: '“{quote}”有误。', basis: '本单位', entries: [['错词', '对词']],
  fixtures: { hit: ['错词一', '错词二'], miss: ['对词一', '对词二'] },
}
const PACK = { id: 'own', name: '自有', version: '1', date: '2026-11-20', rules: [RULE] }

describe('packs', () => {
  test('a broken rule is named and the rest works', () => {
    const rules = [RULE, { ...RULE, id: 'own/two', severity: 'terrible' }, { ...RULE, id: 'own/three', fixtures: { hit: [], miss: [] } }, null, 7]
    const { packs, broken } = loadPacks([{ ...PACK, rules }])
    expect(packs[0]!.rules.map(({ id }) => id)).toEqual(['own/one'])
    expect(broken.map(({ pack, rule }) => [pack, rule])).toEqual([['own', 'own/two'], ['own', 'own/three'], ['own', '#4'], ['own', '#5']])
    for (const { why } of broken) expect(why).not.toBe('')
  })
  test.each([[null], [7], ['pack'], [{}], [{ id: 'Own' }], [{ ...PACK, date: 'today' }]])('%j is no pack', (raw) => {
    const { packs, broken } = loadPacks([raw, PACK])
    expect(packs).toHaveLength(1)
    expect(broken).toHaveLength(1)
    expect(broken[0]!.rule).toBeNull()
  })
  test('the same rule id twice: the second is refused', () => {
    expect(loadPacks([PACK, { ...PACK, id: 'other' }]).broken).toEqual([{ pack: 'other', rule: 'own/one', why: 'rule id seen before' }])
  })
  test.each([
    ['(a+)+$'], ['(a|aa)+$'], ['(?:x*)*y'], ['(\\w+\\s?){2,}$'], ['(a)\\1'], ['.*.*.*x'], ['(['], ['a'.repeat(501)],
  ])('a pattern that may hang or does not read is refused: %s', (pattern) => {
    const { packs, broken } = loadPacks([{ ...PACK, rules: [{ ...RULE, kind: 'pattern', pattern, entries: undefined }] }])
    expect(packs[0]!.rules).toEqual([])
    expect(broken).toHaveLength(1)
  })
  test.each(['[0-9]{4}年', '(?<=《)[^》]{1,20}(?=》)', '截止(?=到?\\d{4}年)', '\\u4e00+'])('a plain pattern is let in: %s', (pattern) => {
    expect(whyUnsafe(pattern)).toBeNull()
  })
})

describe('texts', () => {
  test('a million characters without punctuation', () => {
    const text = '青禾县人民政府办公室关于做好今冬明春农田水利建设工作的通知'.repeat(35_000).slice(0, 1_000_000)
    const start = performance.now()
    expect(checker.check(text, ABOUT).length).toBeLessThan(40_000)
    expect(performance.now() - start).toBeLessThan(30_000)
  }, 60_000)
  test('ten thousand hits are all found', () => {
    expect(checker.check('要再接再励。'.repeat(10_000), ABOUT)).toHaveLength(10_000)
  }, 60_000)
  test.each([
    ['English', 'The county office is closed on 2026-02-30, call 13800001234.'.replace('2026-02-30, call 13800001234', 'Monday')],
    ['Japanese', 'これは県庁からのお知らせです。。。くわしくは窓口までお問い合わせください、、'],
    ['Uyghur', 'بۇ ناھىيىلىك ھۆكۈمەتنىڭ ئۇقتۇرۇشى'],
    ['Yi', 'ꆏꌠꉙꏿꆀꑭꆏꌠꉙꏿ'],
    ['traditional', '為進一步優化營商環境，縣政府辦公室現將有關事項通知如下。'],
    ['rare and outside the first plane', '𠀀𠀁𪚥㐀㐁㙍，𬌗。'],
    ['one character', '的'],
    ['half a surrogate', '前\ud842后'],
    ['only spaces', '　 \u00a0\n\t'],
  ])('%s is told apart, not flagged', (_, text) => {
    expect(checker.check(text, ABOUT)).toEqual([])
  })
})

describe('ignoring', () => {
  const text = '青何县青何镇要再接再励。'
  const own = { ...PACK, rules: [{ ...RULE, entries: [['青何', '青禾'], ['再接再励', '再接再厉']] }] }
  const found = (ignores: { rules?: string[]; phrases?: string[] }) =>
    createWordingChecker(loadPacks([own]).packs, { ignores }).check(text, ABOUT).map(({ start }) => start)
  test.each([
    [{}, [0, 3, 7]],
    [{ phrases: ['青何镇'] }, [0, 7]],
    [{ phrases: ['青何'] }, [7]],
    [{ phrases: ['何县'] }, [0, 3, 7]],
    [{ phrases: ['青何县青何镇要再接再励'] }, []],
    [{ phrases: ['青\u200b何镇'] }, [0, 7]],
    [{ rules: ['own/one'] }, []],
    [{ rules: ['own'] }, []],
  ])('%j leaves %j', (ignores, starts) => {
    expect(found(ignores)).toEqual(starts)
  })
})

test('an ignored phrase silences rules where unseen characters stand in the text', () => {
  const found = (text: string) => createWordingChecker(packs, { ignores: { phrases: ['再接再励'] } }).check(text, ABOUT)
  expect(found('要再\u200b接再励。')).toEqual([])
  expect(found('要再\u200b接再励，贯彻落时。')).toHaveLength(1)
})

describe('what the office’s own list calls right', () => {
  const found = (text: string) => createWordingChecker([...packs, ...loadPacks([own]).packs], { rightWords: ['恰谈中心', '错词'] }).check(text, ABOUT).map(({ rule }) => rule)
  const own = { ...PACK, id: 'office', rules: [{ ...RULE, id: 'office/general' }] }
  test('is wrong to no shipped rule', () => {
    expect(found('到恰谈中心恰谈')).toEqual(['phrases/words'])
    expect(found('到恰谈\u200b中心')).toEqual([])
  })
  test('stays wrong where the list itself says so, and personal data stays personal', () => {
    expect(found('这是错词')).toEqual(['office/general'])
  })
})

test('words set with spaces between, and unseen characters, are read as one', () => {
  const text = '中　华　人　民　共　合　国\n要再\u200b接再励'
  const hits = checker.check(text, ABOUT)
  expect(hits.map(({ rule }) => rule)).toEqual(['protected/state', 'phrases/fixed'])
  expect(text.slice(hits[0]!.start, hits[0]!.end)).toBe('中　华　人　民　共　合　国')
  expect(text.slice(hits[1]!.start, hits[1]!.end)).toBe('再\u200b接再励')
})
