// first of all: Dexie looks for a database when it is loaded, and follows nothing where it finds none
import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { teamDesk, type TeamSeen } from '../../../../utils/app/desk/team.ts'
import { deleteIssue, editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { DAY_MS } from '../../../../utils/ledger/sharing/clock.ts'
import { forgetRemote, keepRemote } from '../../../../utils/ledger/sharing/device.ts'
import { TWIN } from '../../../../utils/team/twin.ts'
import { phraseOf } from '../../../../utils/errors.ts'
import { newIssue } from '../../ledger/kit.ts'
import { hand, joined, lonely, meet, member, type Member } from '../../team/kit.ts'

test('what waits is followed: an edit to be sent, a clash that came, and that it was settled', async () => {
  const [one, other] = await Promise.all([joined(lonely(), { sends: true }), member(60_000)])
  const seen: TeamSeen[] = []
  const { teamSeen, settleClash, undoSettled } = teamDesk(one)
  const stop = teamSeen((now) => void seen.push(now), (error) => expect(error).toBeUndefined())
  const until = async (wanted: (now: TeamSeen) => boolean) => {
    await expect.poll(() => seen.some(wanted), { timeout: 5000 }).toBe(true)
    return seen.find(wanted)!
  }
  const { id, mark } = await recordIssue(one, newIssue(), null)
  await until(({ pending }) => pending === 2)
  await hand(one, other)
  await editIssue(one, id, { severity: 'serious' })
  await editIssue(other, id, { severity: 'minor' })
  await meet(one, other)
  const { open } = await until(({ clashes }) => clashes === 1)
  expect(open).toMatchObject([{ cell: 'severity', issue: { number: 1, mark, description: '链接打不开' }, options: [{ value: { severity: 'minor' } }, { value: { severity: 'serious' } }] }])
  expect(await settleClash(open[0]!, open[0]!.options[1]!, '')).toEqual({ key: 'team.clash.done', params: { number: `${mark}1` } })
  await until(({ clashes, pending }) => clashes === 0 && pending > 2)
  await expect(settleClash(open[0]!, open[0]!.options[1]!, '').catch(phraseOf)).resolves.toEqual({ key: 'team.error.settled' })
  expect((await one.db.issues.get(id))!.severity).toBe('serious')
  // what was judged last, by this page, is taken back once
  seen.length = 0
  await expect(undoSettled()).resolves.toBeNull()
  const [again] = (await until(({ clashes }) => clashes === 1)).open
  await settleClash(again!, again!.options[0]!, '')
  await editIssue(one, id, { severity: 'general' })
  await expect(undoSettled().catch(phraseOf)).resolves.toEqual({ key: 'team.error.changed' })
  await expect(undoSettled()).resolves.toBeNull()
  stop()
})

const look = (one: Member) => new Promise<TeamSeen>((resolve, reject) => {
  const stop = teamDesk(one).teamSeen((now) => (resolve(now), queueMicrotask(() => stop())), reject)
})

test('that another PC goes by our id is said for a week; not here where a server is joined, which says it itself', async () => {
  const one = await member()
  await keepRemote(one.db, TWIN, { at: one.now().toISOString(), mark: 'K' })
  expect((await look(one)).twin).toEqual({ key: 'sync.twin', params: { mark: 'K' } })
  await keepRemote(one.db, 'couch', { name: '2026年读网' })
  expect((await look(one)).twin).toBeNull()
  await forgetRemote(one.db, 'couch')
  one.clock.at += 8 * DAY_MS
  expect((await look(one)).twin).toBeNull()
})

test('an issue that an edit brought back is named for 30 days from when that is known here, however long the other PC was away', async () => {
  const [one, other] = await Promise.all([member(), member(3_600_000)])
  const { id } = await recordIssue(one, newIssue(), null)
  await hand(one, other)
  await deleteIssue(one, id)
  await editIssue(other, id, { note: '还在' })
  one.clock.at += 60 * DAY_MS
  await hand(other, one)
  expect((await look(one)).returned).toMatchObject([{ id, description: '链接打不开' }])
  one.clock.at += 29 * DAY_MS
  expect((await look(one)).returned).toHaveLength(1)
  one.clock.at += 2 * DAY_MS
  expect((await look(one)).returned).toEqual([])
})
