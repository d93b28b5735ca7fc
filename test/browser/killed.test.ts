import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { launchKillable } from './kit/killable.ts'
import { Person } from './kit/person.ts'

/** 已记录 means on the disk: the browser is killed the moment it is said, twenty times. */
const ROUNDS = 20
const PAGES = ['http://www.qinghe.gov.cn/zwgk/rsxx/', 'http://wjj.qinghe.gov.cn/gzdt.htm', 'http://www.qinghe.gov.cn/bsfw/']

let county: CountyServer
const profile = mkdtempSync(join(tmpdir(), 'duwang-killed-'))

beforeAll(async () => {
  county = await createCountyServer()
})

afterAll(async () => {
  await county?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('every issue and screenshot survives SIGKILL right after 已记录', { timeout: 300_000 }, async () => {
  const said: { number: number; check: string; evidence: string }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const chromium = await launchKillable(profile, county.port, round === 0)
    const person = new Person(chromium)
    if (round === 0) await person.speakChinese()
    const page = await chromium.context.newPage()
    const { findings, recorded } = await person.visit(page, PAGES[round % PAGES.length]!)
    const finding = findings.find(({ id }) => recorded[id] === undefined) ?? findings[0]!
    const before = await person.issues()
    expect(before.map(({ number }) => number)).toEqual(said.map(({ number }) => number))
    if (recorded[finding.id] === undefined) await person.record(page, finding)
    else await person.recordPage(page)
    await chromium.kill()
    said.push({ number: round + 1, check: finding.check, evidence: finding.evidence })
  }
  const chromium = await launchKillable(profile, county.port, false)
  const person = new Person(chromium)
  const issues = await person.issues()
  expect(issues.map(({ number }) => number)).toEqual(said.map(({ number }) => number))
  const shots = new Map((await person.shots()).map((shot) => [shot.hash, shot]))
  for (const { number, shots: refs } of issues) {
    expect(refs, `no. ${number}`).toHaveLength(1)
    expect(shots.get(refs[0]!.hash), `picture of no. ${number}`).toMatchObject({ intact: true })
  }
  await chromium.close()
})
