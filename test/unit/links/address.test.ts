import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeAction } from '../../../utils/links/action.ts'
import { extensionOf, fragmentOf, hostOf, isHomePath, requestAddress } from '../../../utils/links/address.ts'
import { isPrivateAddress, isPrivateIp, mayAsk } from '../../../utils/links/private-address.ts'
import { isGovernmentHost, leavesSite, siteOf } from '../../../utils/links/site.ts'

describe('one document, one request', () => {
  test.each([
    ['http://WWW.Qinghe.gov.cn:80/a.html#x', 'http://www.qinghe.gov.cn/a.html'],
    ['https://www.qinghe.gov.cn', 'https://www.qinghe.gov.cn/'],
    ['http://user:word@www.qinghe.gov.cn/', 'http://www.qinghe.gov.cn/'],
    ['http://www.qinghe.gov.cn/公告.html?a=1', 'http://www.qinghe.gov.cn/%E5%85%AC%E5%91%8A.html?a=1'],
    ['mailto:a@b.cn', null],
    ['nonsense', null],
  ])('%s → %s', (href, expected) => expect(requestAddress(href)).toBe(expected))

  test('is stable: normalising twice changes nothing, and a fragment never matters', () => {
    fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (href) => {
      const once = requestAddress(href)
      expect(once).not.toBeNull()
      expect(requestAddress(once!)).toBe(once)
      expect(requestAddress(`${href.replace(/#.*/s, '')}#other`)).toBe(once)
    }), { numRuns: 60 })
  })

  test('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const read of [requestAddress, fragmentOf, extensionOf, isHomePath, isPrivateAddress, looksLikeAction, siteOf]) read(text)
    }))
  })
})

describe('private addresses', () => {
  test.each([
    'http://localhost/', 'http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.01/', 'http://127.1/', 'http://10.0.0.1/',
    'http://172.16.0.1/', 'http://172.31.255.255/', 'http://192.168.0.1/', 'http://3232235777/', 'http://169.254.1.1/', 'http://100.64.0.1/',
    'http://0.0.0.0/', 'http://[::1]/', 'http://[::]/', 'http://[fe80::1]/', 'http://[fd00::1]/', 'http://[::ffff:10.0.0.1]/', 'http://[::ffff:a00:1]/',
    'http://[64:ff9b::10.0.0.1]/', 'http://[2002:a00:1::]/', 'http://oa/', 'http://oa.local/', 'http://mail.corp./', 'http://a.localhost/',
    'https://224.0.0.1/', 'http://255.255.255.255/',
  ])('%s is', (href) => expect(isPrivateAddress(href)).toBe(true))

  test.each([
    'http://www.qinghe.gov.cn/', 'http://8.8.8.8/', 'http://172.15.0.1/', 'http://172.32.0.1/', 'http://192.167.1.1/', 'http://11.0.0.1/', 'http://100.128.0.1/',
    'http://[2400:3200::1]/', 'http://[::ffff:8.8.8.8]/', 'http://[64:ff9b::8.8.8.8]/', 'http://local.gov.cn/', 'http://home.cn/', 'http://128.0.0.1/',
  ])('%s is not', (href) => expect(isPrivateAddress(href)).toBe(false))

  const byte = fc.integer({ min: 0, max: 255 })
  const privateV4 = fc.oneof(
    fc.tuple(fc.constant(10), byte, byte, byte), fc.tuple(fc.constant(127), byte, byte, byte),
    fc.tuple(fc.constant(192), fc.constant(168), byte, byte), fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
    fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  )

  test('however they are written', () => {
    fc.assert(fc.property(privateV4, fc.constantFrom(0, 1, 2, 3, 4, 5), ([a, b, c, d], form) => {
      const number = ((a * 256 + b) * 256 + c) * 256 + d
      const written = [
        `${a}.${b}.${c}.${d}`, String(number), `0x${number.toString(16)}`, `0${a.toString(8)}.0${b.toString(8)}.0${c.toString(8)}.0${d.toString(8)}`,
        `${a}.${b}.${c * 256 + d}`, `[::ffff:${a}.${b}.${c}.${d}]`,
      ][form]
      expect(isPrivateAddress(`http://${written}/x`)).toBe(true)
      expect(mayAsk(`http://${written}/x`, 'https://www.qinghe.gov.cn/')).toBe(false)
      expect(mayAsk(`http://${written}/x`, 'http://10.0.0.8/')).toBe(true)
    }))
  })

  test('an IPv4 address means the same alone and inside IPv6', () => {
    fc.assert(fc.property(fc.tuple(byte, byte, byte, byte), (parts) => {
      const v4 = parts.join('.')
      expect(isPrivateIp(`::ffff:${v4}`)).toBe(isPrivateIp(v4))
      expect(isPrivateAddress(`http://[64:ff9b::${v4}]/`)).toBe(isPrivateIp(v4))
    }))
  })
})

