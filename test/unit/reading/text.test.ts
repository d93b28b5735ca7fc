import { describe, expect, test } from 'vitest'
import { finish } from '../../../utils/reading/steps.ts'
import { collectBlocks } from '../../../utils/reading/blocks.ts'
import { blockText } from '../../../utils/reading/text.ts'
import { Zones } from '../../../utils/reading/zone.ts'
import { documentOf, read } from './saved.ts'

function block(html: string): Element {
  return documentOf(`<body>${html}</body>`).body.firstElementChild as Element
}

describe('the text of a block', () => {
  test.each([
    ['inline tags are joined', '<p>青<b>禾</b><span>县</span>人民政府</p>', '青禾县人民政府'],
    ['spaces and line ends in the source fold into one', '<p>  青禾县\n\t 人民政府 </p>', '青禾县 人民政府'],
    ['no-break spaces too', '<p>来源：&nbsp;&nbsp; 县政府</p>', '来源： 县政府'],
    ['a break is a line end', '<p>第一行<br>第二行<br><br>第三行</p>', '第一行\n第二行\n第三行'],
    ['unseen characters are left out', '<p>青\u200b禾\ufeff县\u00ad人\u200e民</p>', '青禾县人民'],
    ['scripts, styles and form values are no text', '<p>甲<script>x</script><style>y</style><select><option>z</option></select>乙</p>', '甲乙'],
    ['hidden parts are no text', '<p>甲<span style="display:none">丙</span><i style="visibility: hidden">丁</i>乙</p>', '甲乙'],
    ['comments are no text', '<p>甲<!-- 丙 -->乙</p>', '甲乙'],
    ['a block inside stands for itself', '<div>前<p>中</p>后</div>', '前\n后'],
    ['full-width spaces stay', '<p>　　正文</p>', '　　正文'],
  ])('%s', (_, html, text) => {
    expect(blockText(block(html)).text).toBe(text)
  })

  test('every stretch of it leads back to the same words on the page', () => {
    const element = block('<p> 截\u200b止<b>目\n  前</b>，<span>完成</span>了<br>九成 </p>')
    const { text, rangeAt } = blockText(element)
    expect(text).toBe('截止目 前，完成了\n九成')
    const words = (start: number, end: number): string =>
      (blockText(element).rangeAt(start, end)?.toString() ?? '').replace(/\u200b/g, '').replace(/\s+/g, ' ')
    expect(words(0, 2)).toBe('截止')
    expect(words(0, 5)).toBe('截止目 前')
    expect(words(6, 8)).toBe('完成')
    expect(words(10, 12)).toBe('九成')
    expect(rangeAt.call(blockText(element), 3, 3)).toBeNull()
    expect(blockText(element).rangeAt(0, 99)).toBeNull()
  })

  test('a text that has changed gives no range', () => {
    const element = block('<p>截止目前</p>')
    const before = blockText(element)
    ;(element.firstChild as Text).data = '截'
    expect(before.rangeAt(0, 4)).toBeNull()
  })
})

describe('the blocks of a page', () => {
  const blocksOf = (html: string): string[] => {
    const { body } = documentOf(`<body>${html}</body>`)
    return finish(collectBlocks(body, new Zones(body))).map((b) => b.text)
  }

  test('each text stands in exactly one block, as blockText gives it', () => {
    const { body } = documentOf('<body><div>前<p>一<b>二</b></p>后</div><table><tr><td>甲</td><td>乙<br>丙</td></tr></table><ul><li><a href="/">丁</a></li></ul>尾</body>')
    const blocks = finish(collectBlocks(body, new Zones(body)))
    expect(blocks.map((b) => b.text)).toEqual(['前\n后', '一二', '甲', '乙\n丙', '丁', '尾'])
    for (const b of blocks) expect(blockText(b.element).text).toBe(b.text)
  })

  test('a block that is a part of another keeps its place in the order of the page', () => {
    expect(blocksOf('<div><p>一</p>二<p>三</p></div>')).toEqual(['一', '二', '三'])
  })

  test('the text in an open shadow root is read', () => {
    const doc = documentOf('<body><div id="host"></div><p>外</p></body>')
    const root = (doc.getElementById('host') as Element).attachShadow({ mode: 'open' })
    root.innerHTML = '<p>内</p>'
    expect(finish(collectBlocks(doc.body, new Zones(doc.body))).map((b) => b.text)).toEqual(['外', '内'])
  })

  test('links side by side are blocks of their own', () => {
    const { blocks } = read('<body><div><a href="/1">政务</a><a href="/2">公开</a> | <a href="/3">办事</a></div><p>见<a href="/4">附件</a></p></body>')
    expect(blocks.map((b) => b.text)).toEqual(['政务', '公开', '办事', '见附件'])
  })
})
