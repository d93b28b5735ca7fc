import { describe, expect, test } from 'vitest'
import { deleteIssue, editIssue } from '../../../utils/ledger/change.ts'
import { putOwnWords } from '../../../utils/ledger/own-words.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { changeSetting, readSettings } from '../../../utils/ledger/settings.ts'
import { teamCounts } from '../../../utils/team/counts.ts'
import { markSent, pendingDocs } from '../../../utils/team/pending.ts'
import { resendStep } from '../../../utils/team/resend.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { newIssue, newShot } from '../ledger/kit.ts'
import { everything, ID, issueOf, joined, kindsOf, lonely, meet, record, take, threeMembers } from './kit.ts'

const we = threeMembers()

describe('numbers', () => {
  test('two ledgers that both have a No. 1: both stay what was handed out, told apart by letters', async () => {
    const [one, two] = [lonely(), lonely()]
    await recordIssue(one, newIssue({ id: '01A', url: 'http://www.qinghe.gov.cn/1' }), null)
    await recordIssue(two, newIssue({ id: '01B', url: 'http://www.qinghe.gov.cn/2' }), null)
    const first = await joined(one, { as: 'founder' })
    const second = await joined(two, { taken: [first.device.mark] })
    await meet(first, second)
    for (const who of [first, second]) {
      expect((await who.db.issues.orderBy('id').toArray()).map(({ number, mark }) => [number, mark])).toEqual([[1, first.device.mark], [1, second.device.mark]])
    }
    expect(await recordIssue(second, newIssue({ id: '01C', url: 'http://www.qinghe.gov.cn/3' }), null)).toMatchObject({ number: 2, mark: second.device.mark })
  })
})

describe('the same problem found by two', () => {
  test('is linked to the first everywhere, whatever came first', async () => {
    const ids = ['01ISSUE000000000000000000C', '01ISSUE000000000000000000A', '01ISSUE000000000000000000B']
    for (const [n, who] of [we.a, we.b, we.c].entries()) await record(who, { id: ids[n]! })
    await meet(we.a, we.b, we.c)
    // by the instant of finding: the clocks say so
    for (const one of [we.a, we.b, we.c]) expect((await one.db.issues.orderBy('id').toArray()).map(({ duplicateOf }) => duplicateOf)).toEqual([ids[2], null, ids[2]].map((id, at) => (at === 1 ? null : id)))
    await deleteIssue(we.c, ids[2]!)
    await meet(we.a, we.b, we.c)
    // whoever deletes sees what they see: the list looks whether a first one stands
    for (const one of [we.a, we.b]) {
      const standing = (await one.db.issues.toArray()).filter(({ deletedAt }) => deletedAt === null)
      expect(standing.map(({ id, duplicateOf }) => [id, duplicateOf])).toEqual([[ids[1], ids[0]], [ids[0], null]])
    }
  })
})

describe('a ledger that was alone', () => {
  test('for a year joins: all of it goes to the others, and their settings stand', async () => {
    const old = lonely(-400 * DAY_MS)
    await recordIssue(old, newIssue(), newShot())
    await changeSetting(old.db, 'letterDays', () => 9)
    await old.db.units.add({ id: 'u9', name: '乙局', aliases: [] })
    old.clock.at += 400 * DAY_MS
    expect(await old.db.stamps.count()).toBe(0)
    const founder = await joined(lonely(), { as: 'founder' })
    await changeSetting(founder.db, 'letterDays', () => 3)
    const joiner = await joined(old, { taken: [founder.device.mark] })
    expect(await joiner.db.stamps.count()).toBe(0)
    await meet(founder, joiner)
    for (const one of [founder, joiner]) {
      expect((await readSettings(one.db)).letterDays).toBe(3)
      expect((await one.db.units.toArray()).map(({ id }) => id)).toEqual(['u9'])
      expect(await issueOf(one)).toMatchObject({ number: 1, mark: joiner.device.mark })
      expect(await kindsOf(one)).toEqual(['recorded'])
    }
  })

  test('pays no stamps, and changes since a day are found all the same', async () => {
    const old = lonely()
    await recordIssue(old, newIssue(), null)
    const one = await joined(old)
    one.clock.at += DAY_MS
    await record(one, { id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/2' })
    const issuesOf = (docs: { _id: string }[]) => docs.map(({ _id }) => _id).filter((id) => id.startsWith('issue:'))
    expect(issuesOf(await everything(one, '2026-11-18T12:00:00.000Z'))).toEqual(['issue:01ISSUE0000000000000000002'])
    expect(issuesOf(await everything(one, '2026-11-18T01:00:00.000Z')).sort()).toEqual([`issue:${ID}`, 'issue:01ISSUE0000000000000000002'])
    expect(issuesOf(await everything(one)).length).toBe(2)
  })
})

describe('a server', () => {
  test('is sent pictures, then histories, then issues; what came is not sent back; what changed meanwhile stays to be sent', async () => {
    const one = await joined(lonely(), { as: 'founder', sends: true })
    while (await resendStep(one.db, one.now)) continue
    await record(one)
    const waiting = await pendingDocs(one.db, '', 10)
    expect(waiting.map(({ id }) => id.split(':')[0])).toEqual(['shot', 'event', 'issue'])
    expect((await pendingDocs(one.db, waiting[0]!.cursor, 10)).length).toBe(2)
    await editIssue(one, ID, { note: '后来' })
    await markSent(one.db, waiting.map(({ id, seq }) => ({ id, seq, rev: '1-a' })))
    expect((await pendingDocs(one.db, '', 10)).map(({ id, rev }) => [id.split(':')[0], rev])).toEqual([['event', null], ['issue', '1-a']])
    expect(await teamCounts(one.db)).toEqual({ pending: 2, clashes: 0 })

    const two = await joined(lonely(), { sends: true })
    while (await resendStep(two.db, two.now)) continue
    await take(two, await everything(one), { from: 'server' })
    expect(await teamCounts(two.db)).toEqual({ pending: 0, clashes: 0 })
    await editIssue(two, ID, { quote: '别的' })
    await editIssue(one, ID, { basis: '依据' })
    expect((await take(two, await everything(one), { from: 'server' })).ahead).toEqual([`issue:${ID}`])
    expect((await teamCounts(two.db)).pending).toBe(2)
  })

  test('that is new is sent everything, in steps, tombstones too', async () => {
    const old = lonely()
    await recordIssue(old, newIssue(), newShot())
    await old.db.units.bulkAdd([{ id: 'u1', name: '甲局', aliases: [] }, { id: 'u2', name: '乙局', aliases: [] }])
    await putOwnWords(old.db, [{ id: '01W', wrong: '青和', right: '青禾', severity: 'general', note: '' }], '2026-11-18T02:00:00.000Z')
    const one = await joined(old)
    await one.db.units.delete('u2')
    expect((await teamCounts(one.db)).pending).toBe(0)
    const { setSending } = await import('../../../utils/ledger/sharing/device.ts')
    await setSending(one.db, true)
    while (await resendStep(one.db, one.now)) continue
    const waiting = await pendingDocs(one.db, '', 100)
    expect(waiting.map(({ id }) => id).sort()).toEqual([`event:${(await one.db.events.toArray())[0]!.id}`, `issue:${ID}`, `shot:${'a'.repeat(64)}`, 'unit:u1', 'unit:u2', 'word:01W'].sort())
    expect(waiting.every(({ doc }) => doc !== null)).toBe(true)
  })
})
