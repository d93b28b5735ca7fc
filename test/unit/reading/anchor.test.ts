import { describe, expect, test } from 'vitest'
import { anchorOf, selectorOf } from '../../../utils/reading/anchor.ts'
import { findAnchor, findElement } from '../../../utils/reading/find.ts'
import { blockText } from '../../../utils/reading/text.ts'
import { documentOf } from './saved.ts'

const PAGE = '<body><div><p>第一段 截止目前 完成。</p><p>第二段，截止目前，完成九成。</p><p id="三">第三段<b>截止</b>目前，无。</p></div></body>'

function anchorIn(doc: Document, selector: string, quote: string) {
  const element = doc.querySelector(selector) as Element
  const { text } = blockText(element)
  const start = text.indexOf(quote)
  return anchorOf(element, text, start, start + quote.length)
}

describe('selectors', () => {
  test('every element is found by its own', () => {
    const doc = documentOf('<body><div id="a"><p>1</p><p id="1x">2</p></div><div id="a"><ul><li>3</li><li>4<o:p>5</o:p></li></ul></div></body>')
    for (const element of doc.querySelectorAll('body *')) expect(findElement(doc, selectorOf(element))).toBe(element)
  })

  test('an element in an open shadow root is found through its host', () => {
    const doc = documentOf('<body><div id="host"></div></body>')
    const root = (doc.getElementById('host') as Element).attachShadow({ mode: 'open' })
    root.innerHTML = '<section><p>内</p></section>'
    const inner = root.querySelector('p') as Element
    expect(findElement(doc, selectorOf(inner))).toBe(inner)
  })

  test('the element is another where the page has put one before it, and none where the path ends early or its tag changed', () => {
    const doc = documentOf('<body><ul><li><a>1</a></li><li><a>2</a></li></ul></body>')
    const last = selectorOf(doc.querySelectorAll('a')[1] as Element)
    doc.querySelector('ul')?.prepend(doc.createElement('li'))
    expect(findElement(doc, last)?.textContent).toBe('1')
    expect(findElement(doc, last.replace('nth-child(2)>a', 'nth-child(1)>a'))).toBeNull()
    expect(findElement(doc, last.replace('nth-child(2)>a', 'nth-child(3)>a'))?.textContent).toBe('2')
    expect(findElement(doc, last.replace('nth-child(2)>a', 'nth-child(9)>a'))).toBeNull()
    expect(findElement(doc, last.replace('>a:', '>b:'))).toBeNull()
  })

  test('a selector that is no path of ours is left to the browser', () => {
    const doc = documentOf('<body><p id="a">1</p><div><p class="b">2</p></div></body>')
    expect(findElement(doc, 'div p.b')?.textContent).toBe('2')
    expect(findElement(doc, 'p:nth-child(1)')?.textContent).toBe('1')
    expect(findElement(doc, '#a')?.textContent).toBe('1')
  })

  test('a selector of another page, or none at all, finds nothing', () => {
    const doc = documentOf(PAGE)
    expect(findElement(doc, '#gone')).toBeNull()
    expect(findElement(doc, 'p:nth-child(')).toBeNull()
    expect(findElement(doc, 'div >>> p')).toBeNull()
  })
})

describe('an anchor is found again', () => {
  test('where it was', () => {
    const doc = documentOf(PAGE)
    const anchor = anchorIn(doc, 'p:nth-child(2)', '截止目前')
    expect(anchor).toMatchObject({ quote: '截止目前', prefix: '第二段，', suffix: '，完成九成。', start: 4 })
    const found = findAnchor(doc, anchor)
    expect(found?.exact).toBe(true)
    expect(found?.range?.toString()).toBe('截止目前')
  })

  test('across inline tags', () => {
    const doc = documentOf(PAGE)
    expect(findAnchor(doc, anchorIn(doc, '#三', '截止目前'))?.range?.toString()).toBe('截止目前')
  })

  test('where its words are masked: at its offset, else where alone they fit', () => {
    const doc = documentOf('<body><p id="two">赵某甲13800001234，钱某乙13811111234。</p><p id="one">请拨13800001234。</p></body>')
    const anchor = { quote: '138****1234', prefix: '', suffix: '', start: 18, selector: '#two' }
    expect(findAnchor(doc, anchor)?.range?.toString()).toBe('13811111234')
    expect(findAnchor(doc, { ...anchor, start: 3, selector: '#one' })?.range?.toString()).toBe('13800001234')
    expect(findAnchor(doc, { ...anchor, start: 5 })).toBeNull()
    expect(findAnchor(doc, { ...anchor, quote: '139****1234' })).toBeNull()
  })

  test('by its context when the page has moved it', () => {
    const anchor = anchorIn(documentOf(PAGE), 'p:nth-child(2)', '截止目前')
    const moved = documentOf('<body><h1>新标题</h1><div><p>第一段 截止目前 完成。</p><div><p>新的一段</p></div><p>第二段，截止目前，完成九成。</p></div></body>')
    const found = findAnchor(moved, anchor)
    expect(found?.exact).toBe(false)
    expect(found?.element.textContent).toBe('第二段，截止目前，完成九成。')
  })

  test('in its own element although the words around it were edited', () => {
    const doc = documentOf(PAGE)
    const anchor = anchorIn(doc, 'p:nth-child(2)', '截止目前')
    ;(doc.querySelector('p:nth-child(2)') as Element).textContent = '改过的第二段：截止目前完成九成'
    expect(findAnchor(doc, anchor)).toMatchObject({ exact: false })
  })

  test('not at a look-alike: 原文已变', () => {
    const doc = documentOf(PAGE)
    const anchor = anchorIn(doc, 'p:nth-child(2)', '截止目前')
    ;(doc.querySelector('p:nth-child(2)') as Element).textContent = '第二段，截至目前，完成九成。'
    expect(findAnchor(doc, anchor)).toBeNull()
  })

  test('as an element when it has no words', () => {
    const doc = documentOf(PAGE)
    const anchor = anchorOf(doc.querySelector('p') as Element)
    expect(findAnchor(doc, anchor)).toMatchObject({ range: null, exact: true })
  })
})
