import { describe, expect, test } from 'vitest'
import type { LinkReading } from '../../../utils/types/reading.ts'
import { read } from './saved.ts'

const linksOf = (html: string): LinkReading[] => read(`<body>${html}</body>`).links
const only = (html: string): LinkReading | undefined => linksOf(html)[0]

describe('links', () => {
  test.each([
    ['<a href="b.html">甲</a>', 'b.html', 'http://www.qinghe.gov.cn/a/b.html'],
    ['<a href=" /c/?x=1#y ">甲</a>', ' /c/?x=1#y ', 'http://www.qinghe.gov.cn/c/?x=1#y'],
    ['<a href="//zwfw.qinghe.gov.cn/">甲</a>', '//zwfw.qinghe.gov.cn/', 'http://zwfw.qinghe.gov.cn/'],
    ['<a href="mailto:a@qinghe.gov.cn">甲</a>', 'mailto:a@qinghe.gov.cn', 'mailto:a@qinghe.gov.cn'],
    ['<a href="http://http://www.qinghe.gov.cn/">甲</a>', 'http://http://www.qinghe.gov.cn/', 'http://http//www.qinghe.gov.cn/'],
    ['<a href="http://[bad">甲</a>', 'http://[bad', null],
    ['<a href="#">甲</a>', '#', null],
    ['<a href="javascript:;">甲</a>', 'javascript:;', null],
    ['<a href="javascript:void(0)">甲</a>', 'javascript:void(0)', null],
    ['<a href="">甲</a>', '', null],
  ])('%s', (html, raw, href) => {
    expect(only(html)).toMatchObject({ raw, href, tag: 'a' })
  })

  test('a link without address counts only when a script takes its click', () => {
    expect(linksOf('<a name="top"></a>')).toEqual([])
    expect(only('<a onclick="go()">甲</a>')).toMatchObject({ raw: '', href: null, handled: true })
  })

  test.each([
    ['<a href="#" onclick="go()">甲</a>', true],
    ['<div onclick="go()"><a href="#">甲</a></div>', true],
    ['<a href="javascript:go()">甲</a>', true],
    ['<a href="#" role="tab">甲</a>', true],
    ['<a href="#" data-url="/x">甲</a>', true],
    ['<a href="#" data-bs-toggle="collapse">甲</a>', true],
    ['<a href="#" data-tz="https://www.sample.com/">甲</a>', true],
    ['<a href="#" data-id="3">甲</a>', false],
    ['<a href="#" onclick="">甲</a>', false],
    ['<a href="#" onclick="return false;">甲</a>', false],
    ['<a href="#" onclick="go();return false;">甲</a>', true],
    ['<a href="javascript:javascript:void(0)">甲</a>', false],
    ['<a href="javascript:#">甲</a>', false],
    ['<a href="javascript:javascript:go()">甲</a>', true],
    ['<a href="#" class="x" target="_blank" title="y">甲</a>', false],
    ['<a href="javascript:;">甲</a>', false],
    ['<a href="javascript:return false;">甲</a>', false],
    ['<a href="javascript:{}">甲</a>', false],
    ['<a href="javascript:0">甲</a>', false],
    ['<a href="javascript:falseAlarm()">甲</a>', true],
    ['<a href="javascript:return go()">甲</a>', true],
  ])('%s is handled: %s', (html, handled) => {
    expect(only(html)?.handled).toBe(handled)
  })

  test('what people see of it: text, else the picture’s, else its title', () => {
    expect(linksOf('<a href="/1"> 政务\n 公开 </a><a href="/2"><img alt="找错"></a><a href="/3" title="办事"></a>').map((l) => l.text)).toEqual(['政务 公开', '找错', '办事'])
  })

  test.each([
    ['<a href="/x">甲</a>', true],
    ['<a href="/x" style="display:none">甲</a>', false],
    ['<div style="display:none"><a href="/x">甲</a></div>', false],
    ['<a href="/x" style="position:absolute;left:-9999px">甲</a>', false],
    ['<div style="position:absolute;top:-2000px"><p><a href="/x">甲</a></p></div>', false],
    ['<a href="/x" style="font-size:1px">甲</a>', false],
    ['<a href="/x" style="opacity:0">甲</a>', false],
    ['<a href="/x" style="opacity:0.8">甲</a>', true],
    ['<a href="/x" style="text-indent:-9999px">甲</a>', false],
    ['<a href="/x" style="text-indent:-9999px;width:90px;background:url(/logo.png)">甲</a>', true],
    ['<a href="/x" style="position:absolute;left:-9999px;background:url(/logo.png)">甲</a>', false],
  ])('%s is seen: %s', (html, visible) => {
    expect(only(html)?.visible).toBe(visible)
  })

  test('a place on the same page is looked for', () => {
    const html = '<a href="#a">1</a><a href="#%E7%94%B2">2</a><a href="#b">3</a><a href="#top">4</a><a href="#none">5</a><p id="a"></p><p id="甲"></p><a name="b"></a>'
    expect(linksOf(html).map((l) => l.lands)).toEqual([true, true, true, true, false])
  })

  test('pictures, frames and maps are addresses too; a picture within the page is none', () => {
    expect(linksOf('<img src="/1.png" alt="图"><iframe src="/2.html"></iframe><map><area href="/3.html" alt="区"></map><img src="data:image/png;base64,AAAA">').map((l) => [l.tag, l.text])).toEqual([
      ['img', '图'], ['iframe', ''], ['area', '区'],
    ])
  })
})
