import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { html } from '../../../../utils/lists/page/html.ts'
import { unitPage, type UnitPageInput } from '../../../../utils/lists/page/unit-page.ts'
import type { Issue } from '../../../../utils/types/issue.ts'
import { issue } from '../make-issue.ts'
import { png } from '../make-picture.ts'

const shot = (hash: string) => ({ hash, takenAt: '2026-11-17T01:05:00Z', outlines: [] })
const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u0000'

async function open(issues: readonly Issue[], given: Partial<UnitPageInput> = {}) {
  const bytes = await unitPage({ unitName: '青禾县教育和体育局', period: '2026年第47周', issues, pictures: async ({ hash }) => (hash === 'p' ? png(20, 10, 5) : null), ...given })
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  const { document } = new Window()
  document.write(text)
  return { text, document, bytes }
}

describe('a unit\'s page', () => {
  test('shows every issue with its picture', async () => {
    const { document } = await open([issue(1, { shots: [shot('p'), shot('gone')] }), issue(2, { severity: 'serious' })])
    expect(document.title).toBe('青禾县教育和体育局网站问题清单（2026年第47周）')
    expect(document.querySelector('.summary')?.textContent).toBe('共 2 个问题：严重 1 个，一般 1 个，轻微 0 个，存疑 0 个。最早的整改时限：2026-11-20。')
    expect([...document.querySelectorAll('article')].map(({ id }) => id)).toEqual(['i1', 'i2'])
    expect(document.querySelector('#i1 img')?.getAttribute('src')).toMatch(/^data:image\/png;base64,iVBOR/)
    expect(document.querySelector('#i1 .missing')?.textContent).toBe('问题 1 的截图 2（截图缺失）')
    expect(document.querySelector('#i2 a')?.getAttribute('href')).toBe('https://www.qinghe.gov.cn/jydt/index.html')
  })

  test('keeps hostile words as words, and links to the web only', async () => {
    const hostile = { description: HOSTILE, quote: HOSTILE, context: `x${HOSTILE}`, suggestion: HOSTILE, siteName: HOSTILE, pageTitle: HOSTILE, unitName: HOSTILE, foundBy: HOSTILE }
    const { text, document } = await open([issue(1, { ...hostile, url: 'javascript:alert(1)', parentUrl: 'data:text/html,x' })], { unitName: HOSTILE, period: HOSTILE })
    expect(document.querySelectorAll('script, img, a, iframe, object, [onerror]')).toHaveLength(0)
    expect(text).not.toMatch(/<script|<img/i)
    expect(text).not.toContain('\u0000')
    expect(document.querySelector('.description')?.textContent).toContain('<script>alert(1)</script>')
  })

  test('loads nothing and runs nothing', async () => {
    const { document, text } = await open([issue(1, { shots: [shot('p')] })])
    expect(document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content')).toBe("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    expect(document.querySelectorAll('script, link, [src^="http"]')).toHaveLength(0)
    expect(text).not.toMatch(/@import|url\(/)
  })

  test('is the same for the same data, and says when there is nothing', async () => {
    const [first, second] = [await open([issue(1)]), await open([issue(1)])]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect((await open([])).document.querySelector('main')?.textContent).toContain('没有问题')
  })
})

test('markup is made of markup only', () => {
  expect(html`<b>${'<i>'}</b>${html`<u>${1}</u>`}${[html`a`, html`b`]}`.text).toBe('<b>&lt;i&gt;</b><u>1</u>ab')
})
