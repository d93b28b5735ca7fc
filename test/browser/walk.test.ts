import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { countyManifest, ROSTER_CSV, type Fault, type Manifest } from '../sites/manifest.ts'
import { createCountyServer } from '../sites/server.ts'
import type { Finding } from '../../utils/types/finding.ts'
import { readCsv } from '../../utils/roster/csv-file.ts'
import type { Ready } from './kit/person.ts'
import { matches } from './kit/planted.ts'
import { session } from './kit/session.ts'

/** The whole walk over the demonstration county with the built extension: read, mark, record, export. */
const { running, person } = await session(await createCountyServer())
let page: Page
let manifest: Manifest
const seen = new Map<string, Ready>()

beforeAll(async () => {
  manifest = countyManifest(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  page = await running.context.newPage()
}, 120_000)

test('every planted fault is found, and nothing that was not planted', { timeout: 400_000 }, async () => {
  for (const url of manifest.allPages) seen.set(url, await person.visit(page, url))
  const found = [...seen].flatMap(([url, { findings }]) => findings.map((finding) => ({ url, finding })))
  const missed = manifest.faults.filter((fault) => !found.some(({ url, finding }) => url === fault.url && matches(fault, finding)))
  const extra = found.filter(({ url, finding }) => !manifest.faults.some((fault) => fault.url === url && matches(fault, finding)))
  expect({
    missed: missed.map(({ id, url, check }) => `${id} ${check} ${url}`),
    extra: extra.map(({ url, finding }) => `${finding.check} «${finding.evidence}» ${url}`),
  }).toEqual({ missed: [], extra: [] })
})

test('links behind a wall are not called dead', () => {
  for (const { url, href } of manifest.unsureLinks) {
    const { findings, links, unchecked } = seen.get(url)!
    expect(findings.filter(({ check, evidence }) => check === 'links/dead' && evidence.includes(href))).toEqual([])
    expect(links.unsure).toBeGreaterThan(0)
    // Which they are, and why, is said.
    expect(unchecked.flatMap(({ params }) => params?.['address'] ?? [])).toContain(href)
  }
})

test('each page says whose it is and how fresh its column is', () => {
  for (const { unit, url, id } of manifest.faults) {
    const { belonging } = seen.get(url)!
    expect([id, belonging.unit?.name]).toEqual([id, unit])
  }
})

test('one click records each fault with a screenshot; the weekly CSV holds exactly these', { timeout: 400_000 }, async () => {
  const recorded: { fault: Fault; finding: Finding }[] = []
  for (const url of new Set(manifest.faults.map((fault) => fault.url))) {
    await person.visit(page, url)
    for (const fault of manifest.faults.filter((fault) => fault.url === url)) {
      const glance = await person.glance(page)
      const finding = glance?.state === 'ready' ? glance.findings.find((finding) => matches(fault, finding)) : undefined
      expect(finding, fault.id).toBeDefined()
      await person.record(page, finding!)
      recorded.push({ fault, finding: finding! })
    }
  }
  const issues = (await person.issues()).toSorted((a, b) => a.number - b.number)
  expect(issues.map(({ number, check, url, unitName, shots }) => [number, check, url, unitName, shots.length])).toEqual(
    recorded.map(({ fault, finding }, at) => [at + 1, finding.check, fault.url, fault.unit, 1]),
  )
  const shots = new Map((await person.shots()).map((shot) => [shot.hash, shot]))
  for (const issue of issues) {
    const shot = shots.get(issue.shots[0]!.hash)
    expect(shot, `${issue.number}`).toMatchObject({ width: 1280, height: 800 })
    expect(shot!.size).toBeGreaterThan(5_000)
    expect(issue.deadline! > issue.foundAt.slice(0, 10)).toBe(true)
  }

  const { name, download } = await person.export('导出本周')
  expect(name).toMatch(/\d{4}-W\d\d.*\.csv$/)
  const bytes = await readFile(await download.path())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const [header, ...rows] = readCsv(bytes).rows.map(({ cells }) => cells)
  const at = (title: string) => header!.indexOf(title)
  expect(rows.map((row) => [row[at('问题编号')], row[at('责任单位')], row[at('网址')], row[at('错误原文')]])).toEqual(
    issues.map(({ number, unitName, url, quote }) => [String(number), unitName, url, quote.trim()]),
  )
})

test('each unit gets a folder with its list as CSV and XLSX, and its screenshots with the place outlined', async () => {
  const { name, download } = await person.export('按单位导出')
  expect(name).toMatch(/^单位问题清单-\d{4}-W\d\d\.zip$/)
  const files = unzipSync(new Uint8Array(await readFile(await download.path())))
  const issues = await person.issues()
  const units = [...new Set(issues.map(({ unitName }) => unitName))].sort()
  expect([...new Set(Object.keys(files).filter((path) => path.includes('/')).map((path) => path.split('/')[0]))].sort()).toEqual(units)
  for (const { unitName, number, shots } of issues) {
    const shot = files[`${unitName}/截图/${number}-1.png`]
    expect(shot, `no. ${number}`).toBeDefined()
    // Frame, tag and strip are drawn on a copy: the file is not the stored original.
    expect(createHash('sha256').update(shot!).digest('hex'), `no. ${number}`).not.toBe(shots[0]!.hash)
  }
  for (const unit of units) {
    const [header, ...rows] = readCsv(files[`${unit}/问题清单.csv`]!).rows.map(({ cells }) => cells)
    const at = header!.indexOf('问题编号')
    expect(rows.map((row) => row[at])).toEqual(issues.filter(({ unitName }) => unitName === unit).map(({ number }) => String(number)))
    expect(files[`${unit}/问题清单.xlsx`]?.length).toBeGreaterThan(2_000)
  }
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as { counts: { issues: number; missingShots: number } }
  expect(manifest.counts).toMatchObject({ issues: issues.length, missingShots: 0 })
})
