import { expect, test } from 'vitest'
import { deleteIssue, editIssue, setStatus } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { collectShots } from '../../../../utils/ledger/shots.ts'
import { coverShot } from '../../../../utils/ledger/shot-cover.ts'
import { clashesOf } from '../../../../utils/team/clashes.ts'
import { exportedUpTo, keepExported, makersOf } from '../../../../utils/team/package/makers.ts'
import { takeExchange } from '../../../../utils/team/package/take.ts'
import { DAY_MS } from '../../../../utils/ledger/sharing/clock.ts'
import { newIssue } from '../../ledger/kit.ts'
import { picture } from '../../ledger/backup/kit.ts'
import { ID, idOf, joined, lonely, member, type Member } from '../kit.ts'
import { opened, packed, previewed, random, shown, taken } from './kit.ts'

const OTHER = idOf(2)
const url = (n: number) => `http://www.qinghe.gov.cn/${n}`
const byId = async (one: Member, id = ID) => (await one.db.issues.get(id))!
const shotsOf = async (one: Pick<Member, 'db'>) => Promise.all((await one.db.shots.toArray()).map(async ({ hash, image, width }) => [hash, await image.text(), image.type, width]))

test('two people without a server: A exports, B imports and edits and exports, A imports; then both have the same', async () => {
  const a = await member()
  await a.db.units.add({ id: 'u1', name: '青禾县教育和体育局', aliases: [] })
  await recordIssue(a, newIssue({ id: ID, url: url(1), unitId: 'u1', unitName: '青禾县教育和体育局' }), await picture('one'))
  // b has shared nothing so far, and has an issue No. 1, too
  const alone = lonely(60_000)
  await recordIssue(alone, newIssue({ id: OTHER, url: url(2) }), await picture('two'))
  const first = await packed(a)
  expect(first.manifest).toMatchObject({ format: 'duwang-exchange', form: 1, by: '甲', device: a.device.device, mark: a.device.mark, counts: { issue: 1, event: 1, unit: 1 }, since: null, units: null, pictures: true })
  const preview = await previewed(alone, first.file)
  expect(preview).toMatchObject({ added: { issue: 1, event: 1, unit: 1 }, changed: {}, deleted: 0, clashCount: 0, returnedCount: 0, pictures: 1, lacking: 0, clockAhead: 0, units: [{ id: 'u1', name: '青禾县教育和体育局', added: 1, changed: 0 }] })
  expect(await alone.db.team.count()).toBe(0)
  expect(await alone.db.issues.count()).toBe(1)

  expect(await taken(alone, first.file)).toEqual({ added: { issue: 1, event: 1, unit: 1 }, changed: {}, deleted: 0, returned: 0, clashes: 0, pictures: 1 })
  const b = await joined(alone)
  expect(b.device.mark).not.toBe(a.device.mark)
  expect([...(await makersOf(b.db)).values()]).toMatchObject([{ by: '甲', mark: a.device.mark }])
  await editIssue(b, ID, { note: '乙看过' })
  await setStatus(b, ID, 'fixed', '')
  const back = await packed(b, { by: '乙' })
  await taken(a, back.file)
  expect(await byId(a)).toMatchObject({ note: '乙看过', status: 'fixed', mark: a.device.mark, number: 1 })
  expect(await byId(a, OTHER)).toMatchObject({ mark: b.device.mark, number: 1 })
  expect(await shown(a)).toEqual(await shown(b))
  expect(await shotsOf(a)).toEqual(await shotsOf(b))
  // once more changes nothing, on either side
  const before = [await shown(a), await a.db.stamps.toArray()]
  expect(await taken(a, back.file)).toMatchObject({ added: {}, changed: {}, deleted: 0, pictures: 0 })
  expect([await shown(a), await a.db.stamps.toArray()]).toEqual(before)
})

test('what clashes, what comes back and whose clock is wrong is told before, by name', async () => {
  const [a, b] = await Promise.all([member(), member(3 * DAY_MS)])
  for (const [n, id] of [ID, OTHER].entries()) await recordIssue(a, newIssue({ id, url: url(n), description: `问题${n}` }), null)
  await taken(b, (await packed(a)).file)
  await editIssue(a, ID, { severity: 'serious' })
  await deleteIssue(a, OTHER)
  await editIssue(b, ID, { severity: 'minor' })
  await editIssue(b, OTHER, { note: '还在' })
  const { file, manifest } = await packed(b)
  const preview = await previewed(a, file)
  expect(preview.clashes).toMatchObject([{ id: ID, number: `${a.device.mark}1`, description: '问题0' }])
  expect(preview.returned).toMatchObject([{ id: OTHER, description: '问题1' }])
  expect(preview.skews).toMatchObject([{ device: b.device.device }])
  expect(preview.clockAhead).toBeGreaterThan(2 * DAY_MS)
  expect(manifest.newest > a.device.last).toBe(true)
  expect(await clashesOf(a.db)).toEqual([])
  expect((await byId(a, OTHER)).deletedAt).not.toBeNull()
  expect(await taken(a, file)).toMatchObject({ clashes: 1, returned: 1 })
  expect(await clashesOf(a.db)).toHaveLength(1)
  // known now: not told again
  expect((await previewed(a, file)).clashCount).toBe(0)
})

