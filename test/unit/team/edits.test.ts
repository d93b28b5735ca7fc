import { describe, expect, test } from 'vitest'
import { deleteIssue, editIssue, restoreIssue, setStatus } from '../../../utils/ledger/change.ts'
import { clashesOf } from '../../../utils/team/clashes.ts'
import { teamCounts } from '../../../utils/team/counts.ts'
import { settleClash, undoSettled } from '../../../utils/team/settle.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { hand, ID, issueOf, kindsOf, meet, member, record, threeMembers, type Member } from './kit.ts'

const we = threeMembers()

/** Two members settle one issue differently, an hour apart, and all three have heard of both. */
async function clashOnStatus(): Promise<void> {
  await record(we.a)
  await meet(we.a, we.b, we.c)
  await setStatus(we.a, ID, 'fixed', '已改')
  we.b.clock.at += 3600_000
  await setStatus(we.b, ID, 'false-alarm', '误判')
  await meet(we.a, we.b, we.c)
}

describe('two who edit at once', () => {
  test('different fields: both stay', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await editIssue(we.a, ID, { description: '甲' })
    await editIssue(we.b, ID, { note: '乙' })
    await meet(we.a, we.b)
    expect(await issueOf(we.a)).toMatchObject({ description: '甲', note: '乙' })
    expect(await issueOf(we.a)).toEqual(await issueOf(we.b))
  })

  test('one field: the later stands, the other is in the history of both, once', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await editIssue(we.a, ID, { description: '甲' })
    we.b.clock.at += DAY_MS / 2
    await editIssue(we.b, ID, { description: '乙' })
    await meet(we.a, we.b)
    for (const one of [we.a, we.b]) {
      expect((await issueOf(one)).description).toBe('乙')
      const lost = (await one.db.events.toArray()).filter(({ kind }) => kind === 'merged-value')
      expect(lost).toMatchObject([{ issueId: ID, changes: { description: ['甲', null] } }])
    }
    expect(await we.a.db.stamps.where('clash').equals(1).count()).toBe(0)
  })

  test('status: the later stands, a person is asked on both sides, and their word ends it everywhere', async () => {
    await clashOnStatus()
    for (const one of [we.a, we.b, we.c]) {
      expect(await issueOf(one)).toMatchObject({ status: 'false-alarm', fixedOn: null })
      expect(await teamCounts(one.db)).toEqual({ pending: 0, clashes: 1 })
    }
    const [clash] = await clashesOf(we.c.db)
    expect(clash).toMatchObject({ issueId: ID, cell: 'status', options: [{ value: { status: 'false-alarm' }, device: we.b.device.device }, { value: { status: 'fixed', fixedOn: '2026-11-18' }, device: we.a.device.device }] })
    we.c.clock.at += 7200_000
    expect(await settleClash(we.c, clash!, clash!.options[1]!, '现场看过')).not.toBeNull()
    expect(await settleClash(we.c, clash!, clash!.options[1]!, '')).toBeNull()
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) {
      expect(await issueOf(one)).toMatchObject({ status: 'fixed', fixedOn: '2026-11-18' })
      expect((await teamCounts(one.db)).clashes).toBe(0)
      expect(await clashesOf(one.db)).toEqual([])
    }
  })

  test('the value that stands is confirmed: the clash is over, too', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await editIssue(we.a, ID, { severity: 'serious' })
    await editIssue(we.b, ID, { severity: 'minor' })
    await meet(we.a, we.b)
    const [clash] = await clashesOf(we.a.db)
    expect(await settleClash(we.a, clash!, clash!.options[0]!, '')).not.toBeNull()
    await meet(we.a, we.b)
    expect([await clashesOf(we.a.db), await clashesOf(we.b.db)]).toEqual([[], []])
    expect(await issueOf(we.a)).toEqual(await issueOf(we.b))
  })

  test.each<[string, 0 | 1, boolean]>([['the other was chosen', 1, false], ['what stands was confirmed', 0, false], ['everybody had heard of it', 1, true]])('a judgement is taken back (%s): the clash waits again everywhere', async (_name, choice, heard) => {
    await clashOnStatus()
    const [clash] = await clashesOf(we.c.db)
    const settled = await settleClash(we.c, clash!, clash!.options[choice]!, '')
    if (heard) await meet(we.a, we.b, we.c)
    expect(await undoSettled(we.c, settled!)).toBe(true)
    expect(await undoSettled(we.c, settled!)).toBe(false)
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) {
      expect(await issueOf(one)).toMatchObject({ status: 'false-alarm', fixedOn: null })
      expect((await clashesOf(one.db)).map(({ options }) => options.map(({ value }) => value['status']))).toEqual([['false-alarm', 'fixed']])
    }
    const [again] = await clashesOf(we.a.db)
    await settleClash(we.a, again!, again!.options[1]!, '')
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) expect([(await issueOf(one)).status, (await teamCounts(one.db)).clashes]).toEqual(['fixed', 0])
    expect(await kindsOf(we.b)).toEqual(await kindsOf(we.c))
  })

  test('a judgement that somebody changed further is not taken back', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await editIssue(we.a, ID, { severity: 'serious' })
    await editIssue(we.b, ID, { severity: 'minor' })
    await meet(we.a, we.b)
    const [clash] = await clashesOf(we.a.db)
    const settled = await settleClash(we.a, clash!, clash!.options[1]!, '')
    await hand(we.a, we.b)
    await editIssue(we.b, ID, { severity: 'general' })
    await hand(we.b, we.a)
    expect(await undoSettled(we.a, settled!)).toBe(false)
    expect((await issueOf(we.a)).severity).toBe('general')
  })

  test('a later edit by someone who saw it is no clash', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await editIssue(we.a, ID, { severity: 'serious' })
    await hand(we.a, we.b)
    await editIssue(we.b, ID, { severity: 'minor' })
    await meet(we.a, we.b)
    expect(await clashesOf(we.a.db)).toEqual([])
    expect((await we.a.db.events.toArray()).filter(({ kind }) => kind === 'merged-value')).toEqual([])
  })
})

