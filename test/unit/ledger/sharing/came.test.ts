import { expect, test } from 'vitest'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { deleteIssue, editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { stampsOf } from '../../../../utils/ledger/sharing/came.ts'
import { pendingDocs } from '../../../../utils/team/pending.ts'
import { resendStep } from '../../../../utils/team/resend.ts'
import { applyDocs } from '../../../../utils/team/apply.ts'
import { DAY_MS } from '../../../../utils/ledger/sharing/clock.ts'
import { everything, ID, issueOf, joined, kindsOf, lonely, meet, record, take, type Member } from '../../team/kit.ts'
import { backupOf, NOW } from '../backup/kit.ts'

const DOC = `issue:${ID}`

/** One has recorded and edited an issue; another took it in from a server. */
async function two(): Promise<{ from: Member; to: Member }> {
  const [from, to] = [await joined(lonely()), await joined(lonely(), { sends: true })]
  await record(from)
  await editIssue(from, ID, { note: '改' })
  while (await resendStep(to.db, to.now)) continue
  const docs = await everything(from)
  await applyDocs(to, docs.map((doc) => ({ doc, rev: '2-a' })), { from: 'server' })
  return { from, to }
}

const fieldsOf = async ({ db }: Member) => Object.keys((await stampsOf(db, [DOC]))[0]!.cells)

test('an issue that came has its stamps in its own row, and says the same to others as by a row of their own', async () => {
  const { from, to } = await two()
  expect(await to.db.stamps.where('doc').startsWith('issue:').count()).toBe(0)
  const [stamps] = await stampsOf(to.db, [DOC])
  expect(stamps).toMatchObject({ doc: DOC, rev: '2-a', cells: (await stampsOf(from.db, [DOC]))[0]!.cells })
  const docOf = async (who: Member) => (await everything(who)).find(({ _id }) => _id === DOC)
  expect(await docOf(to)).toEqual(await docOf(from))
  expect((await docOf(to))!.values['came']).toBeUndefined()
})

test('it is among the changes since a day as long as it came after that', async () => {
  const { to } = await two()
  const day = new Date(to.clock.at + DAY_MS).toISOString()
  expect((await everything(to, '2026-11-18T01:00:00.000Z')).filter(({ _id }) => _id === DOC).length).toBe(1)
  expect((await everything(to, day)).filter(({ _id }) => _id === DOC)).toEqual([])
})

test('taken in again it changes nothing; told more of, it has a row of stamps', async () => {
  const { from, to } = await two()
  const before = [await to.db.issues.get(ID), await to.db.stamps.toArray()]
  await applyDocs(to, (await everything(from)).map((doc) => ({ doc, rev: '2-a' })), { from: 'server' })
  expect([await to.db.issues.get(ID), await to.db.stamps.toArray()]).toEqual(before)
  await editIssue(from, ID, { basis: '依据' })
  await applyDocs(to, (await everything(from)).map((doc) => ({ doc, rev: '3-a' })), { from: 'server' })
  expect(await to.db.stamps.get(DOC)).toMatchObject({ rev: '3-a' })
  expect((await fieldsOf(to)).sort()).toEqual(['basis', 'note'])
  expect((await issueOf(to)).basis).toBe('依据')
})

test('edited here it is stamped on what came, and waits to be sent upon the revision that came', async () => {
  const { from, to } = await two()
  await editIssue(to, ID, { suggestion: '请更正' })
  expect((await fieldsOf(to)).sort()).toEqual(['note', 'suggestion'])
  const [waiting] = (await pendingDocs(to.db, '', 10)).filter(({ id }) => id === DOC)
  expect(waiting).toMatchObject({ rev: '2-a', doc: { base: (await stampsOf(from.db, [DOC]))[0]!.base } })
  await take(from, [waiting!.doc!])
  expect(await issueOf(from)).toMatchObject({ note: '改', suggestion: '请更正' })
  expect((await kindsOf(from)).filter((kind) => kind === 'merged-value')).toEqual([])
})

test('edited between the reckoning and the storing of what came, both stand', async () => {
  const { from, to } = await two()
  await editIssue(from, ID, { basis: '依据' })
  const docs = await everything(from)
  const storing = applyDocs(to, docs.map((doc) => ({ doc, rev: '3-a' })), { from: 'server' })
  await Promise.all([storing, editIssue(to, ID, { suggestion: '请更正' })])
  expect(await issueOf(to)).toMatchObject({ note: '改', suggestion: '请更正', basis: '依据' })
  expect((await fieldsOf(to)).sort()).toEqual(['basis', 'note', 'suggestion'])
})

test('deleted here it is deleted there', async () => {
  const { from, to } = await two()
  await deleteIssue(to, ID)
  await meet(from, to)
  expect((await issueOf(from)).deletedAt).not.toBeNull()
})

test('put away here it is known when it comes again, until there is something new in it', async () => {
  const { from, to } = await two()
  const before = await stampsOf(to.db, [DOC])
  await to.db.issues.delete(ID)
  expect(await stampsOf(to.db, [DOC])).toEqual(before)
  await take(to, (await everything(from)).filter(({ _id }) => _id === DOC))
  expect(await to.db.issues.count()).toBe(0)
  await editIssue(from, ID, { basis: '依据' })
  await take(to, (await everything(from)).filter(({ _id }) => _id === DOC))
  expect(await issueOf(to)).toMatchObject({ note: '改', basis: '依据' })
})

test('to a new server it goes with its stamps, and without the old one’s revision', async () => {
  const { from, to } = await two()
  const { setSending } = await import('../../../../utils/ledger/sharing/device.ts')
  await setSending(to.db, true)
  while (await resendStep(to.db, to.now)) continue
  const [waiting] = (await pendingDocs(to.db, '', 100)).filter(({ id }) => id === DOC)
  expect(waiting).toMatchObject({ rev: null, doc: { stamps: (await stampsOf(from.db, [DOC]))[0]!.cells } })
})

test('a backup that replaces a ledger brings the stamps back; one that is added to another brings none', async () => {
  const { to } = await two()
  const { file } = await backupOf(to.db)
  const restored = await joined(lonely())
  await restore(restored.db, await openPackage(file), { mode: 'replace', now: NOW })
  expect(await stampsOf(restored.db, [DOC])).toEqual(await stampsOf(to.db, [DOC]))
  const other = await joined(lonely(), { sends: true })
  await recordIssue(other, { ...(await issueOf(to)), id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/2' }, null)
  await restore(other.db, await openPackage(file), { mode: 'add', now: NOW })
  expect((await other.db.issues.get(ID))?.came).toBeUndefined()
  expect((await stampsOf(other.db, [DOC]))[0]).toMatchObject({ cells: {} })
})

test('one from before anything was shared is known, too, when it was put away here and comes again', async () => {
  const [alone, b] = [lonely(), await joined(lonely())]
  await record(alone as Member)
  const a = await joined(alone)
  await take(b, await everything(a))
  await a.db.issues.delete(ID)
  await take(a, await everything(b))
  expect(await a.db.issues.count()).toBe(0)
  await editIssue(b, ID, { note: '还没有改好' })
  await take(a, await everything(b))
  expect(await issueOf(a)).toMatchObject({ note: '还没有改好' })
})
