/**
 * Draws the county's 一图读懂 into `pictures/`, as it is with its planted slips and as it is mended: `node test/sites/look/draw-pictures.ts`.
 * The files are kept, because fonts differ from machine to machine.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import { fillSlips } from '../county/fill.ts'
import { LONG_PICTURE } from '../content/long-picture.ts'

const STYLE = `
*{box-sizing:border-box;margin:0} body{width:760px;font:22px/36px "Noto Sans CJK SC",sans-serif;color:#20303c;background:#eef6fb}
header{padding:44px 40px 34px;background:#14508c;color:#fff;text-align:center} h1{font-size:38px;line-height:54px} header p{font-size:20px;opacity:.92}
section{margin:26px 28px;padding:24px 28px 26px;background:#fff;border-radius:12px} h2{display:inline-block;margin-bottom:12px;padding:4px 18px;background:#2f8f5b;color:#fff;border-radius:6px;font-size:24px}
footer{padding:8px 28px 34px;text-align:center;font-size:18px;color:#4a5c6a}`

const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const page = await browser.newPage({ viewport: { width: 760, height: 400 } })
const folder = new URL('./pictures/', import.meta.url)
await mkdir(folder, { recursive: true })
for (const mended of [false, true]) {
  await page.setContent(fillSlips(`<style>${STYLE}</style>${LONG_PICTURE}`, mended))
  await writeFile(new URL(`gongshui-${mended ? 'mended' : 'slips'}.png`, folder), await page.screenshot({ fullPage: true }))
}
await browser.close()
