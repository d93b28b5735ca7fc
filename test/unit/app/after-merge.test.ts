import { expect, test } from 'vitest'
import { afterMerge } from '../../../utils/app/after-merge.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { clashesOf } from '../../../utils/team/clashes.ts'
import type { MergeOutcome } from '../../../utils/types/team.ts'
import { newIssue } from '../ledger/kit.ts'
import { hand, meet, member, type Member } from '../team/kit.ts'

const CAME: Pick<MergeOutcome, 'added' | 'changed'>[] = [{ added: { unit: 1 }, changed: {} }]

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
  await afterMerge(a, CAME)
  await afterMerge(b, CAME)
  await meet(a, b)
  for (const one of [a, b]) {
    expect((await one.db.units.orderBy('id').toArray()).map(({ id, aliases }) => [id, [...aliases].sort()])).toEqual([['01A-u1', ['别名01A', '别名01B']], ['01A-u2', []], ['01B-u2', []]])
    expect((await one.db.sites.toArray()).map(({ id }) => id)).toEqual(['01A-s1'])
    expect((await one.db.columns.toArray()).map(({ id, unitId }) => [id, unitId])).toEqual([['01A-c1', '01A-u1']])
    expect((await one.db.issues.toArray()).map(({ unitId, unitName }) => [unitId, unitName])).toEqual([['01A-u1', '青禾县教育和体育局']])
    expect(await clashesOf(one.db)).toEqual([])
    expect((await one.db.events.toArray()).map(({ kind }) => kind)).toEqual(['recorded'])
  }
  await afterMerge(a, CAME)
  expect((await hand(a, b)).changed).toEqual({})
})

test('an issue that had no unit goes to the one that the roster names, once, by the ledger that recorded it', async () => {
  const [a, b] = await Promise.all([member(), member(60_000)])
  await recordIssue(b, newIssue({ unitId: null, unitName: '' }), null)
  await hand(b, a)
  await readRosterFile(a, '01A')
  await hand(a, b)
  await afterMerge(a, CAME)
  expect((await a.db.issues.toArray())[0]!.unitId).toBeNull()
  await afterMerge(b, CAME)
  await meet(a, b)
  for (const one of [a, b]) {
    expect((await one.db.issues.toArray())[0]).toMatchObject({ unitId: '01A-u1', unitName: '青禾县教育和体育局' })
    expect((await one.db.events.orderBy('id').toArray()).map(({ kind }) => kind).sort()).toEqual(['edited', 'recorded'])
  }
})

test('nothing of the roster came: nothing is looked at', async () => {
  const a = await member()
  await readRosterFile(a, '01A')
  await readRosterFile(a, '01B')
  await afterMerge(a, [{ added: { issue: 3 }, changed: {} }])
  expect(await a.db.units.count()).toBe(4)
})
