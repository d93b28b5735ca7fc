import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import type { Person } from '../browser/kit/person.ts'
import { countyManifest } from '../sites/manifest.ts'
import { SAY } from './words.ts'

/** Where the tour leaves what it made; ignored by git. */
export const OUT = '.output/tour'

/** Reads the demonstration pages with the real extension, records what it finds, exports, and says where everything lies. */
export async function guidedTour(person: Person, page: Page, site: string | null): Promise<void> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const pages = site === null ? [...new Set(countyManifest(today).faults.map(({ url }) => url))] : [site]
  console.log(SAY.reading(pages.length))
  for (const url of pages) {
    const { title, freshness, date, findings } = await person.visit(page, url)
    for (const finding of findings) await person.record(page, finding)
    console.log(`  ${freshness.day ?? date?.day ?? '----------'}  ${String(findings.length).padStart(2)}  ${title}`)
  }
  const issues = await person.issues()
  if (!issues.length) {
    console.log(SAY.nothing)
    return
  }
  const week = await person.export('导出本周')
  const csv = join(OUT, week.name)
  await week.download.saveAs(csv)
  const units = await person.export('按单位导出')
  const zip = join(OUT, units.name)
  await units.download.saveAs(zip)
  await unpack(zip, join(OUT, '按单位'))
  console.log(SAY.done(issues.length, csv, zip, join(OUT, '按单位')))
}

async function unpack(zip: string, folder: string): Promise<void> {
  for (const [name, bytes] of Object.entries(unzipSync(new Uint8Array(await readFile(zip))))) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes)
  }
}
