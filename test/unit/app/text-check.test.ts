import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import words from '../../../assets/locales/zh-CN/words.json' with { type: 'json' }
import { createTextCheck } from '../../../utils/app/text-check.ts'
import { deleteOwnWords, putOwnWords } from '../../../utils/ledger/own-words.ts'
import { changeSetting } from '../../../utils/ledger/settings.ts'
import { addTexts } from '../../../utils/locale.ts'
import type { OwnWord } from '../../../utils/types/own-word.ts'
import type { PageReading, TextBlock } from '../../../utils/types/reading.ts'
import { testLedger } from '../ledger/kit.ts'

const rule = (id: string, wrong: string, right: string, more = {}) => ({
  id, kind: 'phrase', severity: 'general', says: '“{quote}”应为“{right}”。', basis: '测试', entries: [[wrong, right]],
  fixtures: { hit: [wrong, wrong], miss: ['无', '无'] }, ...more,
})
const header = { name: '测试', version: '1.0.0', date: '2026-11-20' }
const PACKS = [
  { ...header, id: 'first', rules: [rule('first/paper', '表隔', '表格'), rule('first/quiet', '须知道', '须知', { on: false }), rule('first/broken', '', '坏')] },
  { ...header, id: 'second', rules: [rule('second/hall', '大庭', '大厅')] },
  { id: 'third' },
]
const TEXT = '请到大庭领取表隔，须知道详情。青何县政务中心。'
const own: OwnWord = { id: '01', wrong: '青何县', right: '青禾县', severity: 'serious', note: '县名。' }

beforeAll(() => addTexts({ 'zh-CN': { words }, en: {} }))
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => vi.restoreAllMocks())

function office() {
  const { db } = testLedger()
  const check = createTextCheck(db, PACKS)
  const found = async () => {
    const block = { id: 0, text: TEXT, role: 'body', selector: 'p' } as TextBlock
    const reading = { url: 'http://www.qinghe.gov.cn/', kind: 'article', publication: null, blocks: [block] } as unknown as PageReading
    return (await check())(block, reading).map(({ rule, quote }) => `${rule} ${quote}`)
  }
  return { db, check, found }
}

const ALL = ['second/hall 大庭', 'first/paper 表隔']

test('a broken pack and a broken rule are reported by name, the rest works', async () => {
  expect(await office().found()).toEqual(ALL)
  expect(vi.mocked(console.error).mock.calls.map((call) => call.join(' ')).join('\n')).toMatch(/first\/broken[\s\S]*third/)
})

describe('what the office has set', () => {
  test.each([
    ['a rule off', 'rulesOff', ['first/paper'], ['second/hall 大庭']],
    ['a pack off', 'rulesOff', ['second'], ['first/paper 表隔']],
    ['a quiet rule on', 'rulesOn', ['first/quiet'], [...ALL, 'first/quiet 须知道']],
    ['a phrase ignored', 'ignoredPhrases', ['领取表隔'], ['second/hall 大庭']],
    ['a shorter word ignored', 'ignoredPhrases', ['隔'], ALL],
  ] as const)('%s', async (_, name, value, expected) => {
    const { db, found } = office()
    expect(await found()).toEqual(ALL)
    await changeSetting(db, name, () => [...value])
    expect(await found()).toEqual(expected)
    await changeSetting(db, name, () => [])
    expect(await found()).toEqual(ALL)
  })

  test('own words, with their sentence, until they are deleted or the list is switched off', async () => {
    const { db, check, found } = office()
    await putOwnWords(db, [own], '2026-11-20T01:00:00.000Z')
    expect(await found()).toEqual([...ALL, 'office/serious 青何县'])
    const block = { id: 0, text: TEXT, role: 'body' } as TextBlock
    const [hit] = (await check())(block, { blocks: [], url: '' } as unknown as PageReading).filter(({ rule }) => rule === 'office/serious')
    expect(hit).toMatchObject({ severity: 'serious', suggestion: '青禾县', says: '“青何县”应为“青禾县”。县名。', basis: '本单位自有词库' })
    // In the same instant: the checker must still see that the list changed.
    await putOwnWords(db, [{ ...own, right: '', note: '' }], '2026-11-20T01:00:00.000Z')
    const [bare] = (await check())(block, { blocks: [], url: '' } as unknown as PageReading).filter(({ rule }) => rule === 'office/serious')
    expect(bare).toMatchObject({ suggestion: null, says: '“青何县”在本单位的自有词库里。' })
    await changeSetting(db, 'rulesOff', () => ['office'])
    expect(await found()).toEqual(ALL)
    await changeSetting(db, 'rulesOff', () => [])
    await deleteOwnWords(db, [own.id], '2026-11-20T02:00:00.000Z')
    expect(await found()).toEqual(ALL)
  })
})

test('the same check is handed out until something of it changes', async () => {
  const { db, check } = office()
  const [first, same] = await Promise.all([check(), check()])
  expect(same).toBe(first)
  await changeSetting(db, 'reader', () => '王读网')
  await changeSetting(db, 'wordingLevel', () => 'strict')
  expect(await check()).toBe(first)
  await db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: ['县教体局'] })
  const withNames = await check()
  expect(withNames).not.toBe(first)
  expect(await check()).toBe(withNames)
  await putOwnWords(db, [own], '2026-11-20T01:00:00.000Z')
  expect(await check()).not.toBe(withNames)
})

test('what stands in a site’s navigation is told on the page that showed it first', async () => {
  const { check } = office()
  const of = async (url: string, role: TextBlock['role']) => {
    const block = { id: 0, text: TEXT, role, selector: 'p' } as TextBlock
    return (await check())(block, { url, kind: 'article', publication: null, blocks: [block] } as unknown as PageReading).length
  }
  expect(await of('http://www.qinghe.gov.cn/1.html', 'navigation')).toBe(2)
  expect(await of('http://www.qinghe.gov.cn/2.html', 'navigation')).toBe(0)
  expect(await of('http://www.qinghe.gov.cn/2.html', 'body')).toBe(2)
  expect(await of('http://www.qinghe.gov.cn/1.html', 'navigation')).toBe(2)
  expect(await of('http://czj.qinghe.gov.cn/1.html', 'footer')).toBe(2)
})

test('right words of the own list are found in a text while the list is used', async () => {
  const { db, check } = office()
  expect((await check.rightRanges())('青禾县')).toEqual([])
  await putOwnWords(db, [own], '2026-11-20T01:00:00.000Z')
  expect((await check.rightRanges())('到青禾县')).toEqual([[1, 4]])
  await changeSetting(db, 'rulesOff', () => ['office'])
  expect((await check.rightRanges())('到青禾县')).toEqual([])
})