test.each([
  ['https://www.qinghe.gov.cn/user/logout', true], ['https://www.qinghe.gov.cn/doLogout.action', true], ['https://a.cn/info/deleteInfo.do?id=3', true],
  ['https://a.cn/x?action=delete&id=1', true], ['https://a.cn/app/qinghe.apk', true], ['https://a.cn/vote.do?id=3', true], ['https://a.cn/sign-out/', true],
  ['https://a.cn/vote/', false], ['https://a.cn/deleted/a.html', false], ['https://a.cn/delta/', false], ['https://a.cn/files/a.zip', false],
  ['https://www.com/', false], ['https://a.cn/login.html', false], ['https://a.cn/col/col1/index.html', false],
])('%s looks like an action: %s', (href, expected) => expect(looksLikeAction(href)).toBe(expected))

test.each([
  ['/', true], ['/index.html', true], ['/index.jsp', true], ['/wap/', true], ['/en/index.html', true], ['/index_1.html', true], ['/default.aspx', true],
  ['/zwgk/', false], ['/art/1.html', false], ['/zwgk/index.html', false], ['/indexes/a.html', false],
])('%s names a home page: %s', (path, expected) => expect(isHomePath(`https://www.qinghe.gov.cn${path}`)).toBe(expected))

test.each([
  ['https://zwfw.qinghe.gov.cn/', 'qinghe.gov.cn'], ['https://www.sample.com/', 'sample.com'], ['https://a.b.sample.com.cn/', 'sample.com.cn'],
  ['https://www.sample.cn/', 'sample.cn'], ['http://10.1.2.3/', '10.1.2.3'], ['http://oa/', 'oa'], ['https://www.qinghe.gov.cn./', 'qinghe.gov.cn'],
])('%s belongs to %s', (href, site) => expect(siteOf(href)).toBe(site))

test('government hosts are told from look-alikes', () => {
  expect(isGovernmentHost('www.qinghe.gov.cn')).toBe(true)
  expect(isGovernmentHost('bszs.conac.cn')).toBe(true)
  expect(isGovernmentHost('www.qinghe-gov.cn')).toBe(false)
  expect(isGovernmentHost('gov.cn.sample.com')).toBe(false)
  expect(leavesSite('https://zwfw.qinghe.gov.cn/', 'https://www.qinghe.gov.cn/')).toBe(false)
  expect(leavesSite('https://www.sample.com/', 'https://www.qinghe.gov.cn/')).toBe(true)
})

describe('the host of an address, read off or parsed', () => {
  const hostByParsing = (href: string) => {
    try {
      return new URL(href).hostname
    } catch {
      return ''
    }
  }
  test.each([
    'http://www.qinghe.gov.cn/a', 'https://www.qinghe.gov.cn', 'http://www.qinghe.gov.cn:8080/?a#b', 'http://127.1/', 'http://0x7f.1/', 'http://0x7f.aa/', 'http://2130706433/', 'http://a.0xff/',
    'http://[::1]/', 'http://a@b.cn/', 'http://a.cn@10.0.0.1/', 'http://a.cn:1@b.cn/', 'http://a..cn/', 'http://a.cn./', 'http://.a.cn/', 'http://a.-b.cn/', 'http://xn--a.cn/', 'http://a.xn--zzz.cn/',
    'http://xn--fiqs8s/', 'http://A.CN/', 'http://a_b.cn/', 'http://a.cn:99999/', 'http://a.cn:/', 'http://a.cn\\b', 'http://中国.cn/', 'http://a%2ecn/', 'ftp://a.cn/', 'http:a.cn', 'http://a.cn?b', 'http://a.cn#b', '',
  ])('%s', (href) => expect(hostOf(href)).toBe(hostByParsing(href)))

  test('whatever stands there', () => {
    const part = fc.stringMatching(/^[a-z0-9.:@%x\-\\/[\]_中A]{0,20}$/)
    fc.assert(fc.property(fc.constantFrom('http://', 'https://', 'http:/', 'HTTP://'), part, fc.constantFrom('', '.cn', '.com/', '.gov.cn:80/x', '/'), (scheme, host, end) => {
      const href = scheme + host + end
      expect(hostOf(href)).toBe(hostByParsing(href))
    }), { numRuns: 20_000 })
  })
})
