import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshName, startCouch, type Asked, type CouchServer, type Fault } from '../couch/server.ts'
import { createCountyServer, type CountyServer } from '../sites/server.ts'
import { ROSTER_CSV } from '../sites/manifest.ts'
import { launchKillable, startKillable, type Killable } from './kit/killable.ts'
import { Person } from './kit/person.ts'
import { readAll } from './kit/database.ts'
import { foundTeam, syncNow } from './kit/team.ts'
import { until } from './kit/until.ts'

/** What a push asks for, in its order: whether a picture is there, its document, its bytes, then histories and the rest. */
const STEPS = {
  asks: ({ method }: Asked) => method === 'HEAD',
  document: ({ method, path }: Asked) => method === 'PUT' && /\/shot%3A[0-9a-f]+$/.test(path),
  bytes: ({ method, path }: Asked) => method === 'PUT' && path.includes('/img?'),
  batch: ({ path }: Asked) => path.endsWith('/_bulk_docs'),
}

/**
 * A push that is never allowed to end: the browser is killed in the middle of it, twenty times, and nothing is doubled or lost. `drop`: before
 * the server hears of it; `lost`: after it has done it, and before its answer arrives.
 */
const KILLS: { step: keyof typeof STEPS; how: Fault }[] = [
  ...(['drop', 'lost'] as const).map((how) => ({ step: 'asks' as const, how })),
  ...(['drop', 'lost', 'drop', 'lost'] as const).map((how) => ({ step: 'document' as const, how })),
  ...(['drop', 'drop', 'lost'] as const).map((how) => ({ step: 'bytes' as const, how })),
  ...Array.from({ length: 11 }, (_, n) => ({ step: 'batch' as const, how: n % 2 === 0 ? ('drop' as const) : ('lost' as const) })),
]

let county: CountyServer
let couch: CouchServer
/** Whatever a test that fails leaves open. */
let open: Pick<Killable, 'kill'> | null = null
const profile = mkdtempSync(join(tmpdir(), 'duwang-team-killed-'))
const account = { database: freshName(), user: 'wang', password: 'Qinghe-Mima-9713' }

beforeAll(async () => {
  ;[county, couch] = await Promise.all([createCountyServer(), startCouch()])
})

afterAll(async () => {
  await open?.kill()
  await couch?.stop()
  await county?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
})

test('killed in the middle of a push, twenty times: all of it arrives, once', { timeout: 240_000 }, async () => {
  const first = await launchKillable(profile, county.port, true, true)
  open = first
  const person = new Person(first)
  await foundTeam(person, { server: couch, ...account })
  couch.fault = () => 503
  await person.importRoster({ name: '台账.csv', buffer: Buffer.from(ROSTER_CSV) })
  const page = await first.context.newPage()
  for (const [n, path] of ['zwgk/rsxx/', 'bsfw/', 'zwgk/'].entries()) {
    await person.visit(page, `http://www.qinghe.gov.cn/${path}`)
    await person.recordPage(page, `第${n + 1}条`)
  }
  await first.kill()

  expect(KILLS).toHaveLength(20)
  for (const [round, { step, how }] of KILLS.entries()) {
    let browser: Pick<Killable, 'kill'> | null = null
    let killed: Promise<void> | null = null
    couch.fault = (one) => {
      if (killed) return 'drop'
      if (!STEPS[step](one)) return null
      killed = browser?.kill() ?? Promise.resolve()
      return how
    }
    open = browser = startKillable(profile, county.port, true)
    await until(() => killed !== null, () => `round ${round}: the push never came to ${step}`, 30_000)
    await killed
  }

  couch.fault = () => null
  const last = await launchKillable(profile, county.port, false, true)
  open = last
  const again = new Person(last)
  const ledger = await again.desk()
  await ledger.goto(last.own('ledger.html#/team'))
  await syncNow(ledger)
  const [issues, shots, units, events] = await Promise.all([again.issues(), again.shots(), ledger.evaluate(readAll<{ id: string }>, 'units'), ledger.evaluate(readAll<{ id: string }>, 'events')])
  expect(issues.map(({ description }) => description).sort()).toEqual(['第1条', '第2条', '第3条'])
  const { body } = await couch.direct('GET', `${account.database}/_all_docs?conflicts=true&include_docs=true`)
  const docs = (body as unknown as { rows: { id: string; doc: { _conflicts?: string[]; _attachments?: Record<string, { length: number }> } }[] }).rows
  const idsOf = (kind: string) => docs.flatMap(({ id }) => (id.startsWith(`${kind}:`) ? [id.slice(kind.length + 1)] : [])).sort()
  expect(idsOf('issue')).toEqual(issues.map(({ id }) => id).sort())
  expect(idsOf('event')).toEqual(events.map(({ id }) => id).sort())
  expect(idsOf('unit')).toEqual(units.map(({ id }) => id).sort())
  expect(idsOf('shot')).toEqual(shots.map(({ hash }) => hash).sort())
  for (const { hash, size } of shots) expect(docs.find(({ id }) => id === `shot:${hash}`)?.doc._attachments?.['img']?.length).toBe(size)
  expect(docs.filter(({ doc }) => doc._conflicts)).toEqual([])
  await last.close()
  open = null
})
