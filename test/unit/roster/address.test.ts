import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressParts, normalPrefix, pathsUp, prefixOf } from '../../../utils/roster/address.ts'

describe('prefixOf', () => {
  test.each([
    ['http://www.qinghe.gov.cn', 'www.qinghe.gov.cn/'],
    ['https://WWW.QingHe.gov.cn/', 'www.qinghe.gov.cn/'],
    ['www.qinghe.gov.cn/index.html', 'www.qinghe.gov.cn/'],
    ['//www.qinghe.gov.cn/Default.aspx', 'www.qinghe.gov.cn/'],
    ['  www.qinghe.gov.cn/zwgk ', 'www.qinghe.gov.cn/zwgk/'],
    ['http://www.qinghe.gov.cn:80/zwgk/index.shtml#top', 'www.qinghe.gov.cn/zwgk/'],
    ['https://www.qinghe.gov.cn:443/zwgk//tzgg/', 'www.qinghe.gov.cn/zwgk/tzgg/'],
    ['www.qinghe.gov.cn:443', 'www.qinghe.gov.cn/'],
    ['http://www.qinghe.gov.cn:8080/a/', 'www.qinghe.gov.cn:8080/a/'],
    ['www.qinghe.gov.cn:8080/a/', 'www.qinghe.gov.cn:8080/a/'],
    ['http://user:secret@www.qinghe.gov.cn/a/', 'www.qinghe.gov.cn/a/'],
    ['http://www.qinghe.gov.cn./a', 'www.qinghe.gov.cn/a/'],
    ['ｈｔｔｐ：／／www.qinghe.gov.cn／zwgk／', 'www.qinghe.gov.cn/zwgk/'],
    ['www.qinghe.gov.cn/list.jsp?catid=12', 'www.qinghe.gov.cn/list.jsp?catid=12'],
    ['www.qinghe.gov.cn/zwgk/list.html', 'www.qinghe.gov.cn/zwgk/list.html'],
    ['www.qinghe.gov.cn/zwgk;jsessionid=AB12', 'www.qinghe.gov.cn/zwgk/'],
    ['www.qinghe.gov.cn/政务/', 'www.qinghe.gov.cn/%E6%94%BF%E5%8A%A1/'],
    ['http://www.qinghe.gov.cn/\u200bzwgk/', 'www.qinghe.gov.cn/zwgk/'],
    ['http://192.0.2.7/a', '192.0.2.7/a/'],
    ['localhost:3000/a', 'localhost:3000/a/'],
    ['青禾.政务', 'xn--2lzs91d.xn--zfr164b/'],
  ])('%s → %s', (address, prefix) => {
    expect(prefixOf(address)).toBe(prefix)
  })

  test.each(['', ' ', '暂无', '无', '/zwgk/', 'javascript:void(0)', 'mailto:a@b.cn', 'file:///C:/a.html', 'ftp://a.cn/', 'http://', 'http://[::', '#', '..', '.', 'C:\\a.html'])('%j is no web address', (address) => {
    expect(prefixOf(address)).toBeNull()
    expect(() => normalPrefix(address)).toThrow(TypeError)
  })

  test('is its own prefix: nothing changes the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (address) => {
        const prefix = prefixOf(address)
        if (prefix !== null) expect(prefixOf(prefix)).toBe(prefix)
      }),
      { numRuns: 150 },
    )
  })
})

test('a plain address is read as the browser reads it', () => {
  const word = fc.stringMatching(/^[\w.~-]{0,6}$/)
  const address = fc.tuple(fc.constantFrom('', 'http://', 'https://', '//'), fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom('cn', 'gov.cn', 'c0m', 'x', '7'), fc.array(word, { maxLength: 4 }), fc.constantFrom('', '/', '/index.html'))
    .map(([scheme, labels, top, steps, end]) => scheme + [...labels, top].join('.') + steps.map((step) => `/${step}`).join('') + end)
  // an address with a fragment is never a plain one, and a fragment does not count
  fc.assert(fc.property(address, (given) => void expect(addressParts(given)).toEqual(addressParts(`${given}#`))), { numRuns: 3000 })
})

test.each([
  ['/', ['/']],
  ['/a/', ['/a/', '/']],
  ['/a/b.html', ['/a/b.html', '/a/', '/']],
  ['/a/b/c/', ['/a/b/c/', '/a/b/', '/a/', '/']],
])('pathsUp(%s)', (path, expected) => {
  expect(pathsUp(path)).toEqual(expected)
})
