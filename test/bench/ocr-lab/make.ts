import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../../browser/kit/flags.ts'
import { PLAIN_FLAGS } from '../bundle.ts'
import { posters } from './posters.ts'
import { sheets } from './sheets.ts'

/** Draws the development pictures into a folder, or those of them whose name is wanted, each with its text. @returns how many */
export async function makePictures(folder: string, isWanted: (name: string) => boolean = () => true): Promise<number> {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: PLAIN_FLAGS })
  try {
    const page = await browser.newPage()
    const all = [...sheets(), ...posters()].filter(({ name }) => isWanted(name))
    for (const { name, html, width, height, jpeg, transparent = false, truth } of all) {
      await page.setViewportSize({ width, height: height ?? 100 })
      await page.setContent(html)
      const picture = await page.screenshot({ fullPage: height === null, ...(jpeg === null ? { type: 'png', omitBackground: transparent } : { type: 'jpeg', quality: jpeg }) })
      writeFileSync(join(folder, `${name}.${jpeg === null ? 'png' : 'jpg'}`), picture)
      writeFileSync(join(folder, `${name}.txt`), `${truth}\n`)
    }
    return all.length
  } finally {
    await browser.close()
  }
}
