import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { likeness, placeNow } from '../../../utils/ledger/recheck-place.ts'
import { ANCHOR_CONTEXT, type Anchor } from '../../../utils/types/anchor.ts'
import type { TextBlock } from '../../../utils/types/reading.ts'

const block = (text: string, selector = 'p:nth-child(1)', id = 0): TextBlock => ({ id, text, selector, role: 'body' })

/** The anchor that recording makes of words in a text. */
function anchorIn(text: string, quote: string, selector = 'p:nth-child(1)'): Anchor {
  const start = text.indexOf(quote)
  return { quote, prefix: text.slice(Math.max(0, start - ANCHOR_CONTEXT), start), suffix: text.slice(start + quote.length, start + quote.length + ANCHOR_CONTEXT), start, selector }
}

const NOTICE = '各乡镇人民政府：截止目前，全县共完成投资三亿元，请各单位再接再励，确保年底前完成任务。'

describe('where words went', () => {
  test.each<[string, string, TextBlock[], string, string]>([
    ['nothing changed', '截止目前', [block(NOTICE)], 'stands', '截止目前'],
    ['corrected', '截止目前', [block(NOTICE.replace('截止目前', '截至目前'))], 'mended', '截至目前'],
    ['corrected, and the next word too', '截止目前', [block(NOTICE.replace('截止目前', '截至目前').replace('再接再励', '再接再厉'))], 'mended', '截至目前'],
    ['a paragraph was put before it', '截止目前', [block('本通知已经修订。'), block(NOTICE, 'p:nth-child(2)', 1)], 'stands', '截止目前'],
    ['corrected, and a paragraph was put before it', '截止目前', [block('本通知已经修订。'), block(NOTICE.replace('截止目前', '截至目前'), 'p:nth-child(2)', 1)], 'mended', '截至目前'],
    ['spaces differ', '截止目前', [block(NOTICE.replace('截止目前', '截 止目 前'))], 'stands', '截 止目 前'],
    ['taken out', '再接再励，', [block(NOTICE.replace('再接再励，', ''))], 'mended', ''],
    ['a character was put in', '乡镇人民政', [block(NOTICE)], 'stands', '乡镇人民政'],
    ['edited right behind it', '截止目前', [block(NOTICE.replace('，全县共完成投资三亿元，', '！'))], 'stands', '截止目前'],
    ['the block was rewritten', '截止目前', [block('截至十月底，全县共完成投资三亿元，各单位确保年底前完成任务。')], 'changed', '截至十月底，全县共完成投资三亿元，各单位确保年底前完成任务。'],
    ['another page', '截止目前', [block('网上办事大厅使用说明，请先注册账号再办理。')], 'gone', ''],
    ['the page is empty', '截止目前', [], 'gone', ''],
  ])('%s', (_, quote, blocks, state, text) => {
    expect(placeNow(anchorIn(NOTICE, quote), blocks)).toMatchObject({ state, text })
  })

  test('a doubled word is known by what stands around it', () => {
    const text = '关于做好县教育和体育局的的通知工作'
    expect(placeNow(anchorIn(text, '的的'), [block(text.replace('的的', '的'))])).toMatchObject({ state: 'mended', text: '的' })
  })

  test('brackets went with the words that they held', () => {
    const wrong = '培训为期五天，地点：（待补充），食宿统一安排，不收取任何费用。'
    expect(placeNow(anchorIn(wrong, '待补充'), [block(wrong.replace('（待补充）', '县农业广播电视学校'))])).toMatchObject({ state: 'mended', text: '县农业广播电视学校' })
    expect(placeNow(anchorIn(wrong, '待补充'), [block(wrong.replace('（待补充）', '【待补充】'))])).toMatchObject({ state: 'stands' })
  })

  test('a character that was missing was put in', () => {
    const wrong = '现将青禾县人民政关于秋粮收购的通知印发给你们'
    expect(placeNow(anchorIn(wrong, '人民政'), [block(wrong.replace('人民政', '人民政府'))])).toMatchObject({ state: 'mended', text: '人民政府' })
  })

  test('a cell that held nothing else is known by its selector and what it still has', () => {
    const anchor = anchorIn('370199196808173528', '370199196808173528', 'td:nth-child(3)')
    expect(placeNow(anchor, [block('370199********3528', 'td:nth-child(3)')])).toMatchObject({ state: 'mended', text: '370199********3528' })
    expect(placeNow(anchor, [block('王某', 'td:nth-child(3)')])).toMatchObject({ state: 'gone' })
  })

  test('the same words elsewhere with other words around them are another place', () => {
    expect(placeNow(anchorIn(NOTICE, '截止目前'), [block('数据截止目前公布之日。', 'p:nth-child(9)')]).state).not.toBe('stands')
  })

  test('the place that is named can be found in the block', () => {
    const now = block(NOTICE.replace('截止目前', '截至目前'))
    const { anchor } = placeNow(anchorIn(NOTICE, '截止目前'), [now])
    expect(now.text.slice(anchor!.start, anchor!.start + anchor!.quote.length)).toBe('截至目前')
    expect(now.text).toContain(`${anchor!.prefix}${anchor!.quote}${anchor!.suffix}`)
  })
})

const han = fc.constantFrom(...'县政府关于做好年底前安全生产工作的通知各乡镇街道单位要高度重视加强领导落实责任')
const words = (min: number, max: number) => fc.array(han, { minLength: min, maxLength: max }).map((list) => list.join(''))

describe('whatever the text', () => {
  test('words that nobody touched stand, wherever the block went', () => {
    fc.assert(
      fc.property(words(0, 60), words(2, 12), words(0, 60), words(1, 40), fc.boolean(), (before, quote, after, other, moved) => {
        const text = before + quote + after
        const anchor: Anchor = { ...anchorIn(text, quote), start: before.length, prefix: before.slice(-ANCHOR_CONTEXT), suffix: after.slice(0, ANCHOR_CONTEXT) }
        const blocks = moved ? [block(other), block(text, 'p:nth-child(2)', 1)] : [block(text)]
        expect(placeNow(anchor, blocks).state).toBe('stands')
      }),
    )
  })

  test('it never says “mended” while the words still stand in their own block', () => {
    fc.assert(
      fc.property(words(0, 40), words(2, 8), words(0, 40), words(0, 20), words(0, 20), (before, quote, after, front, back) => {
        const text = before + quote + after
        const anchor: Anchor = { ...anchorIn(text, quote), start: before.length, prefix: before.slice(-ANCHOR_CONTEXT), suffix: after.slice(0, ANCHOR_CONTEXT) }
        expect(placeNow(anchor, [block(front + text + back)]).state).not.toBe('mended')
      }),
    )
  })

  test('likeness lies between 0 and 1, is the same both ways, and 1 for the same text', () => {
    fc.assert(
      fc.property(words(0, 30), words(0, 30), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a))
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0)
        expect(likeness(a, b)).toBeLessThanOrEqual(1)
        expect(likeness(a, a)).toBe(1)
      }),
    )
  })
})
