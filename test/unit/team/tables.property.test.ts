import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { SHAPES } from '../../../utils/ledger/backup/shapes.ts'
import { SHARED, type Row } from '../../../utils/ledger/sharing/kinds.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { DOC_KINDS, type DocKind } from '../../../utils/types/team.ts'
import { newIssue } from '../ledger/kit.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { everything, meet, member, take, type Member } from './kit.ts'

const hex = (n: number) => `${n}`.repeat(64)
const at = (n: number) => `2026-11-1${n}T02:00:00.000Z`
const day = (n: number) => `2026-11-1${n}`
const look = (n: number) => ({ at: at(n), url: 'http://www.qinghe.gov.cn/', shot: null, zoom: null, browser: '', referrer: '', scrollX: 0, scrollY: 0, viewportWidth: 1, viewportHeight: 1, pageHeight: 1, ratio: 1, status: 200, lastModified: null, html: '' })
/** Each is one of two rows of a table, in one of three states of which fields differ one by one. */
type Make = (n: number, x: number, y: number) => Row

/** A row of every shared table. Pictures and pages have bytes, which travel beside: they are tested in `couch` and `package`. */
const ROWS: Record<Exclude<DocKind, 'shot' | 'page' | 'issue'>, Make> = {
  event: (n) => ({ id: `01EVENT${n}`, issueId: 'unit:u1', at: at(n), by: '王小青', kind: 'edited', changes: { note: ['', `${n}`] }, reason: '' }),
  burnt: (n) => ({ hash: hex(n), at: at(n) }),
  evidence: (n, x, y) => ({ issueId: `01ISSUE${n}`, looks: [look(x)], pages: y ? [{ hash: hex(y), at: at(y), url: '', bytes: 1 }] : [] }),
  unit: (n, x, y) => ({ id: `u${n}`, name: `${x}局`, aliases: y ? [`别名${y}`, '教体局'] : [] }),
  site: (n, x, y) => ({ id: `s${n}`, name: `网站${x}`, prefix: `s${n}.qinghe.gov.cn/`, siteIdCode: null, unitId: y ? `u${y}` : null }),
  column: (n, x, y) => ({ id: `c${n}`, name: `栏目${x}`, prefix: `s${n}.qinghe.gov.cn/c/`, unitId: null, class: 'notice', deadlineDays: y || null, exemption: null }),
  account: (n, x, y) => ({ id: `a${n}`, platform: 'weixin', name: `账号${n}`, owner: '', unitId: null, url: `http://x/${x}`, address: `x/${x}`, deadlineDays: null, lastUpdate: null, status: y ? 'active' : 'closed', note: '' }),
  round: (n, x, y) => ({ id: `2026-W4${n}`, kind: 'span', name: `第${x}轮`, from: day(y), to: day(y + 1), closedAt: x === 2 ? at(3) : null }),
  selfcheck: (n, x, y) => ({ id: `check${n}`, site: `s${x}`, from: day(1), to: day(2), ticks: { [`t${y}`]: { note: `${x}` } }, updatedAt: at(x) }),
  reading: (n, x, y) => ({ id: `reading${n}`, week: '2026-W47', url: '', address: '', host: '', site: '', siteName: '', kind: 'article', title: `${x}`, columnKeys: [], day: day(y), readAt: at(x), freshness: { state: 'fresh', class: 'notice' }, waiting: [], blocks: [], findings: [] }),
  visit: (n, x, y) => ({ id: `visit${n}`, day: day(n), shift: 'morning', startedAt: at(n), endedAt: at(n), reader: '', title: '', url: '', address: '', dwell: x, parts: [], note: `${y}`, deletedAt: null }),
  dutynote: (n, x) => ({ day: day(n), note: `值班${x}` }),
  ignore: (n, x, y) => ({ id: `ignore${n}`, kind: y ? 'ignored' : 'false-alarm', scope: 'site', check: 'wording/x', evidence: `${x}`, where: 'www.qinghe.gov.cn', at: at(x) }),
  word: (n, x, y) => ({ name: 'office', words: [{ id: `01W${n}`, wrong: `青和${x}`, right: '青禾', severity: 'general', note: `${y}` }] }),
  setting: (n, x, y) => (n ? { name: 'letterDays', value: x + 1 } : { name: 'workingDays', value: { serious: x, general: y, minor: 5 } }),
}
const KINDS = Object.keys(ROWS) as (keyof typeof ROWS)[]

