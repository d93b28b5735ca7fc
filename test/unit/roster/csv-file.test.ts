import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../utils/lists/cell.ts'
import { csvBytes, csvOf } from '../../../utils/lists/csv/csv.ts'
import { readCsv } from '../../../utils/roster/csv-file.ts'
import { RosterRefused } from '../../../utils/roster/errors.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cells = (bytes: Uint8Array) => readCsv(bytes).rows.map((row) => row.cells)

/** The refusal that reading gives; fails where it gives none. */
function refusal(bytes: Uint8Array): RosterRefused {
  try {
    readCsv(bytes)
  } catch (error) {
    if (error instanceof RosterRefused) return error
    throw error
  }
  throw new Error('was read')
}

describe('encodings', () => {
  const text = '单位,网址\r\n青禾县財政局㐂,www.qinghe.gov.cn\r\n'
  const expected = [['单位', '网址'], ['青禾县財政局㐂', 'www.qinghe.gov.cn']]
  test.each([
    ['UTF-8 with BOM', utf8(`\uFEFF${text}`), 'utf-8'],
    ['UTF-8', utf8(text), 'utf-8'],
    ['GB18030', iconv.encode(text, 'gb18030'), 'gb18030'],
    ['UTF-16LE', iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16BE', iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
  ])('%s', (_, bytes, encoding) => {
    expect(cells(bytes)).toEqual(expected)
    expect(readCsv(bytes).encoding).toBe(encoding)
  })

  test('GBK', () => {
    expect(cells(iconv.encode('单位\r\n青禾县财政局', 'gbk'))).toEqual([['单位'], ['青禾县财政局']])
  })
})

describe('separators', () => {
  test.each([
    ['单位,网址\n甲;乙,b', ',', [['单位', '网址'], ['甲;乙', 'b']]],
    ['单位;网址\n甲,乙;b', ';', [['单位', '网址'], ['甲,乙', 'b']]],
    ['单位\t网址\n甲,乙\tb', '\t', [['单位', '网址'], ['甲,乙', 'b']]],
    ['"单位;;;",网址\n甲,b', ',', [['单位;;;', '网址'], ['甲', 'b']]],
    ['sep=;\r\n单位;网址\r\n甲;b', ';', [['单位', '网址'], ['甲', 'b']]],
    ['单位\n甲', ',', [['单位'], ['甲']]],
  ])('%j', (text, separator, expected) => {
    expect(readCsv(utf8(text)).separator).toBe(separator)
    expect(cells(utf8(text))).toEqual(expected)
  })
})

test('rows have the numbers that a spreadsheet shows', () => {
  const { rows } = readCsv(utf8('单位,备注\r\n\r\n甲,"一\r\n二"\r\n,\r\n乙,\r'))
  expect(rows).toEqual([
    { line: 1, cells: ['单位', '备注'] },
    { line: 3, cells: ['甲', '一\n二'] },
    { line: 5, cells: ['乙', ''] },
  ])
  expect(readCsv(utf8('sep=,\r\n单位\r\n甲')).rows.map(({ line }) => line)).toEqual([2, 3])
})

test('mixed line ends are all line ends', () => {
  expect(cells(utf8('a\r\nb\nc\rd'))).toEqual([['a'], ['b'], ['c'], ['d']])
})

test('a quote without its pair is named', () => {
  expect(readCsv(utf8('单位,网址\n甲,a\n"乙,b\n丙,c')).brokenQuotes).toEqual([3])
})

describe('refused', () => {
  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['white space', utf8('\uFEFF \r\n \r\n'), 'empty'],
    ['an xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'spreadsheet'],
    ['an xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'spreadsheet'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff]), 'not-text'],
    ['bytes of no encoding', Uint8Array.from([0xff, 0xff, 0xff]), 'not-text'],
    ['far too much', new Uint8Array(20 * 1024 * 1024 + 1), 'too-large'],
  ])('%s', (_, bytes, reason) => {
    expect(refusal(bytes).reason).toBe(reason)
    expect(refusal(bytes).says.key).toBe(`roster.refused.${reason}`)
  })
})

describe('our own files', () => {
  test('a disarmed formula is itself again', () => {
    const texts = ['=1+1', '＝1', '-5', "'=1", '@局', '县局', "'引号'"]
    expect(cells(csvBytes(csvOf(['h'], texts.map((text) => [text])))).flat()).toEqual(['h', ...texts])
  })

  test('every cell comes back as it was written, outer white space aside', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('=1', '"', '\n', ',', "'=2", '　＝A1', '', '局'))
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const expected = rows.map((row) => row.map((text) => cleanText(text).trim())).filter((row) => row.some(Boolean))
        expect(cells(csvBytes(csvOf(['甲', '乙'], rows))).slice(1)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })
})
