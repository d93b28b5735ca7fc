import { describe, expect, test } from 'vitest'
import { openPackage } from '../../../../utils/ledger/backup/package.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { deleteMany, editMany } from '../../../../utils/ledger/bulk.ts'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { exportedUpTo, keepExported } from '../../../../utils/team/package/makers.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { timeOf } from '../../../../utils/ledger/sharing/cell-stamp.ts'
import { backupOf, NOW } from '../backup/kit.ts'
import { newIssue, newShot } from '../kit.ts'
import { joined, lonely, member } from '../../team/kit.ts'

const ID = '01ISSUE0000000000000000001'
const doc = `issue:${ID}`

describe('a ledger that shares nothing', () => {
  test('has no stamps, no device, no letters', async () => {
    const { db, ...rest } = lonely()
    const issue = await recordIssue({ db, ...rest }, newIssue(), newShot())
    expect([await db.stamps.count(), await db.team.count(), issue.mark]).toEqual([0, 0, undefined])
  })
})

describe('every write is stamped, whoever writes', () => {
  test('field by field, in the transaction: with a failing one nothing is', async () => {
    const one = await member()
    await recordIssue(one, newIssue(), newShot())
    const made = (await one.db.stamps.get(doc))!
    expect(made).toMatchObject({ base: made.seq, cells: {} })
    await editIssue(one, ID, { description: '甲', note: '乙' })
    const edited = (await one.db.stamps.get(doc))!
    expect(edited).toMatchObject({ base: made.base, cells: { description: edited.seq, note: edited.seq } })
    expect(Object.keys(edited.cells).sort()).toEqual(['description', 'note'])
    await one.db.transaction('rw', one.db.issues, async () => {
      await one.db.issues.update(ID, { quote: '丙' })
      throw new Error('no')
    }).catch(() => undefined)
    expect(await one.db.stamps.get(doc)).toEqual(edited)
    expect((await deviceOfLedger(one.db))!.last).toBe(edited.seq)
  })

  test('updates, modifications of many, puts, deletes of one and of all', async () => {
    const one = await member()
    const { db } = one
    await db.units.bulkAdd([1, 2, 3].map((n) => ({ id: `u${n}`, name: `${n}局`, aliases: [] })))
    const seqs = async () => (await db.stamps.orderBy('seq').toArray()).map(({ doc, cells }) => [doc, Object.keys(cells).join()])
    await db.units.update('u2', { name: '二局' })
    await db.units.where(':id').above('u2').modify({ name: '三局' })
    await db.units.put({ id: 'u1', name: '1局', aliases: [] })
    expect(await seqs()).toEqual([['unit:u1', ''], ['unit:u2', 'name'], ['unit:u3', 'name']])
    await db.units.delete('u1')
    await db.units.clear()
    expect(await seqs()).toEqual([['unit:u1', 'deleted'], ['unit:u2', 'name,deleted'], ['unit:u3', 'name,deleted']])
    expect(await db.stamps.get('unit:u2')).toMatchObject({ kept: { name: '二局', deleted: true } })
  })

  test('words one by one, settings of the office alone, many at once each with a stamp of its own', async () => {
    const one = await member()
    await one.db.ownWords.put({ name: 'office', words: [1, 2].map((n) => ({ id: `W${n}`, wrong: `${n}`, right: '', severity: 'minor', note: '' })) })
    await one.db.settings.bulkPut([{ name: 'letterDays', value: 7 }, { name: 'reader', value: '王小青' }, { name: 'rulesOff', value: ['a', 'b'] }])
    const rows = await one.db.stamps.orderBy('seq').toArray()
    expect(rows.map((row) => row.doc)).toEqual(['word:W1', 'word:W2', 'setting:letterDays', 'setting:rulesOff'])
    expect(new Set(rows.map(({ seq }) => seq)).size).toBe(4)
    await one.db.settings.put({ name: 'rulesOff', value: ['b', 'c'] })
    expect(Object.keys((await one.db.stamps.get('setting:rulesOff'))!.cells).sort()).toEqual(['value/a', 'value/c'])
  })

  test('many rows at once, some of which stand', async () => {
    const one = await member()
    const unit = (n: number, name = '甲') => ({ id: `u${String(n).padStart(4, '0')}`, name, aliases: [] })
    await one.db.units.bulkPut(Array.from({ length: 300 }, (_, n) => unit(n)))
    await one.db.units.bulkPut(Array.from({ length: 600 }, (_, n) => unit(n, n % 2 ? '甲' : '乙')))
    const rows = await one.db.stamps.toArray()
    expect(rows.length).toBe(600)
    expect(rows.filter(({ cells }) => 'name' in cells).length).toBe(150)
    for (const { base, cells } of rows) for (const cell of Object.values(cells)) expect(timeOf(cell) > base).toBe(true)
  })

  test('issues that are changed and deleted in bulk', async () => {
    const one = await member()
    await recordIssue(one, newIssue(), null)
    await editMany(one, [ID], { unitId: 'u2', unitName: '乙局' })
    await deleteMany(one, [ID])
    expect(Object.keys((await one.db.stamps.get(doc))!.cells).sort()).toEqual(['deletedAt', 'unitId'])
  })

  test('what is archived or thinned is put away here and deleted nowhere', async () => {
    const one = await joined(lonely(), { sends: true })
    await recordIssue(one, newIssue(), newShot())
    const before = await one.db.stamps.toArray()
    await one.db.issues.delete(ID)
    await one.db.shots.clear()
    expect(await one.db.stamps.toArray()).toEqual(before)
  })
})

