import { describe, expect, test } from 'vitest'
import { deleteIssue, editShots, restoreIssue, undoEvent } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { coverShot, sharersOf } from '../../../utils/ledger/shot-cover.ts'
import { ShotConflict } from '../../../utils/ledger/shot-edit.ts'
import type { Shot } from '../../../utils/types/issue.ts'
import { newIssue, newShot, testLedger } from './kit.ts'

const OLD = 'a'.repeat(64)
const NEW = 'c'.repeat(64)
const covered: Shot = { hash: NEW, image: new Blob(['covered']), thumbnail: null, width: 10, height: 10 }
const marks = { outlines: [], drawings: [], personal: [] }
const other = (n: number) => newIssue({ id: `01ISSUE000000000000000000${n}`, quote: `else ${n}` })

async function ledgerWith(others: number) {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), newShot(OLD))
  for (let n = 2; n < 2 + others; n++) await recordIssue(ledger, other(n), newShot(OLD))
  await ledger.db.shots.update(OLD, { thumbnail: new Blob(['small']) })
  const look = { at: '2026-11-18T02:00:00Z', url: '', shot: OLD, zoom: 1, browser: '', referrer: '', scrollX: 0, scrollY: 0, viewportWidth: 1, viewportHeight: 1, pageHeight: 1, ratio: 1, status: 200, lastModified: null, html: '' }
  await ledger.db.evidence.put({ issueId: id, looks: [look], pages: [] })
  const base = (await ledger.db.issues.get(id))!.shots[0]!
  const cover = (everywhere: boolean) => coverShot(ledger, { issueId: id, base, marks, picture: covered, everywhere, reason: '遮盖 1 处', reasonKept: '别处仍是原图' })
  const everything = async () => JSON.stringify(await Promise.all(ledger.db.tables.filter(({ name }) => !['events', 'burnt'].includes(name)).map((table) => table.toArray())))
  return { ledger, id, base, cover, everything }
}

describe('covering for good', () => {
  test('puts the new picture in place of the old one, whose file and thumbnail are gone', async () => {
    const { ledger, id, cover, everything } = await ledgerWith(0)
    expect(await cover(true)).toBe(true)
    expect((await ledger.db.issues.get(id))!.shots).toMatchObject([{ hash: NEW, covered: true }])
    expect(await ledger.db.shots.toCollection().primaryKeys()).toEqual([NEW])
    expect(await everything()).not.toContain(OLD)
    expect(await ledger.db.burnt.toArray()).toMatchObject([{ hash: OLD }])
  })

  test('is in the history by both hashes; no step back brings the old one up again', async () => {
    const { ledger, id, cover } = await ledgerWith(0)
    const [shot] = (await ledger.db.issues.get(id))!.shots
    await editShots(ledger, id, 'shot-edited', () => [{ ...shot!, caption: '首页' }])
    await expect(cover(true)).resolves.toBe(true)
    const events = await ledger.db.events.toArray()
    expect(events.find(({ kind, changes }) => kind === 'shot-edited' && changes.shotHash)).toMatchObject({ changes: { shotHash: [OLD, NEW] }, reason: '遮盖 1 处' })
    for (const event of events) await undoEvent(ledger, event.id)
    expect((await ledger.db.issues.get(id))!.shots[0]!.hash).toBe(NEW)
  })

  test('covers in every issue that shows the picture, deleted ones too', async () => {
    const { ledger, id, cover, everything } = await ledgerWith(2)
    const deleted = other(3).id
    await deleteIssue(ledger, deleted)
    expect(await sharersOf(ledger, id, OLD)).toEqual([2, 3])
    expect(await cover(true)).toBe(true)
    expect(await everything()).not.toContain(OLD)
    await restoreIssue(ledger, deleted)
    expect((await ledger.db.issues.get(deleted))!.shots).toMatchObject([{ hash: NEW, covered: true }])
    expect((await ledger.db.events.where('issueId').equals(deleted).toArray()).map(({ kind }) => kind).sort()).toEqual(['deleted', 'recorded', 'restored', 'shot-edited'])
  })

  test('only here, where a person wants so: the others keep the old picture, and it is not said to be gone', async () => {
    const { ledger, cover } = await ledgerWith(1)
    expect(await cover(false)).toBe(false)
    expect((await ledger.db.events.toArray()).filter(({ kind }) => kind === 'shot-edited').map(({ reason }) => reason)).toEqual(['别处仍是原图'])
    expect((await ledger.db.shots.toCollection().primaryKeys()).sort()).toEqual([OLD, NEW])
    expect((await ledger.db.issues.get(other(2).id))!.shots).toMatchObject([{ hash: OLD }])
    expect(await ledger.db.burnt.count()).toBe(0)
  })

  test('is refused where another window changed the picture, and nothing is written', async () => {
    const { ledger, id, base, everything, cover } = await ledgerWith(0)
    await editShots(ledger, id, 'shot-edited', () => [{ ...base, drawings: [{ kind: 'text', text: '此处', x: 1, y: 1 }] }])
    const before = await everything()
    await expect(cover(true)).rejects.toBeInstanceOf(ShotConflict)
    expect(await everything()).toBe(before)
  })

  test('storage full in the middle: nothing happened', async () => {
    const { ledger, everything, cover } = await ledgerWith(1)
    const before = await everything()
    ledger.db.events.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    await expect(cover(true)).rejects.toThrow()
    expect(await everything()).toBe(before)
  })
})