describe('deleting', () => {
  test('is a tombstone everywhere, and restoring ends it everywhere', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await deleteIssue(we.a, ID)
    expect(await hand(we.a, we.b)).toMatchObject({ deleted: 1, returned: [] })
    expect((await issueOf(we.b)).deletedAt).not.toBeNull()
    await restoreIssue(we.b, ID)
    await meet(we.a, we.b)
    expect((await issueOf(we.a)).deletedAt).toBeNull()
  })

  test('of an issue with a clash: nobody is asked any more, unless it comes back; nor of one that was archived', async () => {
    await clashOnStatus()
    const asked = (one: Member) => Promise.all([teamCounts(one.db).then(({ clashes }) => clashes), clashesOf(one.db).then((clashes) => clashes.length)])
    await deleteIssue(we.b, ID)
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) expect(await asked(one)).toEqual([0, 0])
    await restoreIssue(we.b, ID)
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) expect(await asked(one)).toEqual([1, 1])
    await we.a.db.issues.delete(ID)
    expect(await asked(we.a)).toEqual([0, 0])
  })

  test('an edit made after it by someone who did not know brings the issue back and says so; it can be deleted again', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await deleteIssue(we.a, ID)
    we.b.clock.at += 3600_000
    await editIssue(we.b, ID, { note: '还没改' })
    expect(await hand(we.b, we.a)).toMatchObject({ returned: [`issue:${ID}`] })
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) {
      expect(await issueOf(one)).toMatchObject({ deletedAt: null, note: '还没改' })
      expect((await kindsOf(one)).filter((kind) => kind === 'returned')).toEqual(['returned'])
    }
    we.c.clock.at += 2 * 3600_000
    await deleteIssue(we.c, ID)
    await meet(we.a, we.b, we.c)
    for (const one of [we.a, we.b, we.c]) expect((await issueOf(one)).deletedAt).not.toBeNull()
  })

  test('one made before it does not, and what was written stays in the tombstone', async () => {
    await record(we.a)
    await hand(we.a, we.b)
    await editIssue(we.b, ID, { note: '早' })
    we.a.clock.at += 3600_000
    await deleteIssue(we.a, ID)
    await meet(we.a, we.b)
    for (const one of [we.a, we.b]) expect(await issueOf(one)).toMatchObject({ note: '早', deletedAt: expect.any(String) })
  })

  test('is possible though a clock far ahead has stamped the issue', async () => {
    const future = await member(900 * DAY_MS)
    await record(we.a)
    await hand(we.a, future)
    await editIssue(future, ID, { note: '未来' })
    expect((await hand(future, we.a)).skews).toMatchObject([{ device: future.device.device }])
    expect((await we.a.db.team.where(':id').startsWith('skew').toArray()).length).toBe(1)
    await editIssue(we.a, ID, { note: '现在' })
    await deleteIssue(we.a, ID)
    await meet(we.a, we.b, future)
    for (const one of [we.a, we.b, future]) expect(await issueOf(one)).toMatchObject({ note: '现在', deletedAt: expect.any(String) })
    const other = await record(we.a, { id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/other' })
    expect(parseInt((await we.a.db.stamps.get(`issue:${other.id}`))!.seq.slice(0, 9), 36)).toBeLessThan(we.a.clock.at + 1000)
  })
})
