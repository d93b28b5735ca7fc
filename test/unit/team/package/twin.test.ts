import { beforeEach, describe, expect, test } from 'vitest'
import { editIssue, setStatus } from '../../../../utils/ledger/change.ts'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { clashesOf } from '../../../../utils/team/clashes.ts'
import { exportedUpTo, keepExported } from '../../../../utils/team/package/makers.ts'
import { readTwin } from '../../../../utils/team/twin.ts'
import { takeExchange } from '../../../../utils/team/package/take.ts'
import { shortNumber } from '../../../../utils/types/issue.ts'
import { backupOf } from '../../ledger/backup/kit.ts'
import { newIssue } from '../../ledger/kit.ts'
import { copyInto, idOf, joined, lonely, member, type Member } from '../kit.ts'
import { opened, packed, previewed, random, shown, taken } from './kit.ts'

const nameOf = async ({ db }: Pick<Member, 'db'>) => (await deviceOfLedger(db))!
const numbers = async ({ db }: Member) => (await db.issues.orderBy(':id').toArray()).map((issue) => shortNumber(issue))
const recordNth = (who: Member, n: number) => recordIssue(who, newIssue({ id: idOf(n), url: `http://www.qinghe.gov.cn/t${n}.html` }), null)
const give = async (from: Member, to: Member) => taken(to, (await packed(from)).file)
const markMet = async ({ db }: Member) => (await readTwin(db))?.mark ?? null

async function copyOf(one: Member): Promise<Member> {
  const copy = lonely()
  await copyInto(one, copy)
  copy.clock.at = one.clock.at
  return Object.assign(copy, { device: await nameOf(copy) })
}

let a: Member
let b: Member
beforeEach(async () => {
  ;[a, b] = await Promise.all([member(), member()])
  await recordNth(a, 1)
  await give(a, b)
  // so that its letter is known
  await give(b, a)
})

/** Everybody takes what everybody has, until all have all. */
async function meet(...all: Member[]): Promise<void> {
  for (const _ of [1, 2, 3]) for (const from of all) for (const to of all) if (from !== to) await give(from, to)
}

