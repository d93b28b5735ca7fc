import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bulletin } from '../../../utils/lists/bulletin/bulletin.ts'
import { notice } from '../../../utils/lists/letter/notice.ts'
import { unitXlsx } from '../../../utils/lists/sheet/unit-xlsx.ts'
import { issue } from './make-issue.ts'
import { png } from './make-picture.ts'
import { convert, SOFFICE } from './soffice.ts'

/** Documents as LibreOffice prints them: what stands in the PDF is counted with another program. */
const POPPLER = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const shot = (hash: string) => ({ hash, takenAt: '2026-11-17T01:05:00Z', outlines: [] })
// Two different pictures, and one that is gone.
const ISSUES = [issue(1, { shots: [shot('a')] }), issue(2, { shots: [shot('b')], quote: '青禾县人民政俯' }), issue(3, { shots: [shot('gone')] }), issue(4, { note: '𠮷' })]
const PICTURES: Record<string, Uint8Array> = { a: png(320, 200, 40), b: png(320, 200, 90) }
const thumbs = async ({ hash }: { hash: string }) => PICTURES[hash] ?? null

/** Text without white space, number of pictures and of pages. */
function print(name: string, bytes: Uint8Array): { text: string; pictures: number; pages: number } {
  const folder = mkdtempSync(join(tmpdir(), 'duwang-print-'))
  try {
    const path = join(folder, 'document.pdf')
    writeFileSync(path, convert(name, bytes, 'pdf'))
    const text = execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' })
    const listed = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' })
    return { text: text.replace(/\s+/g, ''), pictures: listed.split('\n').filter((line) => / image /.test(line)).length, pages: text.split('\f').length - 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

describe.skipIf(!SOFFICE || !POPPLER)('printed by LibreOffice', () => {
  test('单位问题清单: every issue, two pictures, A4 pages', { timeout: 130_000 }, async () => {
    const { text, pictures, pages } = print('list.xlsx', await unitXlsx({ unitName: '青禾县教育和体育局', period: '2026-W47', issues: ISSUES, thumbs }))
    expect(text).toContain('青禾县教育和体育局网站问题清单')
    expect(text).toContain('青禾县人民政俯')
    expect(text.match(/尽快更新，或者合并、下线这个栏目。/g)).toHaveLength(4)
    expect(pictures).toBe(2)
    expect(pages).toBeGreaterThanOrEqual(3)
  })

  test('整改通知单: the letter on a page of its own, then every issue with its picture', { timeout: 130_000 }, async () => {
    const { text, pictures, pages } = print('notice.docx', await notice({ unitName: '青禾县教育和体育局', period: '2026年第47周', issues: ISSUES, day: '2026-11-21', reader: '何青', thumbs }))
    expect(text).toContain('共发现问题4个')
    expect(text.match(/尽快更新，或者合并、下线这个栏目。/g)).toHaveLength(4)
    expect(text).toContain('（截图缺失）')
    expect(pictures).toBe(2)
    // The hashes of the screenshots may take a page of their own.
    expect(pages).toBeGreaterThanOrEqual(2)
    expect(pages).toBeLessThanOrEqual(3)
  })

  test('通报: text and five annexes, no pictures', { timeout: 130_000 }, async () => {
    const input = { period: '2026年第四季度', previousPeriod: '2026年第三季度', area: '青禾县', signer: '青禾县人民政府办公室', day: '2026-12-31', issues: ISSUES, previous: [], sites: [], accounts: [], zero: [] }
    const { text, pictures } = print('bulletin.docx', (await bulletin(input)).bytes)
    for (const words of ['共发现问题4个', '一、总体情况', '二、主要问题', '附件5', '数据来源', '1—4']) expect(text).toContain(words)
    expect(pictures).toBe(0)
  })
})
