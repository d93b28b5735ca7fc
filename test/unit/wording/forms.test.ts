import { describe, expect, test } from 'vitest'
import { chineseNumber } from '../../../utils/wording/forms/chinese-number.ts'
import { numbering } from '../../../utils/wording/forms/numbering.ts'
import { pairs } from '../../../utils/wording/forms/pairs.ts'
import { isCreditCode } from '../../../utils/wording/personal/credit-code.ts'
import { isIdNumber } from '../../../utils/wording/personal/id-number.ts'
import { mask } from '../../../utils/wording/personal/mask.ts'

const PAGE = { pageDay: '2026-11-20', kind: 'article' } as const
const blocks = (...texts: string[]) => texts.map((text, id) => ({ id, text, role: 'body' as const }))

test.each([['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['九十九', 99], ['百', null], ['十十', null], ['', null]])('%s is %j', (text, number) => {
  expect(chineseNumber(text)).toBe(number)
})

describe('numbering over a page', () => {
  test.each([
    ['in order', ['一、甲', '二、乙', '三、丙'], 0],
    ['one missing', ['一、甲', '三、丙'], 1],
    ['twice the same', ['一、甲', '二、乙', '二、丙'], 1],
    ['a second document', ['一、甲', '二、乙', '一、甲', '二、乙'], 0],
    ['an excerpt', ['三、甲', '七、乙'], 0],
    ['second level begins anew under each first', ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅'], 0],
    ['second level jumps', ['一、甲', '（一）子', '（三）丑'], 1],
  ])('%s', (_, texts, hits) => {
    expect([...numbering(blocks(...texts), PAGE).values()].flat()).toHaveLength(hits)
  })
})

describe('quotes over paragraphs', () => {
  test.each([
    ['each paragraph opens anew', ['他说：“第一，要抓落实。', '“第二，要抓监督。”'], 0],
    ['closed in the next paragraph', ['他说：“第一，要抓落实。', '第二，要抓监督。”'], 0],
    ['never closed', ['他说：“第一，要抓落实。', '第二，要抓监督。'], 1],
    ['never opened', ['要抓落实”。'], 1],
    ['an inch', ['一块3.5”硬盘'], 0],
    ['list numbers', ['1）申请；（二）受理；a)办结'], 0],
    ['a cut title', ['关于印发“放管服…'], 0],
  ])('%s', (_, texts, hits) => {
    expect([...pairs(blocks(...texts), PAGE).values()].flat()).toHaveLength(hits)
  })
})

test.each([
  ['11010519491231002X', true], ['11010519491231002x', true], ['110105194912310021', false], ['110105194913310029', false], ['990105194912310025', false],
])('citizen number %s: %j', (number, right) => {
  expect(isIdNumber(number)).toBe(right)
})

test.each([['91350100M000100Y43', true], ['91350100M000100Y44', false], ['91350100M000100I43', false]])('credit code %s: %j', (code, right) => {
  expect(isCreditCode(code)).toBe(right)
})

test.each([['13800001234', 3, 4, '138****1234'], ['12', 3, 4, '12'], ['', 1, 1, '']])('%s masked', (words, head, tail, masked) => {
  expect(mask(words, head, tail)).toBe(masked)
})
