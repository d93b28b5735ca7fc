import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { SHAPES } from '../../../utils/ledger/backup/shapes.ts'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import { countFound, firstFound, issuesOfStatus, issuesOfUnits, newestFound } from '../../../utils/ledger/found.ts'
import { issuesWithoutUnit } from '../../../utils/ledger/orphans.ts'
import { STATUSES } from '../../../utils/types/issue.ts'
import { migratedRows } from '../../../utils/ledger/migrations.ts'
import { NEWEST, VERSION_1, VERSION_2, VERSION_3, VERSION_4, VERSION_5, type TableName } from '../../../utils/ledger/schema.ts'
import { phraseOf } from '../../../utils/errors.ts'
import version1 from './versions/version-1.json' with { type: 'json' }
import version2 from './versions/version-2.json' with { type: 'json' }
import version3 from './versions/version-3.json' with { type: 'json' }
import version4 from './versions/version-4.json' with { type: 'json' }
import version5 from './versions/version-5.json' with { type: 'json' }

/** A database as an older version left it: its own keys, and some rows of every table it had. */
interface Example {
  version: number
  stores: Record<string, string>
  rows: Record<string, Record<string, unknown>[]>
}

const EXAMPLES = [version1, version2, version3, version4, version5] as unknown as Example[]

let serial = 0

/** Builds the example by its own words, not by today's schema. */
async function built({ version, stores, rows }: Example): Promise<string> {
  const name = `version-${version}-${++serial}`
  const old = new Dexie(name)
  old.version(version).stores(stores)
  for (const [table, some] of Object.entries(rows)) await old.table(table).bulkAdd(some.map(withPictures))
  old.close()
  return name
}

function withPictures(row: Record<string, unknown>): Record<string, unknown> {
  const blobOf = (name: 'image' | 'file') => {
    const file = row[name] as { base64: string; type: string } | undefined
    return file ? { [name]: new Blob([Buffer.from(file.base64, 'base64')], { type: file.type }) } : {}
  }
  return { ...row, ...blobOf('image'), ...blobOf('file') }
}

describe('every version walks up to the newest', () => {
  test('there is an example of each', () => {
    expect(EXAMPLES.map(({ version }) => version)).toEqual(Array.from({ length: NEWEST }, (_, n) => n + 1))
  })

  test('version 1 is what it was when it was left', () => {
    expect(version1.stores).toEqual(VERSION_1)
  })

  test('the newest example has the tables and indexes of today', () => {
    expect(version5.stores).toEqual({ ...VERSION_1, ...VERSION_2, ...VERSION_3, ...VERSION_4, ...VERSION_5 })
  })

  test.each(EXAMPLES)('version $version: nothing is lost, every row has the shape of today, and the next issue its number', async (example) => {
    const db = new LedgerDb(await built(example))
    for (const [table, rows] of Object.entries(example.rows)) {
      const now = (await db.table<Record<string, unknown>>(table).toArray()) as Record<string, unknown>[]
      expect(now.length, table).toBeGreaterThanOrEqual(rows.length)
      const keyPath = db.table(table).schema.primKey.keyPath as string
      for (const row of rows) {
        const { image, file, ...rest } = row
        expect(now.find((one) => one[keyPath] === row[keyPath]), table).toMatchObject(rest)
        const stored = now[0]?.[image ? 'image' : 'file'] as Blob | undefined
        if (image || file) expect(await stored?.text()).toBe('aaa')
      }
      if (table !== 'shots' && table !== 'savedPages') for (const row of now) expect(v.safeParse(SHAPES[table as keyof typeof SHAPES], row).issues, table).toBeUndefined()
    }
    expect(db.verno).toBe(NEWEST)
    expect((await db.counters.get('issue'))?.last).toBe(3)
    db.close()
  })

  test('version 1 → 2: no answer, no re-check, no 反弹 yet; each page that was read is a line of the log', async () => {
    const db = new LedgerDb(await built(EXAMPLES[0]!))
    expect(await db.issues.toArray()).toMatchObject(Array.from({ length: 3 }, () => ({ reply: null, recheck: null, rebounds: 0 })))
    expect(await db.visits.toArray()).toMatchObject([{ day: '2026-10-19', shift: 'morning', url: 'http://www.qinghe.gov.cn/zwgk/tzgg/', dwell: 0, findings: 2 }])
    expect(await db.issues.where('[status+foundAt]').between(['open', ''], ['open', '9']).count()).toBe(2)
  })

  test.each(EXAMPLES)('version $version → 4: issues are found by what each index answers', async (example) => {
    const db = new LedgerDb(await built(example))
    const all = await db.issues.toArray()
    const named = (issues: readonly { id: string }[]) => issues.map(({ id }) => id).sort()
    expect(db.issues.schema.indexes.map(({ name }) => name)).toEqual(VERSION_4.issues.split(', ').slice(1))
    expect(named(await issuesOfStatus(db, STATUSES))).toEqual(named(all))
    for (const status of STATUSES) expect(named(await issuesOfStatus(db, [status])), status).toEqual(named(all.filter((issue) => issue.status === status)))
    expect(await countFound(db, { from: all[0]!.foundAt, to: '9' })).toBe(all.filter(({ foundAt }) => foundAt >= all[0]!.foundAt).length)
    expect((await newestFound(db)).map((id) => all.find((issue) => issue.id === id)!.foundAt)).toEqual(all.map(({ foundAt }) => foundAt).sort().reverse())
    expect(await firstFound(db)).toBe(all.map(({ foundAt }) => foundAt).sort()[0])
    for (const unitId of new Set(all.map((issue) => issue.unitId ?? 'u-none'))) expect(named(await issuesOfUnits(db, [unitId])), unitId).toEqual(named(all.filter((issue) => issue.unitId === unitId)))
    expect(named(await issuesWithoutUnit(db))).toEqual(named(all.filter(({ unitId, deletedAt }) => unitId === null && deletedAt === null)))
    db.close()
  })

  test.each(EXAMPLES)('rows of version $version in a file end as they do in a database', async (example) => {
    const db = new LedgerDb(await built(example))
    const moved = new Map<string, unknown[]>()
    for (const [table, rows] of Object.entries(example.rows)) {
      const copy = JSON.parse(JSON.stringify(rows)) as object[]
      for (const one of migratedRows(table as TableName, copy, example.version)) moved.set(one.table, [...(moved.get(one.table) ?? []), ...one.rows])
    }
    for (const [table, rows] of moved) if (table !== 'shots' && table !== 'savedPages') expect(rows, table).toEqual(await db.table(table).toArray())
  })
})

