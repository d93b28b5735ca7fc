import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { convert, UTF8_CSV } from '../unit/lists/soffice.ts'

/** Points a page is drawn with: a README shows a document small. */
const DPI = '75'

/** The rows at the top of a table, in dots. */
const TOP = ['-x', '0', '-y', '40', '-W', '620', '-H', '260']

/** A page of a document as LibreOffice prints it, PNG; of a CSV, the top of the first. Needs LibreOffice and poppler's pdftoppm. */
export function printed(name: string, bytes: Uint8Array, page = 1): Buffer {
  const csv = name.endsWith('.csv')
  const folder = mkdtempSync(join(tmpdir(), 'duwang-printed-'))
  try {
    const path = join(folder, 'document.pdf')
    writeFileSync(path, convert(name, bytes, 'pdf', csv ? { in: `CSV:${UTF8_CSV}` } : {}))
    execFileSync('pdftoppm', ['-png', '-r', DPI, '-f', String(page), '-l', String(page), '-singlefile', ...(csv ? TOP : []), path, join(folder, 'page')])
    return readFileSync(join(folder, 'page.png'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes a picture of each document that 导出 writes, from the files that a person gets. */
export async function takeDocuments(desk: Page, browser: Browser, save: (name: string, png: Buffer) => Promise<void>): Promise<void> {
  const saved = async (click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> => {
    const waiting = desk.waitForEvent('download')
    await click()
    const download = await waiting
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) }
  }
  const week = await saved(() => desk.getByRole('button', { name: '导出本周' }).click())
  await save('doc-week', printed(week.name, week.bytes))
  await desk.getByRole('checkbox', { name: '问题清单.html（网页）' }).check()
  const zip = await saved(() => desk.getByRole('button', { name: '按单位导出' }).click())
  const files = unzipSync(zip.bytes)
  // The unit with most in it shows most.
  const [folder] = Object.keys(files).filter((path) => path.endsWith('.docx')).sort((a, b) => files[b]!.length - files[a]!.length).map((path) => path.split('/')[0])
  const file = (name: string) => files[`${folder}/${name}`]!
  await save('doc-sheet', printed('list.xlsx', file('问题清单.xlsx')))
  await save('doc-notice', printed('notice.docx', file('整改通知单.docx')))
  await save('doc-notice-list', printed('notice.docx', file('整改通知单.docx'), 2))
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } })
  await page.setContent(strFromU8(file('问题清单.html')))
  await save('doc-page', await page.screenshot())
  await page.close()
  const bulletin = await saved(() => desk.getByRole('button', { name: '生成通报' }).click())
  await save('doc-bulletin', printed('bulletin.docx', bulletin.bytes))
  await desk.goto(desk.url().replace(/#.*$/, '#/selfcheck'))
  const selfCheck = await saved(() => desk.getByRole('button', { name: '导出自查表' }).click())
  await save('doc-selfcheck', printed('selfcheck.xlsx', selfCheck.bytes))
  await desk.goto(desk.url().replace(/#.*$/, '#/rounds/log'))
  const log = await saved(() => desk.getByRole('button', { name: '导出读网记录' }).click())
  await save('doc-readinglog', printed('log.xlsx', log.bytes))
}