test('since a day, of some units, without pictures', async () => {
  const [a, b] = await Promise.all([member(), member()])
  await a.db.units.bulkAdd([{ id: 'u1', name: '甲局', aliases: [] }, { id: 'u2', name: '乙局', aliases: [] }])
  await recordIssue(a, newIssue({ id: ID, url: url(1), unitId: 'u1', unitName: '甲局' }), await picture('one'))
  await recordIssue(a, newIssue({ id: OTHER, url: url(2), unitId: 'u2', unitName: '乙局' }), await picture('two'))
  const some = await packed(a, { units: [{ id: 'u1', name: '甲局' }] })
  expect(some.manifest).toMatchObject({ counts: { issue: 1, event: 1, unit: 2 }, units: [{ id: 'u1', name: '甲局' }] })
  expect(some.manifest.shots).toHaveLength(1)
  const since = new Date(a.now().getTime() + 60_000).toISOString()
  a.clock.at += 120_000
  expect((await packed(a, { since })).manifest.counts).toEqual({})
  await editIssue(a, OTHER, { note: '今天' })
  const later = await packed(a, { since, pictures: false })
  expect(later.manifest).toMatchObject({ counts: { issue: 1, event: 2 }, shots: [], since })
  expect(await previewed(b, later.file)).toMatchObject({ added: { issue: 1 }, pictures: 0, lacking: 1 })
  await taken(b, later.file)
  expect(await b.db.shots.count()).toBe(0)
  // the pictures follow with another package, though nothing else is new
  expect(await taken(b, (await packed(a, { units: [{ id: 'u2', name: '乙局' }] })).file)).toMatchObject({ added: { unit: 2 }, pictures: 1 })
  expect(await shotsOf(b)).toMatchObject([[expect.any(String), 'two', 'image/png', expect.any(Number)]])
})

test.each([
  ['an hour', 3_600_000],
  ['three days', 3 * DAY_MS],
])('what is edited after a clock that was %s fast is set right is in the next package since the last, however late that is made', async (_, fast) => {
  const a = await member(fast)
  await recordIssue(a, newIssue({ id: ID, url: url(1) }), null)
  await recordIssue(a, newIssue({ id: OTHER, url: url(2) }), null)
  a.clock.at += 600_000
  await keepExported(a.db, a.now().toISOString(), (await packed(a)).manifest)
  a.clock.at -= fast
  await editIssue(a, OTHER, { note: '时钟调准以后' })
  a.clock.at += 30 * DAY_MS
  const next = await packed(a, await exportedUpTo(a.db))
  const b = await member()
  await taken(b, next.file)
  expect(await byId(b, OTHER)).toMatchObject({ note: '时钟调准以后' })
  // what was told is not told again; of a clock that was days fast all that it stamped is, which does no harm
  await keepExported(a.db, a.now().toISOString(), next.manifest)
  const { counts } = (await packed(a, await exportedUpTo(a.db))).manifest
  expect(counts['issue'] ?? 0).toBe(fast > DAY_MS ? 1 : 0)
})

test('cancelled in the middle: what came is whole, and taking it once more does the rest', async () => {
  const [a, b] = await Promise.all([member(), member()])
  for (let n = 0; n < 700; n++) await recordIssue(a, newIssue({ id: idOf(n), url: url(n) }), null)
  const { file } = await packed(a)
  const over = new AbortController()
  await expect(takeExchange({ ...b, random }, await opened(file), ({ done }) => done > 500 && over.abort(), over.signal)).rejects.toMatchObject({ name: 'AbortError' })
  const half = await b.db.issues.count()
  expect(half).toBeGreaterThan(0)
  expect(half).toBeLessThan(700)
  await taken(b, file)
  expect(await shown(b)).toEqual(await shown(a))
}, 60_000)

test('what was archived here does not come back with a package, until the other goes on with it', async () => {
  const [a, b] = await Promise.all([member(), member()])
  await recordIssue(a, newIssue({ id: ID, url: url(1) }), await picture('one'))
  await setStatus(a, ID, 'fixed', '已改')
  await recordIssue(a, newIssue({ id: OTHER, url: url(2) }), null)
  const { file } = await packed(a)
  await taken(b, file)
  await b.db.issues.bulkDelete([ID])
  await b.db.events.where('issueId').equals(ID).delete()
  await collectShots(b.db)
  expect(await previewed(b, file)).toMatchObject({ added: {}, changed: {}, units: [], pictures: 0 })
  await taken(b, file)
  expect([await b.db.issues.count(), await b.db.events.where('issueId').equals(ID).count(), await b.db.shots.count()]).toEqual([1, 0, 0])
  const since = a.now().toISOString()
  await setStatus(a, ID, 'open', '又坏了')
  const later = (await packed(a, { since })).file
  expect(await previewed(b, later)).toMatchObject({ added: { issue: 1, event: 3 }, pictures: 1 })
  await taken(b, later)
  expect(await shown(b)).toEqual(await shown(a))
  expect(await shotsOf(b)).toEqual(await shotsOf(a))
})

test('a picture that was covered on the other side goes here, and that is told before', async () => {
  const [a, b] = await Promise.all([member(), member()])
  const bare = await picture('bare')
  await recordIssue(a, newIssue({ id: ID }), bare)
  const first = await packed(a)
  await taken(b, first.file)
  const [shot] = (await byId(a)).shots
  const { shot: covered } = await picture('covered')
  expect(await coverShot(a, { issueId: ID, base: shot!, marks: { outlines: [], drawings: [], personal: [] }, picture: covered, everywhere: true, reason: '' })).toBe(true)
  const second = await packed(a)
  expect(await previewed(b, second.file)).toMatchObject({ burnt: 1, pictures: 1 })
  await taken(b, second.file)
  expect((await shotsOf(b)).map(([, text]) => text)).toEqual(['covered'])
  // the older package does not bring it back
  await taken(b, first.file)
  expect((await shotsOf(b)).map(([, text]) => text)).toEqual(['covered'])
})