describe('two PCs with one copied browser profile, and no server', () => {
  test('the one that reads of the other takes an id and a letter of its own; nothing is lost or doubled, and clashes between the two are shown', async () => {
    const c = await copyOf(a)
    const before = await nameOf(a)
    await recordNth(a, 2)
    await recordNth(c, 3)
    await setStatus(c, idOf(1), 'no-action', '')
    await editIssue(c, idOf(1), { note: '副本上写的' })
    a.clock.at += 3_600_000
    // later, so that the copy's would pass for known
    await setStatus(a, idOf(1), 'fixed', '')
    const { file } = await packed(a)
    expect(await previewed(c, file)).toMatchObject({ twin: expect.any(String), copied: false, clashCount: 1, clashes: [{ id: idOf(1) }] })
    expect(await nameOf(c)).toMatchObject({ device: before.device, mark: before.mark })
    expect(await markMet(c)).toBeNull()
    await taken(c, file)
    const after = await nameOf(c)
    expect(after.device).not.toBe(before.device)
    expect([before.mark, b.device.mark]).not.toContain(after.mark)
    expect(await markMet(c)).toBe(after.mark)
    await meet(a, b, c)
    // nothing of the copy went out under the old id: the first keeps it
    expect(await nameOf(a)).toMatchObject({ device: before.device, mark: before.mark })
    expect(await nameOf(c)).toMatchObject({ device: after.device, mark: after.mark })
    for (const one of [a, b, c]) expect(await clashesOf(one.db)).toMatchObject([{ issueId: idOf(1), cell: 'status', options: [{ value: { status: 'fixed' } }, { value: { status: 'no-action' } }] }])
    expect((await a.db.issues.get(idOf(1)))!.note).toBe('副本上写的')
    // what was handed out stays
    expect(await numbers(b)).toEqual([1, 2, 2].map((n) => `${before.mark}${n}`))
    await recordNth(c, 4)
    await meet(a, b, c)
    expect((await numbers(b))[3]).toBe(`${after.mark}3`)
    for (const one of [b, c]) expect(await shown(one)).toEqual(await shown(a))
    expect(await markMet(a)).toBeNull()
  })

  test('read by the one all of whose changes are later: none of the other’s passes for known', async () => {
    const c = await copyOf(a)
    await setStatus(c, idOf(1), 'no-action', '')
    const early = await packed(c)
    a.clock.at += 3_600_000
    await setStatus(a, idOf(1), 'fixed', '')
    expect(await taken(a, early.file)).toMatchObject({ clashes: 1 })
    expect((await nameOf(a)).device).not.toBe((await nameOf(c)).device)
  })

  test('through a colleague who was given both: told there, settled once each of the two has heard of it', async () => {
    const c = await copyOf(a)
    await recordNth(a, 2)
    await recordNth(c, 3)
    await setStatus(c, idOf(1), 'no-action', '')
    a.clock.at += 3_600_000
    await setStatus(a, idOf(1), 'fixed', '')
    await give(a, b)
    const second = await packed(c)
    expect(await previewed(b, second.file)).toMatchObject({ twin: null, copied: true })
    await taken(b, second.file)
    expect(await numbers(b)).toEqual([1, 2, 2].map((n) => `${a.device.mark}${n}`))
    // nobody could tell that it was set by two
    expect(await clashesOf(b.db)).toEqual([])
    const back = await packed(b)
    for (const one of [a, c]) {
      expect(await previewed(one, back.file)).toMatchObject({ twin: expect.any(String), copied: false })
      await taken(one, back.file)
    }
    const names = await Promise.all([a, b, c].map(nameOf))
    expect(new Set(names.map(({ device }) => device)).size).toBe(3)
    // by chance both of the two may have taken the same: neither knew of the other's
    for (const { mark } of [names[0]!, names[2]!]) expect([a.device.mark, b.device.mark]).not.toContain(mark)
    const again = await packed(c)
    expect(await previewed(b, again.file)).toMatchObject({ copied: false })
    await meet(a, b, c)
    for (const one of [a, b, c]) expect(await clashesOf(one.db)).toMatchObject([{ issueId: idOf(1), cell: 'status' }])
    for (const one of [b, c]) expect(await shown(one)).toEqual(await shown(a))
    const last = await Promise.all([a, b, c].map(nameOf))
    expect(last.map(({ device }) => device)).toEqual(names.map(({ device }) => device))
  })

  test('what is told since the last package has what is another’s now', async () => {
    const c = await copyOf(a)
    await setStatus(c, idOf(1), 'no-action', '')
    const told = await packed(c)
    await keepExported(c.db, c.now().toISOString(), told.manifest)
    a.clock.at += 3_600_000
    await setStatus(a, idOf(1), 'fixed', '')
    for (const file of [(await packed(a)).file, told.file]) await taken(b, file)
    await give(b, c)
    const { manifest, file } = await packed(c, await exportedUpTo(c.db))
    expect(manifest.counts['issue']).toBe(1)
    expect(await taken(b, file)).toMatchObject({ clashes: 1 })
  })

  test('what stood before the copy was made, and was exchanged, clashes with nothing; nor what was there before anything was shared', async () => {
    const alone = lonely()
    for (const n of [5, 6]) await recordIssue(alone, newIssue({ id: idOf(n), url: `http://www.qinghe.gov.cn/t${n}.html` }), null)
    const d = await joined(alone)
    await setStatus(d, idOf(5), 'fixed', '')
    await give(d, b)
    const e = await copyOf(d)
    await recordNth(d, 7)
    e.clock.at += 3_600_000
    await setStatus(e, idOf(5), 'closed', '')
    await setStatus(e, idOf(6), 'fixed', '')
    await give(e, d)
    await meet(b, d, e)
    for (const one of [b, d, e]) expect([await clashesOf(one.db), ...(await one.db.issues.bulkGet([idOf(5), idOf(6)])).map((issue) => issue!.status)]).toEqual([[], 'closed', 'fixed'])
    expect((await b.db.events.toArray()).filter(({ kind }) => kind === 'merged-value')).toEqual([])
  })

  test('copied before anything was exchanged: all since sharing began counts as changed by two', async () => {
    const d = await member()
    const e = await copyOf(d)
    await Promise.all([recordNth(d, 5), recordNth(e, 6)])
    expect(await previewed(e, (await packed(d)).file)).toMatchObject({ twin: expect.any(String) })
    await give(d, e)
    await meet(d, e)
    expect(await shown(e)).toEqual(await shown(d))
    expect((await nameOf(d)).device).not.toBe((await nameOf(e)).device)
  })

  test('killed or cancelled while it is merged: the same package once more does the rest, under the same new id', async () => {
    const c = await copyOf(a)
    await setStatus(c, idOf(1), 'no-action', '')
    for (let n = 2; n < 6; n++) await recordNth(a, n)
    const { file } = await packed(a)
    await expect(takeExchange({ db: c.db, now: c.now, random }, await opened(file), undefined, AbortSignal.abort())).rejects.toThrow()
    const after = await nameOf(c)
    expect(after.device).not.toBe(a.device.device)
    expect(await c.db.issues.count()).toBe(1)
    await taken(c, file)
    expect(await nameOf(c)).toMatchObject({ device: after.device, mark: after.mark })
    await meet(a, b, c)
    for (const one of [b, c]) expect(await shown(one)).toEqual(await shown(a))
  })
})

