// First, because it puts a database in place before Dexie looks for one.
import { testLedger } from '../../ledger/kit.ts'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, test } from 'vitest'
import words from '../../../../assets/locales/zh-CN/words.json' with { type: 'json' }
import { wordsDesk } from '../../../../utils/app/desk/words.ts'
import { readOwnWords, showOwnWords } from '../../../../utils/ledger/own-words.ts'
import { readSettings } from '../../../../utils/ledger/settings.ts'
import { addTexts } from '../../../../utils/locale.ts'

const CSV = '错误,正确,级别,说明\r\n青何县,青禾县,严重,县名\r\n石桥弯镇,石桥湾镇,,\r\n短,,,\r\n'
const file = (bytes: string | Uint8Array<ArrayBuffer>) => new File([bytes], '词库.csv')

beforeAll(() => addTexts({ 'zh-CN': { words }, en: {} }))

function office() {
  const { db, now } = testLedger()
  const desk = wordsDesk({ db, now, changed: () => undefined })
  const shown = async (search = '', most = 200) => {
    const { total, matching, words } = await showOwnWords(db, search, most)
    return { total, matching, words: words.map(({ wrong }) => wrong) }
  }
  const take = async (csv: string) => desk.importOwnWords(await desk.readWordFile(file(csv)))
  return { db, desk, shown, take }
}

describe('importing', () => {
  test.each([
    ['UTF-8', CSV],
    ['GBK', new Uint8Array(iconv.encode(CSV, 'gbk'))],
    ['UTF-16', new Uint8Array(iconv.encode(CSV, 'utf16le', { addBOM: true }))],
  ])('%s: looked at first, bad lines named', async (encoding, bytes) => {
    const { desk, shown } = office()
    const planned = await desk.readWordFile(file(bytes))
    expect(planned.preview).toEqual({ fileName: '词库.csv', encoding, added: 2, changed: 0, unchanged: 0, problems: [{ line: 4, says: { key: 'words.bad.too-short' } }] })
    expect((await shown()).total).toBe(0)
    expect(await desk.importOwnWords(planned)).toEqual({ key: 'words.own.imported', params: { added: 2, changed: 0 } })
    expect(await shown()).toEqual({ total: 2, matching: 2, words: ['青何县', '石桥弯镇'] })
  })

  test('a word that is there already is changed, not doubled; new ones stand on top', async () => {
    const { desk, shown, take } = office()
    await take(CSV)
    const planned = await desk.readWordFile(file('大庭,大厅\n青何县,青禾县,一般,县名\n石桥弯镇,石桥湾镇\n'))
    expect(planned.preview).toMatchObject({ added: 1, changed: 1, unchanged: 1 })
    await desk.importOwnWords(planned)
    expect(await shown()).toEqual({ total: 3, matching: 3, words: ['大庭', '青何县', '石桥弯镇'] })
  })

  test('a file past the limit has a sentence of its own', async () => {
    const { desk } = office()
    await expect(desk.readWordFile(file('青何县,青禾县\n'.repeat(1_100_000)))).rejects.toMatchObject({ says: { key: 'words.own.too-large', params: { limit: 20 } } })
  })

  test.each([['a workbook', 'PK\u0003\u0004', 'spreadsheet'], ['nothing', '', 'empty']])('%s is refused in a sentence', async (_, bytes, reason) => {
    await expect(office().desk.readWordFile(file(bytes))).rejects.toMatchObject({ says: { key: `roster.refused.${reason}` } })
  })
})

describe('by hand', () => {
  test('added, found by any of its words, deleted and put back', async () => {
    const { db, desk, shown, take } = office()
    await take(CSV)
    await desk.addOwnWord({ wrong: '大庭', right: '大厅', severity: 'minor', note: '服务场所' })
    expect((await shown()).words[0]).toBe('大庭')
    expect(await shown('场所')).toEqual({ total: 3, matching: 1, words: ['大庭'] })
    expect(await shown('桥', 0)).toEqual({ total: 3, matching: 1, words: [] })
    const word = (await readOwnWords(db)).find(({ wrong }) => wrong === '大庭')!
    await desk.removeOwnWord(word)
    expect((await shown()).total).toBe(2)
    await desk.restoreOwnWords([word])
    expect((await shown()).words[0]).toBe('大庭')
    const all = await desk.clearOwnWords()
    expect((await shown()).total).toBe(0)
    await desk.restoreOwnWords(all)
    expect((await shown()).total).toBe(3)
  })

  test.each([['一', '', 'too-short'], ['相同', '相同', 'same'], ['', '空', 'no-word']])('“%s” → “%s”: %s', async (wrong, right, why) => {
    await expect(office().desk.addOwnWord({ wrong, right, severity: 'general', note: '' })).rejects.toMatchObject({ says: { key: `words.bad.${why}` } })
  })
})

test('switches keep only what differs from how a rule comes', async () => {
  const { db, desk } = office()
  const sets = async () => {
    const { rulesOff, rulesOn } = await readSettings(db)
    return [rulesOff, rulesOn]
  }
  await desk.switchRule('forms/weekday', true, false)
  await desk.switchRule('forms/weekday', true, false)
  await desk.switchRule('forms/adjacent-marks', false, true)
  expect(await sets()).toEqual([['forms/weekday'], ['forms/adjacent-marks']])
  await desk.switchRule('forms/weekday', true, true)
  await desk.switchRule('forms/adjacent-marks', false, false)
  expect(await sets()).toEqual([['forms/adjacent-marks'], []])
})

test('phrases are ignored once, newest first, and no sentence of a page fits', async () => {
  const { db, desk } = office()
  for (const phrase of ['甲乙', ' 丙丁 ', '甲乙']) await desk.ignorePhrase(phrase)
  expect((await readSettings(db)).ignoredPhrases).toEqual(['甲乙', '丙丁'])
  await desk.unignorePhrase('甲乙')
  expect((await readSettings(db)).ignoredPhrases).toEqual(['丙丁'])
  for (const phrase of ['  ', '长'.repeat(61)]) await expect(desk.ignorePhrase(phrase)).rejects.toMatchObject({ says: { key: 'words.ignored.bad' } })
})
