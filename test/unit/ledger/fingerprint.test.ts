import { expect, test } from 'vitest'
import { fingerprintOf, sameAddress } from '../../../utils/ledger/fingerprint.ts'

const problem = { host: 'www.qinghe.gov.cn', url: 'http://www.qinghe.gov.cn/zwgk/index.html', check: 'wording/x', quote: '中华 人名共和国' }

test.each([
  ['scheme', { url: 'https://www.qinghe.gov.cn/zwgk/index.html' }],
  ['index file', { url: 'http://www.qinghe.gov.cn/zwgk/' }],
  ['fragment', { url: 'http://www.qinghe.gov.cn/zwgk/#a' }],
  ['host case', { host: 'WWW.qinghe.gov.cn' }],
  ['spaces in the quote', { quote: '中华人名共和国' }],
])('the same problem whatever its %s', async (_, change) => {
  expect(await fingerprintOf({ ...problem, ...change })).toBe(await fingerprintOf(problem))
})

test.each([
  ['page', { url: 'http://www.qinghe.gov.cn/zwgk/a.html' }],
  ['query', { url: 'http://www.qinghe.gov.cn/zwgk/?id=1' }],
  ['check', { check: 'wording/y' }],
  ['words', { quote: '中华人民共和国' }],
])('another problem by its %s', async (_, change) => {
  expect(await fingerprintOf({ ...problem, ...change })).not.toBe(await fingerprintOf(problem))
})

test('what is no address stays as it is', () => expect(sameAddress(' about ')).toBe('about'))
