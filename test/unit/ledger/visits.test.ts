import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keepVisit, shiftOf, visitsBetween, withPart } from '../../../utils/ledger/visits.ts'
import { visitOfReading } from '../../../utils/ledger/migrations.ts'
import type { VisitPart } from '../../../utils/types/visit.ts'
import { column, logged } from '../checks/logs.ts'
import { testLedger } from './kit.ts'

const log = { ...logged(column('工作动态', '2026-11-17')), columnId: 'c1' }
const report = (id: string, seconds: number, findings = 0) => ({ id, seconds, findings })
const reports = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c'), seconds: fc.nat(500) }), { maxLength: 12 })
const sum = (parts: readonly VisitPart[]) => parts.reduce((all, { seconds }) => all + seconds, 0)

describe('merging what a page tells', () => {
  test('counts each part once with the most that was told of it, in whatever order and however often', () => {
    fc.assert(fc.property(reports, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (told, keys) => {
      const most = ['a', 'b', 'c'].map((id) => Math.max(0, ...told.filter((part) => part.id === id).map(({ seconds }) => seconds)))
      const shuffled = [...told, ...told].map((part, n) => [keys[n % 12]! * (n + 1) % 97, part] as const).sort(([a], [b]) => a - b).map(([, part]) => part)
      expect(sum(shuffled.reduce(withPart, [] as VisitPart[]))).toBe(most.reduce((a, b) => a + b, 0))
    }))
  })

  test('in the ledger too: one line, its time the sum of its parts', async () => {
    await fc.assert(fc.asyncProperty(reports, async (told) => {
      const { db } = testLedger()
      for (const part of told) await keepVisit(db, { ...part, findings: 0 }, log, '王小青', '2026-11-18T02:00:00.000Z')
      const visits = await db.visits.toArray()
      expect(visits.length).toBe(told.length ? 1 : 0)
      expect(visits[0]?.dwell ?? 0).toBe(sum(told.reduce(withPart, [] as VisitPart[])))
    }), { numRuns: 25 })
  })
})

test.each([
  ['2026-11-18T01:00:00.000Z', 'morning'],
  ['2026-11-18T03:59:59.999Z', 'morning'],
  ['2026-11-18T04:00:00.000Z', 'afternoon'],
  // Midnight in Shanghai, not on the PC.
  ['2026-11-17T16:00:00.000Z', 'morning'],
])('%s is %s', (instant, shift) => expect(shiftOf(instant)).toBe(shift))

test.each([
  ['shown again soon', '2026-11-18T02:20:00.000Z', '王小青', 1],
  ['half an hour later', '2026-11-18T02:31:00.000Z', '王小青', 2],
  ['by someone else', '2026-11-18T02:05:00.000Z', '李青', 2],
])('a page %s', async (_, at, reader, lines) => {
  const { db } = testLedger()
  await keepVisit(db, report('a', 30, 2), log, '王小青', '2026-11-18T02:00:00.000Z')
  await keepVisit(db, report('b', 12, 1), log, reader, at)
  const visits = await visitsBetween(db, '2026-11-18', '2026-11-18')
  expect(visits).toHaveLength(lines)
  expect(visits.reduce((all, { dwell }) => all + dwell, 0)).toBe(42)
})

test('the afternoon is another shift, however soon it comes', async () => {
  const { db } = testLedger()
  await keepVisit(db, report('a', 30), log, '王小青', '2026-11-18T03:59:00.000Z')
  await keepVisit(db, report('b', 30), log, '王小青', '2026-11-18T04:01:00.000Z')
  expect((await visitsBetween(db, '2026-11-18', '2026-11-18')).map(({ shift }) => shift)).toEqual(['morning', 'afternoon'])
})

test('a page that stays open over noon and midnight stays one line of the day it was opened', async () => {
  const { db } = testLedger()
  await keepVisit(db, report('a', 30), log, '王小青', '2026-11-18T15:59:00.000Z')
  await keepVisit(db, report('a', 90), log, '王小青', '2026-11-18T16:01:00.000Z')
  expect(await visitsBetween(db, '2026-11-01', '2026-11-30')).toMatchObject([{ day: '2026-11-18', shift: 'afternoon', dwell: 90, endedAt: '2026-11-18T16:01:00.000Z' }])
})

test('what was deleted stays deleted while its page is still open, and another visit is another line', async () => {
  const { db } = testLedger()
  await keepVisit(db, report('a', 30), log, '王小青', '2026-11-18T02:00:00.000Z')
  await db.visits.update('a', { deletedAt: '2026-11-18T02:01:00.000Z' })
  await keepVisit(db, report('a', 60), log, '王小青', '2026-11-18T02:02:00.000Z')
  expect(await visitsBetween(db, '2026-11-18', '2026-11-18')).toEqual([])
  await keepVisit(db, report('b', 5), log, '王小青', '2026-11-18T02:03:00.000Z')
  expect(await visitsBetween(db, '2026-11-18', '2026-11-18')).toMatchObject([{ id: 'b', dwell: 5 }])
})

test('a note stays when the page tells more', async () => {
  const { db } = testLedger()
  await keepVisit(db, report('a', 30), log, '王小青', '2026-11-18T02:00:00.000Z')
  await db.visits.update('a', { note: '已电话告知' })
  await keepVisit(db, report('a', 45, 3), log, '王小青', '2026-11-18T02:01:00.000Z')
  expect(await db.visits.get('a')).toMatchObject({ note: '已电话告知', dwell: 45, findings: 3 })
})

test('a reading of version 1 becomes a line of which no one knows who read it, and how long', () => {
  expect(visitOfReading({ ...log, readAt: '2026-11-18T05:00:00.000Z', day: '2026-11-18' })).toMatchObject({
    day: '2026-11-18', shift: 'afternoon', reader: '', dwell: 0, columnName: '工作动态', columnId: 'c1', by: 'page', deletedAt: null,
  })
  expect(visitOfReading({ ...log, laterPage: true }).columnId).toBeNull()
})
