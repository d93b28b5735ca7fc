import { expect, test } from 'vitest'
import { isOn, scopeOf, switchedTo } from '../../../utils/app/site-scope.ts'

const none = { sitesOn: [], sitesOff: [] }

test.each([
  ['http://www.qinghe.gov.cn/a', true],
  ['https://gov.cn/', true],
  ['https://notgov.cn/', false],
  ['https://www.gov.cn.evil.example/', false],
  ['https://www.example.com/', false],
  ['chrome://extensions', false],
  ['file:///gov.cn/', false],
  ['not an address', false],
])('by default %s: %s', (url, on) => expect(isOn(url, none)).toBe(on))

test('a government site is switched off and on again', () => {
  const off = switchedTo(false, 'www.qinghe.gov.cn', none)
  expect(isOn('http://www.qinghe.gov.cn/', off)).toBe(false)
  expect(isOn('http://jyj.qinghe.gov.cn/', off)).toBe(true)
  expect(scopeOf(off).excludeMatches).toEqual(['*://www.qinghe.gov.cn/*'])
  expect(switchedTo(true, 'www.qinghe.gov.cn', off)).toEqual(none)
})

test('another site is switched on and off again, once however often', () => {
  const on = switchedTo(true, 'www.example.com', switchedTo(true, 'www.example.com', none))
  expect(on).toEqual({ sitesOn: ['www.example.com'], sitesOff: [] })
  expect(scopeOf(on).matches).toEqual(['*://*.gov.cn/*', '*://www.example.com/*'])
  expect(switchedTo(false, 'www.example.com', on)).toEqual(none)
})
