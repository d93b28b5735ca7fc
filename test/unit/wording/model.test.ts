import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PACKS } from '../../../assets/packs/index.ts'
import { loadPacks } from '../../../utils/wording/index.ts'
import { createModelChecker, loadModel, mergeSuspicions } from '../../../utils/wording/model/index.ts'
import type { Suspicion } from '../../../utils/types/wording.ts'

const bytes = readFileSync(new URL('../../../assets/model/wording.bin', import.meta.url))
const model = loadModel(bytes)
const { packs } = loadPacks(PACKS)
const checker = createModelChecker(model, packs)
const rules = packs.flatMap((pack) => pack.rules).filter(({ kind }) => kind === 'model')
const textOf = (fixture: string | { text: string }): string => typeof fixture === 'string' ? fixture : fixture.text

describe.each(rules)('$id', (rule) => {
  test.each(rule.fixtures.hit.map(textOf))('hits %s', (text) => {
    const hits = checker.suspects(text).filter((one) => one.rule === rule.id)
    expect(hits).toHaveLength(1)
    expect(hits[0]!.severity).toBe('doubtful')
    expect(hits[0]!.confidence).toBeGreaterThan(0.3)
    expect(hits[0]!.confidence).toBeLessThan(1)
  })
  test.each(rule.fixtures.miss.map(textOf))('leaves %s alone', (text) => {
    expect(checker.suspects(text)).toEqual([])
  })
})

test('the asset is within its size: 8 MB, and reads as what was written', () => {
  expect(bytes.length).toBeLessThan(8_000_000)
  expect(model.codes.length).toBeGreaterThan(8000)
})

test.each([
  ['empty', new Uint8Array(0)],
  ['another file', new Uint8Array(4096)],
  ['cut short', new Uint8Array(bytes.subarray(0, bytes.length - 10))],
])('refuses an asset that is %s', (_, asset) => {
  expect(() => loadModel(asset)).toThrow(/language model/)
})

describe('what is found', () => {
  test('suggestion and offsets lead to the right text', () => {
    const text = '要进一步优化营商环竟，提升服务水平。'
    const [hit] = checker.suspects(text)
    expect(text.slice(hit!.start, hit!.end)).toBe('竟')
    expect(text.slice(0, hit!.start) + hit!.suggestion! + text.slice(hit!.end)).toBe('要进一步优化营商环境，提升服务水平。')
  })

  test('zero-width characters move no offset', () => {
    const text = '优化\u200b营商环\u200b竟，\u200b提升服务水平。'
    const [hit] = checker.suspects(text)
    expect(text.slice(hit!.start, hit!.end)).toBe('竟')
  })

  test('several slips near each other are all found', () => {
    const found = checker.suspects('各部门要密切配和，加强组织领到，确保各项任务落实道位。')
    expect(found.map(({ quote, suggestion }) => `${quote}${suggestion}`)).toEqual(['和合', '到导', '道到'])
  })

  test('a missing character in a long word', () => {
    const found = checker.suspects('要完善社会障体系。')
    expect(found.map(({ quote, suggestion }) => [quote, suggestion])).toEqual([['社会障', '社会保障']])
  })
})

test('a little-known place is no slip for another, a well-known one is', () => {
  const found = (text: string) => createModelChecker(model, packs, { level: 'full' }).suspects(text).map(({ suggestion }) => suggestion)
  for (const text of ['青禾县财政局关于公布名单的通知', '到南坪镇调研', '青禾县气象台发布预警']) expect(found(text)).toEqual([])
  expect(found('我市与广洲市签订协议')).toEqual(['州'])
})

describe('levels', () => {
  const text = '现场会上，各单位交流了经念做法，并就下一步工作进行了部署安牌。'
  const counts = (['strict', 'balanced', 'full'] as const).map((level) => createModelChecker(model, packs, { level }).suspects(text).length)
  test('looser levels find at least as much', () => {
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
    expect(counts[2]).toBeGreaterThan(0)
  })
})

describe('what is the office’s own', () => {
  const text = '沿线各村优化营商环竟，提升服务水平。'
  test('an ignored phrase around it silences it; one beside it does not', () => {
    expect(createModelChecker(model, packs, { ignores: { phrases: ['营商环竟'] } }).suspects(text)).toEqual([])
    expect(createModelChecker(model, packs, { ignores: { phrases: ['营商'] } }).suspects(text)).toHaveLength(1)
  })
  test('a name of the roster is right as it stands', () => {
    expect(createModelChecker(model, packs, { ownNames: ['优化营商环竟办公室'] }).suspects('优化营商环竟办公室发布通知')).toEqual([])
  })
  test('an ignored rule is silent', () => {
    expect(createModelChecker(model, packs, { ignores: { rules: ['model'] } }).suspects(text)).toEqual([])
  })
  test('a word that the page writes again and again is its own', () => {
    const blocks = (times: number) => Array.from({ length: times }, (_, id) => ({ id, text: `第${id}次优化营商环竟会议。`, role: 'body' as const }))
    const hits = (times: number) => [...checker.suspectsOnPage(blocks(times)).values()].flat().length
    expect(hits(2)).toBe(2)
    expect(hits(5)).toBe(0)
  })
})

describe('text that is not simplified Chinese prose', () => {
  test.each([
    ['traditional', '為進一步優化營商環境，縣政府辦公室現將有關事項通知如下，請認真貫徹執行。'],
    ['English', 'The county government has published a notice on water supply.'],
    ['Japanese', 'これは県の水道についてのお知らせです。詳しくは窓口までお問い合わせください。'],
    ['Tibetan', 'བོད་ལྗོངས་ཀྱི་སྲིད་གཞུང་གི་གསལ་བསྒྲགས་ཡིན།'],
    ['rare characters', '𠀀𠀁𪚥㐀㐁㙍'],
    ['nothing', ''],
  ])('%s is left alone', (_, text) => {
    expect(checker.suspects(text)).toEqual([])
  })
  test('surrogate pairs in prose move no offset', () => {
    const text = '𠮷林镇优化营商环竟。'
    const [hit] = checker.suspects(text)
    expect(text.slice(hit!.start, hit!.end)).toBe('竟')
  })
})

test('where a rule sees the same, the rule’s word stands', () => {
  const at = (rule: string, start: number, end: number) => ({ rule, start, end }) as Suspicion
  const merged = mergeSuspicions([at('phrases/words', 4, 6)], [at('model/sound', 5, 6), at('model/sound', 9, 10)])
  expect(merged.map(({ rule, start }) => [rule, start])).toEqual([['phrases/words', 4], ['model/sound', 9]])
})
