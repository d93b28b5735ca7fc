import fc from 'fast-check'
import { expect, test } from 'vitest'
import { browserName } from '../../../../utils/app/capture/browser-name.ts'
import { maskedHtml } from '../../../../utils/app/capture/mask-html.ts'
import { sizeOfPng } from '../../../../utils/app/capture/png.ts'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Chromium 131.0.0.0'],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/156.0.0.0 Safari/537.36', 'Chromium 156.0.0.0'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0', 'Edge 131.0.0.0 (Chromium 131.0.0.0)'],
  ['Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/102.0.5005.200 Safari/537.36 Qaxbrowser', 'Qaxbrowser (Chromium 102.0.5005.200)'],
  ['Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/108.0.5359.125 Safari/537.36 UOS Professional', 'UOS (Chromium 108.0.5359.125)'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140.0'],
  ['something else', 'something else'],
])('%s is %s', (agent, name) => {
  expect(browserName(agent)).toBe(name)
})

test('personal data in HTML is masked: in words, in attributes, and where tags split a number', () => {
  // A made-up number with a right check digit.
  const id = '37019919850101003' + checkDigit('37019919850101003')
  const html = `<p title="身份证号 ${id}">获奖人李某的号码 139<b>1726</b>5843，证号 ${id}</p>`
  const masked = maskedHtml(html)
  expect(masked).not.toContain(id)
  expect(masked).not.toContain('<b>1726</b>')
  expect(masked).toHaveLength(html.length)
  expect(masked.replace(/[*]/g, '')).toContain('获奖人李某')
})

test('HTML without personal data stays as it is', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('<p>', '</p>', '办事指南', '&lt;', ' class="a"', '2026', '<br>')), (parts) => {
    const html = parts.join('')
    expect(maskedHtml(html)).toBe(html)
  }))
})

test('a PNG tells its size; what is none has none', () => {
  const head = new Uint8Array(24)
  new DataView(head.buffer).setUint32(16, 1280)
  new DataView(head.buffer).setUint32(20, 800)
  expect(sizeOfPng(head)).toEqual({ width: 1280, height: 800 })
  expect(sizeOfPng(new Uint8Array(3))).toEqual({ width: 0, height: 0 })
})

function checkDigit(seventeen: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...seventeen].reduce((all, digit, at) => all + Number(digit) * weights[at]!, 0)
  return '10X98765432'[sum % 11]!
}
