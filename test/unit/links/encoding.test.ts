import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { decodeBody } from '../../../utils/links/encoding.ts'

const TEXT = '青禾县人民政府：您访问的页面不存在'
const page = (meta: string) => `<html><head>${meta}<title>${TEXT}</title></head></html>`

describe('charset of an answer', () => {
  test.each([
    ['the header', 'text/html; charset=GBK', iconv.encode(page(''), 'gbk')],
    ['meta charset', 'text/html', iconv.encode(page('<meta charset="gb2312">'), 'gbk')],
    ['meta http-equiv', 'text/html', iconv.encode(page('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'), 'gbk')],
    ['nothing but the bytes, GBK', 'text/html', iconv.encode(page(''), 'gbk')],
    ['nothing but the bytes, UTF-8', 'text/html', iconv.encode(page(''), 'utf8')],
    ['a wrong declaration of UTF-8', 'text/html; charset=utf-8', iconv.encode(page(''), 'gbk')],
    ['a wrong declaration of GBK', 'text/html; charset=gb2312', iconv.encode(page(''), 'utf8')],
    ['the page against a Java server that says latin', 'text/html;charset=ISO-8859-1', iconv.encode(page('<meta charset="gb2312">'), 'gbk')],
    ['a byte order mark', 'text/html; charset=gbk', iconv.encode(page(''), 'utf8', { addBOM: true })],
    ['UTF-16 with its mark', 'text/html', iconv.encode(page(''), 'utf16le', { addBOM: true })],
    ['Big5', 'text/html; charset=big5', iconv.encode('<title>人民政府</title>'.replace('人民政府', TEXT.slice(3, 7)), 'big5')],
    ['a charset that does not exist', 'text/html; charset=x-none', iconv.encode(page(''), 'utf8')],
  ])('is found by %s', (_, contentType, bytes) => {
    expect(decodeBody(bytes, contentType)).toContain(TEXT.slice(3, 7))
  })

  test('a word of GBK that reads as UTF-8 by chance stays what its page says', () => {
    expect(decodeBody(iconv.encode('联通', 'gbk'), 'text/html; charset=gbk')).toBe('联通')
  })

  test('a character cut off at the 64 KiB limit does not turn UTF-8 into GBK', () => {
    const bytes = iconv.encode(TEXT.repeat(50), 'utf8')
    for (let cut = 1; cut < 6; cut++) expect(decodeBody(bytes.subarray(0, bytes.length - cut), 'text/html')).toContain(TEXT.repeat(49))
  })

  test('any Chinese text comes back from either encoding, and no bytes throw', () => {
    const han = fc.string({ unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)), minLength: 4 })
    fc.assert(fc.property(han, fc.constantFrom('gbk', 'utf8'), (text, charset) => {
      expect(decodeBody(iconv.encode(text, charset), `text/html; charset=${charset === 'utf8' ? 'utf-8' : charset}`)).toBe(text)
    }))
    fc.assert(fc.property(fc.uint8Array(), fc.string(), (bytes, type) => typeof decodeBody(bytes, type) === 'string'))
  })
})
