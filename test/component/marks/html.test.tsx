import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanedHtml } from '../../../utils/app/page/capture/html.ts'

const MOST = 8 * 1024

function element(html: string): Element {
  const holder = document.createElement('div')
  holder.innerHTML = html
  return holder
}

const cleaned = (html: string, most = MOST) => cleanedHtml(element(html), most)

test('what runs, loads or was typed is left out; words and addresses stay', () => {
  const html = cleaned(`
    <p onclick="steal()" style="color:red" class="a">请看<a href="/zwgk/1.html">附件</a>
    <a href=" java&#10;script:alert(1)">坏</a><img src="data:image/png;base64,AAAA" alt="图"><img srcset="/a.png 1x, data:image/png;base64,AA 2x">
    <script>alert(1)</script><style>p{}</style><iframe srcdoc="<script>x</script>" src="/f.html"></iframe>
    <input value="13800138000" name="tel" checked><object data="blob:http://a/b"></object><!-- 注释 --></p>`)
  expect(html).toContain('<a href="/zwgk/1.html">附件</a>')
  expect(html).toContain('<img alt="图">')
  expect(html).toContain('<input name="tel">')
  expect(html).toContain('src="/f.html"')
  for (const bad of ['script', 'onclick', 'style', 'data:', 'blob:', '13800138000', '注释', 'checked']) expect(html.toLowerCase()).not.toContain(bad)
})

test('text is escaped, so that what looks like a tag in the words is no tag', () => {
  const holder = document.createElement('p')
  holder.textContent = '<img src=x onerror=alert(1)> & "引号"'
  expect(cleanedHtml(holder, MOST)).toBe('<p>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;引号&quot;</p>')
})

test('at most so many bytes, cut between nodes with every tag closed', () => {
  const html = cleaned(`<ul>${'<li>这是一条很长的通知公告标题</li>'.repeat(1000)}</ul>`)
  expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(MOST)
  expect(html.endsWith('</ul></div>')).toBe(true)
  expect(html.length).toBeGreaterThan(MOST / 4)
  const long = cleaned(`<p>${'字'.repeat(10_000)}</p>`)
  expect(new TextEncoder().encode(long).length).toBeLessThanOrEqual(MOST)
  expect(long).toContain('…')
})

test('whatever the page holds: within the bytes, no handler, no script, tags in pairs', () => {
  const tag = fc.constantFrom('p', 'div', 'a', 'script', 'svg', 'table', 'td', 'img', 'br', 'style', 'iframe')
  const attribute = fc.tuple(fc.constantFrom('href', 'src', 'onload', 'onmouseover', 'title', 'srcdoc', 'value', 'data-x'), fc.oneof(fc.string(), fc.constantFrom('javascript:x', 'JaVaScRiPt:x', 'data:text/html,x', 'blob:x', ' data:x', '"><script>')))
  const node: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme' }).map((text) => document.createTextNode(text)),
      fc.tuple(tag, fc.array(attribute, { maxLength: 3 }), fc.array(tie('node'), { maxLength: 4 })).map(([name, attributes, children]) => {
        const made = document.createElement(name)
        for (const [key, value] of attributes) made.setAttribute(key, value)
        for (const child of children) made.appendChild(child.cloneNode(true))
        return made
      }),
    ),
  })).node
  fc.assert(
    fc.property(node, fc.integer({ min: 200, max: 2000 }), (one, most) => {
      const root = document.createElement('section')
      root.appendChild(one.cloneNode(true))
      const html = cleanedHtml(root, most)
      expect(new TextEncoder().encode(html).length).toBeLessThanOrEqual(most)
      const tags = html.match(/<[^>]*>/g) ?? []
      expect(tags.join('')).not.toMatch(/<script|<style| on\w+=|srcdoc=|"\s*(?:javascript|data|blob):/i)
      const open: string[] = []
      for (const text of tags) {
        const name = /^<\/?([\w-]+)/.exec(text)![1]!
        if (text.startsWith('</')) expect(open.pop()).toBe(name)
        else if (!['img', 'br'].includes(name)) open.push(name)
      }
      expect(open).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('what lets somebody in is left out of attributes and addresses', () => {
  const html = cleaned('<form action="/x?token=abc123"><input type="hidden" name="_token" data-token="s3cr3t"><a href="/p;jsessionid=FFAA?id=7&amp;access_token=WW#a" data-csrf="c" data-author="某某">会话</a></form>')
  expect(html).toBe('<div><form action="/x?token=…"><input type="hidden" name="_token"><a href="/p;jsessionid=…?id=7&amp;access_token=…#a" data-author="某某">会话</a></form></div>')
})
