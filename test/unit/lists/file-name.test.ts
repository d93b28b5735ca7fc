import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileName, uniqueName } from '../../../utils/lists/file-name.ts'

const DEVICES = ['CON', 'prn', 'Aux', 'NUL', 'COM0', 'com1', 'LPT9', 'COM¹', 'CONIN$', 'conout$', 'con.csv', 'NUL.tar.gz', 'aux .txt']

describe('fileName', () => {
  test.each([
    ['青禾县教育和体育局', '青禾县教育和体育局'],
    ['《通报》:第?期*', '_通报_第_期_'],
    ['a/b\\c|d<e>f"g', 'a_b_c_d_e_f_g'],
    ['../../etc', '_.._etc'],
    ['办公室. . ', '办公室'],
    ['...隐藏', '隐藏'],
    ['一\n二\t三', '一 二 三'],
    ['\u202egpj.局', 'gpj.局'.replace(/^/, '_')],
    ['财政\u200b局', '财政_局'],
    ['半\ud800', '半_'],
  ])('%j → %j', (text, expected) => {
    expect(fileName(text)).toBe(expected)
  })

  test.each(['', '  ', '...', '???', '\u200b'])('%j has nothing left and takes the fallback', (text) => {
    expect(fileName(text, '未定单位')).toBe('未定单位')
  })

  test.each(DEVICES)('%s is no device any more', (name) => {
    expect(fileName(name)).toBe(`_${name}`)
  })

  test.each(['CONTRACT', 'COM10', 'Nullarbor', '局CON', 'auxiliary.txt'])('%s is none and stays', (name) => {
    expect(fileName(name)).toBe(name)
  })

  test('whatever comes in, the name is safe', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ maxLength: 200 }), fc.constantFrom(...DEVICES), fc.constant('县'.repeat(300)), fc.constant('😀'.repeat(100)), fc.string({ unit: fc.constantFrom('.', ' ', 'a', ':', '县', '\u3000') }))
    fc.assert(
      fc.property(text, (raw) => {
        const name = fileName(raw)
        expect(name).not.toBe('')
        expect(name.length).toBeLessThanOrEqual(80)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
        expect(name).not.toMatch(/[<>:"/\\|?*《》\p{Cc}\p{Cf}]/u)
        expect(name).not.toMatch(/^[\s.]|[\s.]$/u)
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i)
        expect(name).not.toMatch(/\p{Surrogate}/u)
      }),
      { numRuns: 300 },
    )
  })
})

test('uniqueName tells apart what Windows would not', () => {
  const taken = new Set<string>()
  const long = '县'.repeat(90)
  expect(['ABC局', 'abc局', 'ＡＢＣ局', '财政局', '财政局', '财政局.', long, long].map((name) => uniqueName(name, taken))).toEqual([
    'ABC局', 'abc局（2）', 'ＡＢＣ局（3）', '财政局', '财政局（2）', '财政局（3）', '县'.repeat(80), `${'县'.repeat(77)}（2）`,
  ])
})
