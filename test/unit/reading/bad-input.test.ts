import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPage, readPageInSlices } from '../../../utils/reading/index.ts'
import { documentOf, read } from './saved.ts'

const about = { url: 'http://www.qinghe.gov.cn/xw/', now: new Date('2026-11-21T04:00:00Z') }

describe('nothing throws into the page', () => {
  test.each([
    ['nothing at all', ''],
    ['no body', '<html><head></head></html>'],
    ['only text', '你好'],
    ['frameset', '<html><frameset cols="1,*"><frame src="a.html"><frame src="b.html"></frameset></html>'],
    ['broken nesting', '<table><div><p><ul><li><a href="http://[bad">甲</a><a href="%%">乙<tr><td>2026-02-30'],
    ['odd attributes', '<body><div class="  " id=" "><meta name="PubDate"><meta content="x"><a>无地址</a><img src=""><a href="java\nscript:;">x</a></div>'],
    ['a clobbered form', '<body><form id="f"><input name="children"><input name="id"><input name="parentElement"></form><p>发布时间：2026-10-12</p>'],
    ['right-to-left marks', '<body><h1>\u202e标题文字内容\u202c</h1><p>发布时间：\u200f2026\u200e-10-12</p>'],
  ])('%s', (_, html) => {
    const reading = read(html)
    expect(reading.url).toBe('http://www.qinghe.gov.cn/a/b.html')
    expect(JSON.parse(JSON.stringify(reading))).toEqual(JSON.parse(JSON.stringify(reading)))
  })

  test('a reader that fails is a gap, the others go on', () => {
    const doc = documentOf('<html><head><title>工作动态</title><meta name="ColumnName" content="工作动态"></head><body><ul><li><a href="/1.html">县政府召开常务会议</a><span>2026-10-12</span></li></ul></body></html>')
    const all = doc.querySelectorAll.bind(doc)
    doc.querySelectorAll = ((selector: string) => {
      if (selector === 'meta') throw new Error('the page interferes')
      return all(selector)
    }) as typeof doc.querySelectorAll
    const reading = readPage(doc, about)
    expect(reading.gaps).toContain('reading.gap.tags')
    expect(reading.list?.newest).toBe('2026-10-12')
  })
})

describe('large pages', () => {
  const rows = Array.from({ length: 250 }, (_, i) => `<li><a href="/a/${i}.html">关于第${i}号事项的通知公告</a><span>2026-0${(i % 9) + 1}-1${i % 9}</span></li>`).join('')
  const html = `<html><head><title>通知公告</title><meta name="ColumnName" content="通知公告"></head><body><ul>${rows}</ul></body></html>`

  test('are read to the end, at once and in slices alike', async () => {
    const doc = documentOf(html)
    const whole = readPage(doc, about)
    expect(whole.list?.items).toHaveLength(250)
    expect(whole.list?.newest).toBe('2026-09-18')
    let rests = 0
    const sliced = await readPageInSlices(doc, about, () => {
      rests++
      return Promise.resolve()
    })
    expect(rests).toBeGreaterThan(1)
    expect(sliced).toEqual(whole)
  })

  test('a page that changes between slices is read without an error', async () => {
    const doc = documentOf(html)
    let first = true
    const reading = await readPageInSlices(doc, about, () => {
      if (first) doc.body.innerHTML = '<p>换页了</p>'
      first = false
      return Promise.resolve()
    })
    expect(reading.kind).toBeDefined()
  })
})

test('whatever the tags, a reading comes out that can be stored', () => {
  const tag = fc.constantFrom('div', 'p', 'ul', 'li', 'a', 'table', 'tr', 'td', 'span', 'h1', 'iframe', 'script', 'footer', 'select', 'br')
  const text = fc.constantFrom('2026-10-12', '2月30日', '发布时间：', '来源：', '共 0 条', '首页 > 要闻', '下一页', '鲁ICP备', '\u200b', '\ud800', '标题文字标题文字', '&lt;', '来信时间', '设定依据')
  const piece = fc.oneof(text, tag.map((name) => `<${name} href="/x.html" class="list nav">`), tag.map((name) => `</${name}>`), fc.string({ maxLength: 6 }))
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const reading = read(`<body>${pieces.join('')}`)
      expect(reading.gaps.filter((gap) => !/frame|impossible-date|loading|later-page/.test(gap))).toEqual([])
      expect(() => JSON.stringify(reading)).not.toThrow()
    }),
    { numRuns: 120 },
  )
})
