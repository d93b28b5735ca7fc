import iconv from 'iconv-lite'
import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { encodeGbk } from '../../../../utils/lists/csv/gbk.ts'
import { AGREED, soundProfile, type CsvProfile } from '../../../../utils/lists/csv/profile.ts'
import { periodCsv } from '../../../../utils/lists/csv/weekly.ts'
import { spanOfWeek } from '../../../../utils/lists/week.ts'
import { issue } from '../make-issue.ts'

const SPAN = spanOfWeek({ year: 2026, week: 47 })
const write = (issues: Parameters<typeof periodCsv>[0], profile?: CsvProfile) => periodCsv(issues, SPAN, '2026-W47', undefined, profile)

describe('GBK', () => {
  test.each(['青禾县人民政府门户网站，a1"\r\n', '〔2026〕19号——“引”', '①②③℃'])('%j is read back by another library', (text) => {
    const { bytes, missing } = encodeGbk(text)
    expect(missing).toEqual([])
    expect(iconv.decode(Buffer.from(bytes), 'gbk')).toBe(text)
  })

  test('names what it has no code for, once', () => {
    expect(encodeGbk('𠮷田😀，𠮷é')).toEqual({ bytes: Uint8Array.from([0x3f, 0xcc, 0xef, 0x3f, 0xa3, 0xac, 0x3f, 0xa8, 0xa6]), missing: ['𠮷', '😀'] })
  })

  test('any text comes back the same but for what is named', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', '青', '，', '\n', '"', '𠮷', '😀', '\ud800', '〇', '㐂', '€', 'ü'), maxLength: 30 }), (text) => {
      const { bytes, missing } = encodeGbk(text)
      const expected = Array.from(text, (character) => (missing.includes(character) ? '?' : character)).join('')
      expect(new TextDecoder('gbk', { fatal: true }).decode(bytes)).toBe(expected)
    }))
  })

  test('a weekly file in it has no mark, and tells which issues lost what', () => {
    const file = write([issue(1), issue(2, { note: '𠮷', quote: '😀𠮷' })], { ...AGREED, encoding: 'gbk' })
    expect(file.lost).toEqual([{ number: 2, characters: '😀𠮷' }])
    const text = iconv.decode(Buffer.from(file.bytes), 'gbk')
    expect(text.startsWith('"序号"')).toBe(true)
    expect(Papa.parse<Record<string, string>>(text, { header: true }).data[1]?.['备注']).toBe('?')
    expect(write([issue(1)], { ...AGREED, encoding: 'gbk' }).lost).toEqual([])
  })
})

describe('a profile of one\'s own', () => {
  test('chooses, orders and names columns, also those of the unit\'s answer', () => {
    const reply = { measures: '已更新', state: 'fixed' as const, fixedOn: '2026-11-19', person: '王禾' }
    const { bytes } = write([issue(1, { reply })], { name: '上报', encoding: 'utf-8', columns: [{ key: 'description', title: '内容' }, { key: 'unit', title: '单位' }, { key: 'reply-state', title: '情况' }, { key: 'reply-person', title: '责任人' }] })
    expect(new TextDecoder().decode(bytes)).toBe('"内容","单位","情况","责任人"\r\n"“教育动态”栏目已 48 天没有更新，超过 14 天的时限。","青禾县教育和体育局","已整改","王禾"\r\n')
  })

  test('without one the file is the agreed one, byte for byte', () => {
    expect(Buffer.compare(write([issue(1)]).bytes, write([issue(1)], AGREED).bytes)).toBe(0)
  })

  test.each([
    ['unknown columns', [{ key: 'nonsense', title: 'x' }, { key: 'unit', title: '单位' }], [{ key: 'unit', title: '单位' }]],
    ['twice the same', [{ key: 'unit', title: 'a' }, { key: 'unit', title: 'b' }], [{ key: 'unit', title: 'a' }]],
    ['empty and doubled names', [{ key: 'unit', title: '  ' }, { key: 'url', title: 'a' }, { key: 'note', title: ' a ' }], [{ key: 'unit', title: '责任单位' }, { key: 'url', title: 'a' }, { key: 'note', title: '备注' }]],
    ['nothing', [], AGREED.columns],
  ])('is made sound: %s', (_, columns, expected) => {
    expect(soundProfile({ name: 'p', encoding: 'utf-8', columns: columns as CsvProfile['columns'] }).columns).toEqual(expected)
  })
})
