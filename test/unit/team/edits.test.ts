import { beforeEach, describe, expect, test } from 'vitest'
import { deleteIssue, editIssue, restoreIssue, setStatus } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { clashesOf } from '../../../utils/team/clashes.ts'
import { teamCounts } from '../../../utils/team/counts.ts'
import { settleClash } from '../../../utils/team/settle.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { newIssue, newShot } from '../ledger/kit.ts'
import { hand, meet, member, type Member } from './kit.ts'

const ID = '01ISSUE0000000000000000001'

let [a, b, c]: Member[] = []

beforeEach(async () => {
  ;[a, b, c] = await Promise.all([member(), member(3 * 60_000), member(-2 * 60_000)])
})

const record = (who: Member, change: Parameters<typeof newIssue>[0] = {}) => recordIssue(who, newIssue(change), newShot())
const issueOf = async (who: Member, id = ID) => (await who.db.issues.get(id))!
const kindsOf = async (who: Member, id = ID) => (await who.db.events.where('issueId').equals(id).sortBy('id')).map(({ kind }) => kind)

describe('two who edit at once', () => {
  test('different fields: both stay', async () => {
    await record(a!)
    await hand(a!, b!)
    await editIssue(a!, ID, { description: '甲' })
    await editIssue(b!, ID, { note: '乙' })
    await meet(a!, b!)
    expect(await issueOf(a!)).toMatchObject({ description: '甲', note: '乙' })
    expect(await issueOf(a!)).toEqual(await issueOf(b!))
  })

  test('one field: the later stands, the other is in the history of both, once', async () => {
    await record(a!)
    await hand(a!, b!)
    await editIssue(a!, ID, { description: '甲' })
    b!.clock.at += DAY_MS / 2
    await editIssue(b!, ID, { description: '乙' })
    await meet(a!, b!)
    for (const one of [a!, b!]) {
      expect((await issueOf(one)).description).toBe('乙')
      const lost = (await one.db.events.toArray()).filter(({ kind }) => kind === 'merged-value')
      expect(lost).toMatchObject([{ issueId: ID, changes: { description: ['甲', null] } }])
    }
    expect(await a!.db.stamps.where('clash').equals(1).count()).toBe(0)
  })

  test('status: the later stands, a person is asked on both sides, and their word ends it everywhere', async () => {
    await record(a!)
    await meet(a!, b!, c!)
    await setStatus(a!, ID, 'fixed', '已改')
    b!.clock.at += 3600_000
    await setStatus(b!, ID, 'false-alarm', '误判')
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) {
      expect(await issueOf(one)).toMatchObject({ status: 'false-alarm', fixedOn: null })
      expect(await teamCounts(one.db)).toEqual({ pending: 0, clashes: 1 })
    }
    const [clash] = await clashesOf(c!.db)
    expect(clash).toMatchObject({ issueId: ID, cell: 'status', options: [{ value: { status: 'false-alarm' }, device: b!.device.device }, { value: { status: 'fixed', fixedOn: '2026-11-18' }, device: a!.device.device }] })
    c!.clock.at += 7200_000
    expect(await settleClash(c!, clash!, clash!.options[1]!, '现场看过')).toBe(true)
    expect(await settleClash(c!, clash!, clash!.options[1]!, '')).toBe(false)
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) {
      expect(await issueOf(one)).toMatchObject({ status: 'fixed', fixedOn: '2026-11-18' })
      expect((await teamCounts(one.db)).clashes).toBe(0)
      expect(await clashesOf(one.db)).toEqual([])
    }
  })

  test('the value that stands is confirmed: the clash is over, too', async () => {
    await record(a!)
    await hand(a!, b!)
    await editIssue(a!, ID, { severity: 'serious' })
    await editIssue(b!, ID, { severity: 'minor' })
    await meet(a!, b!)
    const [clash] = await clashesOf(a!.db)
    expect(await settleClash(a!, clash!, clash!.options[0]!, '')).toBe(true)
    await meet(a!, b!)
    expect([await clashesOf(a!.db), await clashesOf(b!.db)]).toEqual([[], []])
    expect(await issueOf(a!)).toEqual(await issueOf(b!))
  })

  test('a later edit by someone who saw it is no clash', async () => {
    await record(a!)
    await hand(a!, b!)
    await editIssue(a!, ID, { severity: 'serious' })
    await hand(a!, b!)
    await editIssue(b!, ID, { severity: 'minor' })
    await meet(a!, b!)
    expect(await clashesOf(a!.db)).toEqual([])
    expect((await a!.db.events.toArray()).filter(({ kind }) => kind === 'merged-value')).toEqual([])
  })
})

describe('deleting', () => {
  test('is a tombstone everywhere, and restoring ends it everywhere', async () => {
    await record(a!)
    await hand(a!, b!)
    await deleteIssue(a!, ID)
    expect(await hand(a!, b!)).toMatchObject({ deleted: 1, returned: [] })
    expect((await issueOf(b!)).deletedAt).not.toBeNull()
    await restoreIssue(b!, ID)
    await meet(a!, b!)
    expect((await issueOf(a!)).deletedAt).toBeNull()
  })

  test('an edit made after it by someone who did not know brings the issue back and says so; it can be deleted again', async () => {
    await record(a!)
    await hand(a!, b!)
    await deleteIssue(a!, ID)
    b!.clock.at += 3600_000
    await editIssue(b!, ID, { note: '还没改' })
    expect(await hand(b!, a!)).toMatchObject({ returned: [`issue:${ID}`] })
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) {
      expect(await issueOf(one)).toMatchObject({ deletedAt: null, note: '还没改' })
      expect((await kindsOf(one)).filter((kind) => kind === 'returned')).toEqual(['returned'])
    }
    c!.clock.at += 2 * 3600_000
    await deleteIssue(c!, ID)
    await meet(a!, b!, c!)
    for (const one of [a!, b!, c!]) expect((await issueOf(one)).deletedAt).not.toBeNull()
  })

  test('one made before it does not, and what was written stays in the tombstone', async () => {
    await record(a!)
    await hand(a!, b!)
    await editIssue(b!, ID, { note: '早' })
    a!.clock.at += 3600_000
    await deleteIssue(a!, ID)
    await meet(a!, b!)
    for (const one of [a!, b!]) expect(await issueOf(one)).toMatchObject({ note: '早', deletedAt: expect.any(String) })
  })

  test('is possible though a clock far ahead has stamped the issue', async () => {
    const future = await member(900 * DAY_MS)
    await record(a!)
    await hand(a!, future)
    await editIssue(future, ID, { note: '未来' })
    expect((await hand(future, a!)).skews).toMatchObject([{ device: future.device.device }])
    expect((await a!.db.team.where(':id').startsWith('skew').toArray()).length).toBe(1)
    await editIssue(a!, ID, { note: '现在' })
    await deleteIssue(a!, ID)
    await meet(a!, b!, future)
    for (const one of [a!, b!, future]) expect(await issueOf(one)).toMatchObject({ note: '现在', deletedAt: expect.any(String) })
    const other = await record(a!, { id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/other' })
    expect(parseInt((await a!.db.stamps.get(`issue:${other.id}`))!.seq.slice(0, 9), 36)).toBeLessThan(a!.clock.at + 1000)
  })
})
