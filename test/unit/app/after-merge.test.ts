import { expect, test } from 'vitest'
import { afterMerge } from '../../../utils/app/after-merge.ts'
import { putOwnWords, readOwnWords } from '../../../utils/ledger/own-words.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { clashesOf } from '../../../utils/team/clashes.ts'
import type { OwnWord } from '../../../utils/types/own-word.ts'
import { newIssue } from '../ledger/kit.ts'
import { hand, meet, member, type Member } from '../team/kit.ts'

/** The same file, read on a device that gives its own ids. */
async function readRosterFile({ db }: Member, ids: string): Promise<void> {
  await db.units.bulkAdd([{ id: `${ids}-u1`, name: '青禾县教育和体育局', aliases: [`别名${ids}`] }, { id: `${ids}-u2`, name: `只在${ids}`, aliases: [] }])
  await db.sites.add({ id: `${ids}-s1`, name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: null, unitId: null })
  await db.columns.add({ id: `${ids}-c1`, name: '通知公告', prefix: 'www.qinghe.gov.cn/zwgk/tzgg/', unitId: `${ids}-u1`, class: 'notice', deadlineDays: null, exemption: null })
}

test('the same roster read on two machines becomes one, on both the same, and issues follow without a clash', async () => {
  const [a, b] = await Promise.all([member(), member(60_000)])
  await readRosterFile(a, '01A')
  await readRosterFile(b, '01B')
  await recordIssue(b, newIssue({ unitId: '01B-u1' }), null)
  await hand(a, b)
  await hand(b, a)
  await afterMerge(a)
  await afterMerge(b)
  await meet(a, b)
  for (const one of [a, b]) {
    expect((await one.db.units.orderBy('id').toArray()).map(({ id, aliases }) => [id, [...aliases].sort()])).toEqual([['01A-u1', ['别名01A', '别名01B']], ['01A-u2', []], ['01B-u2', []]])
    expect((await one.db.sites.toArray()).map(({ id }) => id)).toEqual(['01A-s1'])
    expect((await one.db.columns.toArray()).map(({ id, unitId }) => [id, unitId])).toEqual([['01A-c1', '01A-u1']])
    expect((await one.db.issues.toArray()).map(({ unitId, unitName }) => [unitId, unitName])).toEqual([['01A-u1', '青禾县教育和体育局']])
    expect(await clashesOf(one.db)).toEqual([])
    expect((await one.db.events.toArray()).map(({ kind }) => kind)).toEqual(['recorded'])
  }
  await afterMerge(a)
  expect((await hand(a, b)).changed).toEqual({})
})

test('an issue that had no unit goes to the one that the roster names, once, by the ledger that recorded it', async () => {
  const [a, b] = await Promise.all([member(), member(60_000)])
  await recordIssue(b, newIssue({ unitId: null, unitName: '' }), null)
  await hand(b, a)
  await readRosterFile(a, '01A')
  await hand(a, b)
  await afterMerge(a)
  expect((await a.db.issues.toArray())[0]!.unitId).toBeNull()
  await afterMerge(b)
  await meet(a, b)
  for (const one of [a, b]) {
    expect((await one.db.issues.toArray())[0]).toMatchObject({ unitId: '01A-u1', unitName: '青禾县教育和体育局' })
    expect((await one.db.events.orderBy('id').toArray()).map(({ kind }) => kind).sort()).toEqual(['edited', 'recorded'])
  }
})

test('nothing of the roster came: nothing is looked at', async () => {
  const [a, b] = await Promise.all([member(), member()])
  await readRosterFile(a, '01A')
  await readRosterFile(a, '01B')
  await recordIssue(b, newIssue(), null)
  await hand(b, a)
  await afterMerge(a)
  expect(await a.db.units.count()).toBe(4)
})

test('one word, and one account, that two put on their lists stand once; what only one has stays', async () => {
  const [a, b] = await Promise.all([member(), member(60_000)])
  const word = (id: string, wrong: string, note = ''): OwnWord => ({ id, wrong, right: '青禾', severity: 'general', note })
  const account = (id: string, name: string) => ({ id, platform: 'weixin' as const, name, owner: '青禾县人民政府', unitId: null, url: null, address: null, deadlineDays: null, lastUpdate: null, status: 'active' as const, note: '' })
  await putOwnWords(a.db, [word('01A', '青和'), word('01C', '清禾')], '2026-11-18T02:00:00.000Z')
  await putOwnWords(b.db, [word('01B', '青和', '县名'), word('01D', '青河')], '2026-11-18T02:00:00.000Z')
  await a.db.accounts.add(account('01A', '青禾发布'))
  await b.db.accounts.bulkAdd([account('01B', '青禾发布'), account('01C', '青禾教育')])
  await meet(a, b)
  expect(await readOwnWords(a.db)).toHaveLength(4)
  await afterMerge(a)
  await afterMerge(b)
  await meet(a, b)
  for (const one of [a, b]) {
    expect((await readOwnWords(one.db)).map(({ id, note }) => [id, note])).toEqual([['01D', ''], ['01C', ''], ['01A', '县名']])
    expect((await one.db.accounts.toArray()).map(({ id }) => id)).toEqual(['01A', '01C'])
    await afterMerge(one)
  }
  expect((await hand(a, b)).changed).toEqual({})
})

test('cut off after the merge and before what follows it: the next start does it', async () => {
  const [a, b] = await Promise.all([member(), member(60_000)])
  await readRosterFile(a, '01A')
  await readRosterFile(b, '01B')
  await hand(b, a)
  // the program ended here; others came meanwhile, with nothing of the roster
  await recordIssue(b, newIssue(), null)
  await hand(b, a)
  await afterMerge(a)
  expect(await a.db.sites.count()).toBe(1)
})
