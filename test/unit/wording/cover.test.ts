import { describe, expect, test } from 'vitest'
import { coverInAddress, hidePersonal } from '../../../utils/wording/personal/cover.ts'

describe('personal data is masked, its length stays', () => {
  test.each([
    ['赵某甲，身份证号11010519491231002X，手机13800001234。', '赵某甲，身份证号11*************02X，手机138****1234。'],
    ['身份证：１１０１０５１９４９１２３１００２Ｘ', '身份证：１１*************０２Ｘ'],
    ['身份证号 110105491231002', '身份证号 11**********002'],
    ['银行卡号：6222021234567890128', '银行卡号：6222***********0128'],
    ['家庭住址：青禾县石桥镇东河村3组12号', '家庭住址：青禾县石桥镇****'],
    ['住址：青禾县城关街道建设路5号院2栋3单元501室，联系', '住址：青禾县城关街道*'],
    ['110105194912310021与11010519491231002X', '110105194912310021与11*************02X'],
  ])('%s', (text, masked) => {
    const shown = hidePersonal(text)
    expect(shown).toHaveLength(text.length)
    expect(shown.slice(0, masked.indexOf('*') + 1)).toBe(masked.slice(0, masked.indexOf('*') + 1))
    expect(shown).not.toMatch(/19491231002X|13800001234|105491231|021234567|东河村3组|12号|5号院|2栋|501室/)
  })
  test.each(['联系电话：0311-88880000', '青政发〔2026〕3号', '统一社会信用代码91350100M000100Y43', '', '县人民政府'])('%s stays', (text) => {
    expect(hidePersonal(text)).toBe(text)
  })
})

test.each([
  ['https://a.gov.cn/cx?sjh=13800001234#top', 'https://a.gov.cn/cx?sjh=138****1234#top', 1],
  ['https://a.gov.cn/cx?a=1&sfz=11010519491231002x;b=13800001234', 'https://a.gov.cn/cx?a=1&sfz=11*************02x;b=138****1234', 2],
  ['https://a.gov.cn/art/2026/11/13800001234.html?t=1763862000000', 'https://a.gov.cn/art/2026/11/13800001234.html?t=1763862000000', 0],
])('of the address %s people read %s', (address, text, count) => {
  expect(coverInAddress(address)).toEqual({ text, count })
})
