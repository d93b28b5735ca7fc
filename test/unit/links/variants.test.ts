import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../utils/links/answer.ts'
import { judge, type JudgeTools } from '../../../utils/links/judge.ts'
import { REASONS } from '../../../utils/links/reasons.ts'
import { sketch, unknownPage } from '../../../utils/links/soft404.ts'
import { readHtml } from '../../../utils/links/html.ts'
import { VARIANTS, type Variant } from './variants.ts'

const ASKED = 'http://www.qinghe.gov.cn/zwgk/202001/t20200101_12.html'

function answer(variant: Pick<Variant, 'body'> & Partial<Variant>): Answer {
  const asked = variant.asked ?? ASKED
  const bytes = new TextEncoder().encode(variant.body)
  return {
    asked, final: variant.final ?? asked, status: variant.status ?? 200, contentType: variant.type ?? 'text/html; charset=utf-8', disposition: variant.disposition ?? '',
    length: bytes.length, retryAfter: null, marks: variant.marks ?? '', bytes, whole: true, broken: false, late: false, hops: [], ip: null, ms: 1,
  }
}

const tools = (variant?: Variant): JudgeTools => ({
  unknown: () => Promise.resolve({ kind: 'honest' }),
  follow: (to) => Promise.resolve(variant?.at?.[to] ? answer({ ...variant.at[to], asked: to }) : null),
  tail: () => Promise.resolve(null),
})

test.each(VARIANTS.map((variant) => [variant.name, variant] as const))('%s', async (_, variant) => {
  const { reason } = await judge(answer(variant), tools(variant))
  expect(variant.reasons).toContain(reason)
})

test('no wall and no living page among them is called dead', async () => {
  for (const variant of VARIANTS.filter(({ reasons }) => reasons.every((reason) => REASONS[reason as keyof typeof REASONS] !== 'dead'))) {
    expect(REASONS[(await judge(answer(variant), tools(variant))).reason], variant.name).not.toBe('dead')
  }
})

test('no page gets worse by standing longer: with much more text around it no message means death', async () => {
  const more = Array.from({ length: 12 }, (_, at) => `<p>第${at}段：护河员沿着步道巡查，把水位和排口的情况记进本子里，回来以后逐条录入系统，由河长办核对。</p>`).join('')
  for (const variant of VARIANTS.filter(({ body, type, final, at, status }) => body.includes('</body>') && !type && !final && !at && !status)) {
    const { reason } = await judge(answer({ ...variant, body: variant.body.replace('</body>', `${more}</body>`).replace(/<title>[^<]*<\/title>/, '<title>护河员的一天</title>') }), tools())
    expect(reason, variant.name).not.toBe('soft-404')
  }
})

describe('a host that sends one file to every address', () => {
  const frame = (script: string) => `<html><head><title>青禾县档案查询</title>${script}</head><body><ul><li><a href="/">首页</a></li></ul><h1>档案目录</h1><p>请稍候，目录正在读取，读取完毕后按年代和卷宗号排列，可以用右上角的框查找。</p><div id="list"></div></body></html>`
  const at = (script: string) => {
    const same = unknownPage(sketch(readHtml(frame(script)), `${ASKED}a`), sketch(readHtml(frame(script)), `${ASKED}b`))
    return judge(answer({ body: frame(script) }), { ...tools(), unknown: () => Promise.resolve(same) })
  }

  test('that a script fills: nothing can be told', async () => {
    expect((await at('<script>$.ajax({url:"/api/doc?id="+location.search})</script>')).reason).toBe('needs-script')
    expect((await at('<script type="module" src="/assets/index.js"></script>')).reason).toBe('needs-script')
  })

  test('that nothing fills: it is the host’s answer to what is missing', async () => {
    expect((await at('<script src="/count.js"></script>')).reason).toBe('soft-404')
  })
})

describe('a file by its name in the answer', () => {
  const file = (body: string | Uint8Array, more: Partial<Answer>) => ({ ...answer({ body: '', asked: 'http://www.qinghe.gov.cn/download.do?id=3' }), bytes: typeof body === 'string' ? new TextEncoder().encode(body) : body, ...more })
  test.each([
    ['empty', '', { disposition: 'attachment; filename="a.doc"', length: 0 }, 'attachment-empty'],
    ['empty by type', '', { contentType: 'application/pdf', length: 0 }, 'attachment-empty'],
    ['text instead', 'no such record', { disposition: "attachment; filename*=UTF-8''%E9%99%84%E4%BB%B6.pdf", contentType: 'application/octet-stream' }, 'attachment-page'],
    ['whole', '%PDF-1.4 startxref %%EOF', { contentType: 'application/pdf' }, 'ok'],
    ['cut', '%PDF-1.4 and no end', { contentType: 'application/pdf' }, 'attachment-truncated'],
  ])('%s', async (_, body, more, reason) => expect((await judge(file(body, more), tools())).reason).toBe(reason))
})

describe('files whose head names more than came', () => {
  function ole(sectors: number, size: number): Uint8Array {
    const bytes = new Uint8Array(size)
    const view = new DataView(bytes.buffer)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    view.setUint16(30, 9, true)
    for (let at = 0; at < 109; at++) view.setUint32(76 + at * 4, 0xffffffff, true)
    view.setUint32(48, 1, true)
    view.setUint32(76, sectors, true)
    return bytes
  }
  const at = (name: string, bytes: Uint8Array, more: Partial<Answer> = {}) => judge({ ...answer({ body: '', asked: `http://www.qinghe.gov.cn/files/${name}` }), contentType: 'application/octet-stream', bytes, length: bytes.length, ...more }, tools())

  test.each(['doc', 'xls', 'wps', 'et'])('OLE as .%s', async (extension) => {
    expect((await at(`a.${extension}`, ole(6, 4096))).reason).toBe('ok')
    expect((await at(`a.${extension}`, ole(90, 4096))).reason).toBe('attachment-truncated')
    expect((await at(`a.${extension}`, ole(90, 4096), { whole: false, length: 90_000 })).reason).toBe('ok')
  })

  test('a PDF made for the web whose second half is missing', async () => {
    const linear = new TextEncoder().encode(`%PDF-1.4 1 0 obj startxref 0 %%EOF ${'0 obj stream '.repeat(400)}`)
    expect((await at('a.pdf', linear)).reason).toBe('attachment-truncated')
  })

  test('OFD and docx without their directory', async () => {
    const zip = (end: string) => Uint8Array.from(`PK\u0003\u0004${'x'.repeat(300)}${end}`, (letter) => letter.charCodeAt(0))
    for (const name of ['a.ofd', 'a.docx', 'a.zip']) {
      expect((await at(name, zip('PK\u0005\u0006'))).reason).toBe('ok')
      expect((await at(name, zip(''))).reason).toBe('attachment-truncated')
    }
  })
})

test('the header Refresh sends a visitor on as <meta> does', async () => {
  const home = { 'http://www.qinghe.gov.cn/': { body: '<title>青禾县人民政府</title><p>首页</p>' } }
  const sent = { ...answer({ body: '<p>稍候</p>' }), refresh: '0; url=/' }
  expect((await judge(sent, tools({ name: '', reasons: [], body: '', at: home }))).reason).toBe('redirect-home')
})