describe('a database from a newer version', () => {
  test('is refused with a sentence, by every question asked of it, and left alone', async () => {
    const name = `newer-${++serial}`
    const newer = new Dexie(name)
    newer.version(NEWEST + 1).stores({ issues: 'id, other', next: 'id' })
    await newer.table('next').add({ id: 'x' })
    newer.close()
    const db = new LedgerDb(name)
    const says = { key: 'app.error.newer-ledger' }
    await expect(db.issues.count().catch((error: unknown) => phraseOf(error))).resolves.toEqual(says)
    await expect(db.units.toArray().catch((error: unknown) => phraseOf(error))).resolves.toEqual(says)
    await newer.open()
    expect(newer.verno).toBe(NEWEST + 1)
    expect(newer.tables.map(({ name }) => name)).toEqual(['issues', 'next'])
    expect(await newer.table('next').toArray()).toEqual([{ id: 'x' }])
    newer.close()
  })
})

test('a database that was given an index without a new version is no newer one', async () => {
  const name = await built({ ...EXAMPLES[4]!, stores: { ...EXAMPLES[4]!.stores, issues: 'id, number' } })
  for (const _ of ['the index is added', 'and it opens again']) {
    const db = new LedgerDb(name)
    expect(await db.issues.where('[status+foundAt]').between(['closed', ''], ['closed', '9']).count()).toBe(1)
    db.close()
  }
})

describe('two windows of two versions', () => {
  test('ours makes room for a newer one, stays closed, and says: reload', async () => {
    const db = new LedgerDb(`room-${++serial}`)
    await db.open()
    const newer = new Dexie(db.name)
    newer.version(NEWEST + 1).stores({ ...VERSION_1, ...VERSION_2, ...VERSION_3, ...VERSION_4, ...VERSION_5, next: 'id' })
    await newer.open()
    await expect(db.issues.count().catch((error: unknown) => phraseOf(error))).resolves.toEqual({ key: 'app.error.outdated' })
    newer.close()
  })

  test('ours waits for an older one that does not make room, says so, and goes on when it has', async () => {
    const name = await built(EXAMPLES[0]!)
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const open = indexedDB.open(name)
      open.onsuccess = () => resolve(open.result)
    })
    const db = new LedgerDb(name)
    const blocked = new Promise<void>((resolve) => db.on('blocked', () => resolve()))
    const count = db.issues.count()
    await blocked
    stubborn.close()
    expect(await count).toBe(3)
  })

  test('a database that is deleted in another window is opened anew', async () => {
    const db = new LedgerDb(`deleted-${++serial}`)
    await db.open()
    await Dexie.delete(db.name)
    expect(await db.issues.count()).toBe(0)
  })
})
