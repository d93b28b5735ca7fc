import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWordingChecker } from '../../../utils/wording/index.ts'
import { readWordList, wordListPack, writeWordList, type ListedWord } from '../../../utils/wording/word-list.ts'

const TEXTS = { name: '本单位词库', says: '“{quote}”应为“{right}”。{note}', basis: '本单位词库' }
const ABOUT = { pageDay: null, kind: 'article', role: 'body' } as const

describe('reading', () => {
  const expected: ListedWord[] = [
    { wrong: '青何县', right: '青禾县', severity: 'serious', note: '县名' },
    { wrong: '石桥弯镇', right: '石桥湾镇', severity: 'general', note: '' },
  ]
  test.each([
    ['commas', '错误,正确,级别,说明\n青何县,青禾县,严重,县名\n石桥弯镇,石桥湾镇,,\n'],
    ['tabs', '错误\t正确\t级别\t说明\n青何县\t青禾县\t严重\t县名\n石桥弯镇\t石桥湾镇\t一般\t\n'],
    ['bars', '错误|正确|级别|说明\n青何县|青禾县|严重|县名\n石桥弯镇|石桥湾镇|一般|\n'],
    ['no header', '青何县,青禾县,严重,县名\n石桥弯镇,石桥湾镇\n'],
    ['another order', '级别,说明,正确,错误\n严重,县名,青禾县,青何县\n一般,,石桥湾镇,石桥弯镇\n'],
    ['a mark at the start and Windows lines', '\ufeff错误,正确,级别,说明\r\n青何县,青禾县,严重,县名\r\n石桥弯镇,石桥湾镇,一般,\r\n'],
  ])('%s', (_, csv) => {
    expect(readWordList(csv)).toEqual({ words: expected, bad: [] })
  })

  test('a bad line is named, the rest is used', () => {
    const { words, bad } = readWordList('错误,正确,级别,说明\n好,坏,一般,\n,空,一般,\n青何县,青禾县,很严重,\n青河县,青河县,一般,\n甲乙丙,甲乙丁,轻微,\n甲乙丙,甲乙戊,轻微,\n')
    expect(words.map(({ wrong }) => wrong)).toEqual(['甲乙丙'])
    expect(bad).toEqual([
      { line: 2, why: 'too-short' }, { line: 3, why: 'no-word' }, { line: 4, why: 'unknown-level' }, { line: 5, why: 'same' }, { line: 7, why: 'twice' },
    ])
  })

  test('what is written reads the same again', () => {
    const word = fc.string({ unit: fc.constantFrom('青', '禾', '县', '"', ',', '，', '|', ' ', '中', '文'), minLength: 2, maxLength: 8 })
      .map((text) => `字${text.trim()}字`)
    const listed = fc.record({ wrong: word, right: word.map((text) => `${text}正`), severity: fc.constantFrom('serious', 'general', 'minor', 'doubtful'), note: word })
    fc.assert(fc.property(fc.uniqueArray(listed, { selector: ({ wrong }) => wrong, maxLength: 12 }), (words) => {
      expect(readWordList(writeWordList(words as ListedWord[]))).toEqual({ words, bad: [] })
    }))
  })

  test('what is disarmed for spreadsheets reads the same again', () => {
    const word = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', "'", '＝', '青', '禾'), minLength: 2, maxLength: 6 })
    const listed = fc.record({ wrong: word, right: word.map((text) => `${text}正`), severity: fc.constant('general'), note: word })
    fc.assert(fc.property(fc.uniqueArray(listed, { selector: ({ wrong }) => wrong, maxLength: 8 }), (words) => {
      expect(readWordList(writeWordList(words as ListedWord[]))).toEqual({ words, bad: [] })
    }))
  })

  test('a formula is written as text', () => {
    expect(writeWordList([{ wrong: '=1+1的', right: '二的', severity: 'minor', note: '' }])).toContain("'=1+1的")
  })
})

describe('as a pack', () => {
  test('finds its words with its own sentence and severity', () => {
    const pack = wordListPack(readWordList('青何县,青禾县,严重,县名写错。\n好多,许多,轻微,').words, '2026-11-20', TEXTS)
    const hits = createWordingChecker([pack]).check('青何县有好多山。', ABOUT)
    expect(hits.map(({ rule, severity, says, suggestion }) => ({ rule, severity, says, suggestion }))).toEqual([
      { rule: 'office/serious', severity: 'serious', says: '“青何县”应为“青禾县”。县名写错。', suggestion: '青禾县' },
      { rule: 'office/minor', severity: 'minor', says: '“好多”应为“许多”。', suggestion: '许多' },
    ])
  })

  test('a wrong word inside the right one is no mistake', () => {
    const pack = wordListPack(readWordList('政务中心,政务服务中心\n禾县,青禾县').words, '2026-11-20', TEXTS)
    expect(createWordingChecker([pack]).check('到青禾县政务服务中心办理', ABOUT)).toEqual([])
    expect(createWordingChecker([pack]).check('到禾县政务中心办理', ABOUT)).toHaveLength(2)
  })

  test('a hundred thousand lines', () => {
    const csv = Array.from({ length: 100_000 }, (_, i) => `错${i}字,对${i}字,一般,第${i}条`).join('\n')
    const { words, bad } = readWordList(csv)
    expect([words.length, bad.length]).toEqual([100_000, 0])
    const checker = createWordingChecker([wordListPack(words, '2026-11-20', TEXTS)])
    expect(checker.check('这里错77777字，那里错5字。', ABOUT).map(({ suggestion }) => suggestion)).toEqual(['对77777字', '对5字'])
  }, 60_000)
})