describe('a ledger that was set back', () => {
  test('an older browser profile counts as another PC, and goes on', async () => {
    const old = await copyOf(a)
    await recordNth(a, 2)
    await give(a, b)
    await recordNth(old, 3)
    await give(b, old)
    expect((await nameOf(old)).device).not.toBe(a.device.device)
    await meet(b, old)
    expect(await shown(old)).toEqual(await shown(b))
  })

  test('so does one that was restored from a backup, where something was given out since: its numbers would be given twice', async () => {
    const backup = await backupOf(a.db, a.now)
    const back = async () => restore(a.db, await openPackage(backup.file), { mode: 'replace', now: a.now })
    await recordNth(a, 2)
    await back()
    await recordNth(a, 3)
    await give(b, a)
    expect((await nameOf(a)).device).toBe(a.device.device)
    await give(a, b)
    await back()
    await recordNth(a, 4)
    await setStatus(a, idOf(1), 'fixed', '')
    expect(await previewed(a, (await packed(b)).file)).toMatchObject({ twin: expect.any(String) })
    await give(b, a)
    const after = await nameOf(a)
    expect(after.mark).not.toBe(a.device.mark)
    await recordNth(a, 5)
    await meet(a, b)
    expect(await shown(a)).toEqual(await shown(b))
    expect((await numbers(b))[3]).toBe(`${after.mark}3`)
    expect(await clashesOf(b.db)).toEqual([])
  })
})

describe('no other PC', () => {
  const stays = async () => {
    await recordNth(a, 7)
    await meet(a, b)
    expect(await nameOf(a)).toMatchObject({ device: a.device.device, mark: a.device.mark })
    expect(await markMet(a)).toBeNull()
    expect(await shown(a)).toEqual(await shown(b))
  }

  test('one’s own package again, however old, with a password and without; and one’s own that came back with a colleague’s edits', async () => {
    const own = await Promise.all([packed(a), packed(a, { password: '青禾县十二月共享' })])
    for (let n = 0; n < 60; n++) await packed(a)
    await taken(b, own[0].file)
    await editIssue(b, idOf(1), { note: '乙看过' })
    for (const [file, password] of [[own[0].file, ''], [own[1].file, '青禾县十二月共享'], [(await packed(b)).file, '']] as const) {
      expect(await previewed(a, file, password)).toMatchObject({ twin: null, copied: false })
      await taken(a, file, password)
    }
    await stays()
  })

  test('a package that was begun and never handed out', async () => {
    await expect(packed(a, { signal: AbortSignal.abort() })).rejects.toThrow()
    await stays()
  })

  test('packages of older versions, which leave no links; and this version’s first after one', async () => {
    for (const one of [a, b]) await one.db.team.where(':id').startsWith('remote li').delete()
    const { file } = await packed(b)
    const given = await opened(file)
    const { links, ...manifest } = given.manifest
    expect(Object.keys(links!)).toEqual([b.device.device])
    await takeExchange({ db: a.db, now: a.now, random }, { ...given, manifest })
    await stays()
  })

  test('a browser that was wiped is another PC to others, and they to it', async () => {
    const anew = await member()
    await give(a, b)
    expect(await previewed(anew, (await packed(b)).file)).toMatchObject({ twin: null, copied: false })
    await give(b, anew)
    await stays()
    expect(await nameOf(anew)).toMatchObject({ device: anew.device.device, mark: anew.device.mark })
  })

  test('a backup that was restored when nothing had been given out since', async () => {
    const { file } = await backupOf(a.db, a.now)
    await editIssue(a, idOf(1), { note: '没有给过别人' })
    await restore(a.db, await openPackage(file), { mode: 'replace', now: a.now })
    await stays()
  })
})