const who = fc.nat(2)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: fc.constant('put' as const), who, kind: fc.constantFrom(...KINDS), n: fc.nat(1), x: fc.nat(2), y: fc.nat(2) }) },
  fc.record({ act: fc.constant('remove' as const), who, kind: fc.constantFrom(...KINDS), n: fc.nat(1) }),
  { weight: 2, arbitrary: fc.record({ act: fc.constant('send' as const), who, to: who, twice: fc.boolean(), seed: fc.nat(99) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function act(all: readonly Member[], one: Step): Promise<void> {
  const me = all[one.who]!
  me.clock.at += 60_000
  if (one.act === 'send') {
    const docs = (await everything(me)).sort((a, b) => scrambled(a._id, one.seed) - scrambled(b._id, one.seed))
    for (let times = one.twice ? 2 : 1; times > 0; times--) await take(all[one.to]!, docs)
    return
  }
  const { table, key, removal } = SHARED.find(({ kind }) => kind === one.kind)!
  if (one.act === 'put') await putRow(me, table, one.kind, ROWS[one.kind](one.n + 1, one.x, one.y))
  // what is only put away here stays with others: that is no state in which all are equal
  else if (removal === 'told' && one.kind !== 'word') await me.db.table(table).delete(String(ROWS[one.kind](one.n + 1, 0, 0)[key]))
  else if (one.kind === 'word') await me.db.ownWords.put({ name: 'office', words: ((await me.db.ownWords.get('office'))?.words ?? []).filter(({ id }) => id !== `01W${one.n + 1}`) })
}

/** As the program does it: a list of words keeps its others. */
async function putRow({ db }: Member, table: string, kind: DocKind, row: Row): Promise<void> {
  if (kind !== 'word') return void (await db.table(table).put(row))
  const [word] = row['words'] as { id: string }[]
  const others = ((await db.ownWords.get('office'))?.words ?? []).filter(({ id }) => id !== word!.id)
  await db.ownWords.put({ name: 'office', words: [word as never, ...others] })
}

function scrambled(text: string, seed: number): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, seed)
}

/** All shared tables; members of lists in any order, an empty field or list of words as one that is not there, marks of each ledger's own left out. */
async function seen({ db }: Member): Promise<unknown> {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    if (value === null || typeof value !== 'object') return value ?? null
    return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null && one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, plain(one)]))
  }
  const tables = [...new Set(SHARED.map(({ table }) => table))].filter((table) => table !== 'shots' && table !== 'savedPages')
  const rows = await Promise.all(tables.map(async (table) => [table, plain((await db.table(table).toArray()).filter(({ name, words }) => name !== 'ownWordsAt' && words?.length !== 0))] as const))
  return Object.fromEntries(rows)
}

test('every shared table has a row here that can be shown', () => {
  expect([...KINDS, 'shot', 'page', 'issue'].sort()).toEqual([...DOC_KINDS].sort())
  for (const { kind, table } of SHARED) {
    if (!(kind in ROWS)) continue
    for (const n of [1, 2]) for (const x of [0, 1, 2]) for (const y of [0, 1, 2]) expect(v.is(SHAPES[table as keyof typeof SHAPES], ROWS[kind as keyof typeof ROWS](n, x, y)), kind).toBe(true)
  }
})

test('whatever table is changed on three ledgers, and in whatever order, twice or late they hear of it: all end the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0, 120_000, -120_000, 400 * DAY_MS))), async (steps, skews) => {
      const all = await Promise.all(skews.map((skew) => member(skew)))
      // a line of history travels with what it is about
      await all[0]!.db.units.put(ROWS.unit(1, 0, 0) as never)
      for (const one of steps) await act(all, one)
      await meet(...all)
      await meet(...all)
      const [first, ...others] = await Promise.all(all.map(seen))
      for (const other of others) expect(other).toEqual(first)
      for (const { db } of all) {
        expect(await db.stamps.where(':id').startsWith('~').count()).toBe(0)
        await db.delete()
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? 12) },
  )
}, 120_000)

test('an issue brings its history whatever comes first', async () => {
  const [a, b] = await Promise.all([member(), member()])
  await recordIssue(a, newIssue(), null)
  const docs = await everything(a)
  await take(b, docs.filter(({ _id }) => _id.startsWith('issue:')))
  await take(b, docs.filter(({ _id }) => _id.startsWith('event:')))
  expect([await b.db.issues.count(), await b.db.events.count()]).toEqual([1, 1])
})