describe('a backup', () => {
  test('takes the stamps along, and not the device', async () => {
    const one = await joined(lonely(), { sends: true })
    await recordIssue(one, newIssue(), null)
    await editIssue(one, ID, { note: '改' })
    const { file, manifest } = await backupOf(one.db)
    expect(manifest.counts).toMatchObject({ stamps: 3 })
    expect(manifest.counts['team']).toBeUndefined()
    const other = await joined(lonely(), { sends: true })
    await keepExported(other.db, '2026-11-18T03:00:00.000Z', { newest: other.device.last })
    await other.db.units.add({ id: 'u1', name: '甲局', aliases: [] })
    await other.db.team.bulkPut([{ name: 'remote server', value: 7 }, { name: 'remote joined', value: 'page 9', anew: 'page 0' }])
    await restore(other.db, await openPackage(file), { mode: 'replace', now: NOW })
    // no deletion is told to anyone
    expect((await other.db.stamps.toArray()).map((row) => row.doc).filter((id) => !id.startsWith('event:'))).toEqual([doc])
    expect((await other.db.stamps.get(doc))!.cells).toEqual((await one.db.stamps.get(doc))!.cells)
    expect(await deviceOfLedger(other.db)).toMatchObject({ device: other.device.device, resend: { kind: '', after: '' } })
    expect(await exportedUpTo(other.db)).toEqual({ since: null })
    expect((await deviceOfLedger(other.db))!.last >= (await one.db.stamps.get(doc))!.seq).toBe(true)
    // how far anything outside was known is of the ledger that was
    expect(await other.db.team.where('name').startsWith('remote ').toArray()).toEqual([{ name: 'remote joined', value: 'page 0', anew: 'page 0' }])
    expect(await other.db.stamps.where('pending').above('').count()).toBe(0)
  })

  test('added to a ledger that shares: what was missing is new here, and has its own number', async () => {
    const one = lonely()
    await recordIssue(one, newIssue(), null)
    const { file } = await backupOf(one.db)
    const other = await joined(lonely(), { sends: true })
    await recordIssue(other, newIssue({ id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/2' }), null)
    await restore(other.db, await openPackage(file), { mode: 'add', now: NOW })
    expect((await other.db.issues.orderBy('id').toArray()).map(({ number, mark }) => [number, mark ?? ''])).toEqual([[1, ''], [1, other.device.mark]])
    expect((await other.db.stamps.get(doc))?.pending).toBeDefined()
  })
})
