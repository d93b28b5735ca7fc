import mammoth from 'mammoth'
import JSZip from 'jszip'
import { describe, expect, test, vi } from 'vitest'
import { notice, type NoticeInput } from '../../../../utils/lists/letter/notice.ts'
import { NOTICE } from '../../../../utils/lists/letter/notice-words.ts'
import { strangePlaces, templateProblems } from '../../../../utils/lists/letter/template.ts'
import { issue } from '../make-issue.ts'
import { png } from '../make-picture.ts'
import { convert, SOFFICE } from '../soffice.ts'

const shot = (hash: string) => ({ hash, takenAt: '2026-11-17T01:05:00Z', outlines: [] })
const PICTURES: Record<string, Uint8Array> = { wide: png(480, 270, 30), tall: png(200, 800, 90) }
const NASTY = issue(3, {
  description: '=HYPERLINK("http://evil.example","点此")\u0000\ud800', quote: '<w:p>&"\'', suggestion: '第一行\n第二行', pageTitle: '标'.repeat(10_000), url: 'javascript:alert(1)',
})
const ISSUES = [issue(1, { shots: [shot('wide'), shot('tall')] }), issue(2, { shots: [shot('gone')], severity: 'serious', deadline: '2026-11-27' }), NASTY]

const make = (given: Partial<NoticeInput> = {}) =>
  notice({ unitName: '青禾县教育和体育局', period: '2026年第47周', issues: ISSUES, day: '2026-11-21', reader: '何青', thumbs: async ({ hash }) => PICTURES[hash] ?? null, ...given })

/** What another library reads of the document. */
async function read(bytes: Uint8Array) {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  return { html: value, text: value.replace(/<br \/>/g, '\n').replace(/<[^>]+>/g, '|').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/&quot;/g, '"'), messages }
}

const part = async (bytes: Uint8Array, path: string) => (await JSZip.loadAsync(bytes)).file(path)!.async('text')

describe('another reader finds', () => {
  test('title, addressee, counts, deadlines, signature and date', async () => {
    const { text } = await read(await make({ template: { ...NOTICE.template, signer: '青禾县政务公开办' } }))
    expect(text).toContain('|网站问题整改通知单|')
    expect(text).toContain('|青禾县教育和体育局：|')
    expect(text).toContain('2026年第47周共发现问题3个，其中严重问题1个、一般问题2个、轻微问题0个')
    expect(text).toContain('最早的时限为2026年11月20日')
    expect(text).toContain('于2026年11月27日前发回')
    expect(text).toMatch(/\|青禾县政务公开办\|+2026年11月21日\|/)
    expect(text).not.toMatch(/[{}]/)
  })

  test('every issue in the table, with the picture that is there and a word for the one that is not', async () => {
    const { html, text } = await read(await make())
    expect([...html.matchAll(/<tr>/g)]).toHaveLength(4)
    expect([...html.matchAll(/<img alt="截图 1-1" src="data:image\/png/g)]).toHaveLength(1)
    expect(text).toContain('另有截图 1 张')
    expect(text).toContain('（截图缺失）')
  })

  test('hostile words as words', async () => {
    const { html, text } = await read(await make({ issues: [NASTY] }))
    expect(text).toContain('=HYPERLINK("http://evil.example","点此")\ufffd')
    expect(text).toContain('错误原文：<w:p>&"\'')
    expect(text).toContain('第一行\n第二行')
    expect(html).not.toContain('javascript:')
  })
})

test('is set as GB/T 9704 asks: A4, margins, 28.95 pt lines, fonts by name, page numbers left and right', async () => {
  const bytes = await make()
  const body = await part(bytes, 'word/document.xml')
  expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
  expect(body).toMatch(/<w:spacing[^>]*w:line="580" w:lineRule="exact"/)
  for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体']) expect(body).toContain(`w:eastAsia="${font}"`)
  expect(body).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
  expect(await part(bytes, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  expect(await part(bytes, 'word/footer1.xml')).toContain('<w:jc w:val="right"/>')
  expect(await part(bytes, 'word/footer2.xml')).toContain('<w:jc w:val="left"/>')
})

test('the same data gives the same bytes, at any time', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-18T00:00:00Z') })
  try {
    const first = await make()
    vi.setSystemTime(new Date('2027-03-01T12:00:00Z'))
    expect(Buffer.compare(first, await make())).toBe(0)
    expect(Buffer.compare(first, await make({ issues: [issue(1, { description: '别的' })] }))).not.toBe(0)
  } finally {
    vi.useRealTimers()
  }
})

describe('a template of one\'s own', () => {
  test('names what it knows no value for', () => {
    expect(strangePlaces(NOTICE.template, NOTICE.places)).toEqual([])
    const template = { ...NOTICE.template, body: '{单位}有{问题}个问题，{问题}。{__proto__}{ }' }
    expect(strangePlaces(template, NOTICE.places)).toEqual(['问题', '__proto__', ' '])
    expect(templateProblems({ ...template, title: ' ', body: '' }, NOTICE.places)).toEqual([{ key: 'export.template.no-title' }, { key: 'export.template.no-body' }])
  })

  test('keeps its own words, and braces that mean nothing stay', async () => {
    const { text } = await read(await make({ template: { title: '关于{单位}', greeting: '', body: '一、请整改。共{问题数}个\n\n{没有}', signer: '办公室' } }))
    expect(text).toContain('|关于青禾县教育和体育局|')
    expect(text).toContain('一、请整改。共3个|')
    expect(text).toContain('{没有}')
  })
})

describe.skipIf(!SOFFICE)('LibreOffice', () => {
  test('shows the letter', { timeout: 130_000 }, async () => {
    const seen = convert('notice.docx', await make(), 'txt', { out: 'Text (encoded):UTF8' }).toString('utf8')
    expect(seen).toContain('青禾县教育和体育局：')
    expect(seen).toContain('2026年11月21日')
    for (const { number } of ISSUES) expect(seen).toMatch(new RegExp(`^${number}$`, 'm'))
  })
})
