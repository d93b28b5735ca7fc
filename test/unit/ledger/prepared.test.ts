import { beforeEach, describe, expect, test } from 'vitest'
import { keepPrepared, preparedBytes, preparedSizes, roomFor, thinPrepared, usedPrepared, type Prepared } from '../../../utils/ledger/prepared.ts'
import { coverShot } from '../../../utils/ledger/shot-cover.ts'
import { collectShots } from '../../../utils/ledger/shots.ts'
import type { Issue, Shot } from '../../../utils/types/issue.ts'
import { issue } from '../lists/make-issue.ts'
import { testLedger } from './kit.ts'

const DAY = 86_400_000
const MB = 1024 * 1024

let ledger: ReturnType<typeof testLedger>
beforeEach(() => {
  ledger = testLedger()
})

const shot = (hash: string): Shot => ({ hash, image: new Blob([hash]), thumbnail: null, width: 10, height: 10 })
const copy = (key: string, of: string, change: Partial<Prepared> = {}): Prepared => ({ key, shot: of, file: new Uint8Array(10), sha256: 'x', crc32: 0, bytes: 10, usedAt: 0, ...change })
const shows = (n: number, ...hashes: string[]): Issue => issue(n, { shots: hashes.map((hash) => ({ hash, takenAt: '2026-11-18T01:00:00Z', outlines: [] })) })
const keys = async () => [...(await preparedSizes(ledger.db)).keys()].sort()

describe('copies go with their originals', () => {
  beforeEach(async () => {
    await ledger.db.shots.bulkPut([shot('a'), shot('b')])
    await keepPrepared(ledger.db, [copy('a-whole', 'a'), copy('a-small', 'a'), copy('b-whole', 'b')])
  })

  test('covered for good', async () => {
    await ledger.db.issues.bulkPut([shows(1, 'a'), shows(2, 'b')])
    const [first] = await ledger.db.issues.toArray()
    await coverShot(ledger, { issueId: first!.id, base: first!.shots[0]!, marks: { outlines: [], drawings: [], personal: [] }, picture: shot('c'), everywhere: true, reason: '' })
    expect(await keys()).toEqual(['b-whole'])
  })

  test('collected, because no issue shows it', async () => {
    await ledger.db.issues.put(shows(1, 'b'))
    expect(await collectShots(ledger.db)).toBe(1)
    expect(await keys()).toEqual(['b-whole'])
  })

  test('taken away because it was covered in another ledger', async () => {
    await ledger.db.shots.bulkDelete(['b', 'gone'])
    expect(await keys()).toEqual(['a-small', 'a-whole'])
  })

  test('all cleared', async () => {
    await ledger.db.shots.clear()
    expect(await keys()).toEqual([])
  })

  test('nothing goes where taking away is broken off', async () => {
    const breaks = ledger.db.transaction('rw', ledger.db.shots, async () => {
      await ledger.db.shots.delete('a')
      throw new Error('power cut')
    })
    await expect(breaks).rejects.toThrow('power cut')
    expect(await keys()).toEqual(['a-small', 'a-whole', 'b-whole'])
  })

  test('a copy that was being made while its original went is not kept', async () => {
    await ledger.db.shots.delete('a')
    await keepPrepared(ledger.db, [copy('a-late', 'a'), copy('b-late', 'b')])
    expect(await keys()).toEqual(['b-late', 'b-whole'])
  })

  test('a picture that gets its thumbnail keeps its copies', async () => {
    await ledger.db.shots.update('a', { thumbnail: new Blob(['t']) })
    expect(await keys()).toHaveLength(3)
  })
})

describe('room', () => {
  test.each([
    ['the browser does not say', null, 0, 256],
    ['a large disk', { used: 1000 * MB, quota: 100_000 * MB }, 100, 256],
    ['up to where a person is warned', { used: 750 * MB, quota: 1000 * MB }, 20, 70],
    ['beyond that copies go first', { used: 850 * MB, quota: 1000 * MB }, 60, 10],
    ['and all of them', { used: 900 * MB, quota: 1000 * MB }, 60, 0],
    ['nearly full', { used: 980 * MB, quota: 1000 * MB }, 300, 0],
  ] as const)('%s', (_, estimate, kept, room) => {
    expect(roomFor(estimate, kept * MB) / MB).toBe(room)
  })

  test('those not used for longest go first, wanted ones last', async () => {
    await ledger.db.shots.put(shot('a'))
    await keepPrepared(ledger.db, [copy('old', 'a'), copy('newer', 'a', { usedAt: 2 * DAY }), copy('older', 'a', { usedAt: DAY }), copy('wanted', 'a')])
    await thinPrepared(ledger.db, 40)
    expect(await preparedBytes(ledger.db)).toBe(40)
    await thinPrepared(ledger.db, 25, new Set(['wanted']))
    expect(await keys()).toEqual(['newer', 'wanted'])
    await usedPrepared(ledger.db, ['wanted', 'unknown'], 7 * DAY + 5)
    await thinPrepared(ledger.db, 10)
    expect(await keys()).toEqual(['wanted'])
    await thinPrepared(ledger.db, 0, new Set(['wanted']))
    expect(await keys()).toEqual([])
  })
})
