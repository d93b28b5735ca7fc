import { unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { blobSink } from '../../../../utils/ledger/backup/blob-sink.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { lockedSink, unlocked } from '../../../../utils/team/package/lock.ts'
import { LOCK_CHUNK } from '../../../../utils/team/package/limits.ts'
import { openExchange } from '../../../../utils/team/package/read.ts'
import { picture } from '../../ledger/backup/kit.ts'
import { newIssue } from '../../ledger/kit.ts'
import { member, type Member } from '../kit.ts'
import { opened, packed, random, shown, taken } from './kit.ts'

type Bytes = Uint8Array<ArrayBuffer>

const PASSWORD = '青禾2026读网'
let a: Member
let files: Record<string, Bytes>
let file: Blob

beforeAll(async () => {
  a = await member()
  await recordIssue(a, newIssue({ description: '机密的描述' }), await picture('one'))
  file = (await packed(a, { password: PASSWORD })).file
  files = unzipSync(new Uint8Array(await file.arrayBuffer())) as Record<string, Bytes>
})

const stored = (change: Record<string, Bytes>) => new Blob([zipSync({ ...files, ...change }, { level: 0 }) as Bytes])

test('says in the open only how it can be opened', () => {
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Record<string, unknown>
  expect(manifest).toEqual({
    format: 'duwang-exchange', form: 1,
    lock: { kdf: 'PBKDF2-SHA-256', rounds: 600_000, salt: expect.stringMatching(/^.{24}$/), cipher: 'AES-256-GCM', chunk: LOCK_CHUNK, proof: expect.any(String) },
  })
  expect(Object.keys(files)).toEqual(['manifest.json', 'locked/00001.bin'])
})

test('opens with the password, however it was typed, and is the same package', async () => {
  const b = await member()
  await taken(b, file, '青禾２０２６读网')
  expect(await shown(b)).toEqual(await shown(a))
  expect(await b.db.shots.count()).toBe(1)
})

test('two packages of one password have nothing in common', async () => {
  const other = unzipSync(new Uint8Array(await (await packed(a, { password: PASSWORD })).file.arrayBuffer()))
  expect(other['manifest.json']).not.toEqual(files['manifest.json'])
})

test.each([
  ['another password', () => file, '青禾2026读', 'password'],
  ['no password', () => file, '', 'password'],
  ['a changed bit', () => stored({ 'locked/00001.bin': files['locked/00001.bin']!.map((byte, n) => (n === 99 ? byte ^ 1 : byte)) as Bytes }), PASSWORD, 'damaged'],
  ['a cut chunk', () => stored({ 'locked/00001.bin': files['locked/00001.bin']!.slice(0, -1) }), PASSWORD, 'damaged'],
  ['a chunk put in', () => stored({ 'locked/00002.bin': files['locked/00001.bin']! }), PASSWORD, 'damaged'],
  ['fewer rounds than are safe', () => withLock({ rounds: 1 }), PASSWORD, 'damaged'],
  ['rounds for a year', () => withLock({ rounds: 2 ** 40 }), PASSWORD, 'damaged'],
  ['other rounds than it was locked with', () => withLock({ rounds: 600_001 }), PASSWORD, 'password'],
  ['another cipher', () => withLock({ cipher: 'none' }), PASSWORD, 'damaged'],
  ['a salt that is none', () => withLock({ salt: '!' }), PASSWORD, 'damaged'],
])('%s: refused', async (_, fileOf, password, reason) => {
  await expect(opened(fileOf(), password)).rejects.toMatchObject({ name: 'ExchangeRefused', reason, says: { key: `team.refused.${reason}` } })
})

function withLock(change: Record<string, unknown>): Blob {
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as { lock: object }
  return stored({ 'manifest.json': new TextEncoder().encode(JSON.stringify({ ...manifest, lock: { ...manifest.lock, ...change } })) as Bytes })
}

test('a password that is too short is not taken', async () => {
  await expect(packed(a, { password: '1234567' })).rejects.toMatchObject({ reason: 'weak' })
})

test('a large one is locked and opened in chunks; none can be left out, doubled, moved, or be the last too early', async () => {
  const { sink, blob } = blobSink()
  const locking = await lockedSink(PASSWORD, sink, '2026-11-20 10:00', random)
  const bytes = new Uint8Array(2 * LOCK_CHUNK + 7)
  for (let at = 0; at < bytes.length; at += 65_536) random(bytes.subarray(at, at + 65_536))
  for (let at = 0; at < bytes.length; at += 100_000) await locking.sink(bytes.subarray(at, at + 100_000))
  await locking.end()
  const given = await openExchange(blob('application/zip'))
  if (!('lock' in given)) throw new Error('not locked')
  const chunks = unzipSync(new Uint8Array(await given.file.arrayBuffer()))
  const named = (order: number[]) => unlocked(PASSWORD, given.lock, order.length, async (number) => chunks[`locked/0000${order[number - 1]}.bin`] as Bytes)
  expect(Object.keys(chunks)).toHaveLength(4)
  const back = new Uint8Array(await (await named([1, 2, 3])).arrayBuffer())
  expect(back.length).toBe(bytes.length)
  expect(back.every((byte, at) => byte === bytes[at])).toBe(true)
  for (const order of [[1, 2], [1, 3], [2, 1, 3], [1, 1, 3], [3], [1, 2, 3, 3]]) await expect(named(order)).rejects.toMatchObject({ reason: 'damaged' })
})

test('of exactly one chunk and of nothing', async () => {
  for (const size of [0, LOCK_CHUNK, LOCK_CHUNK + 1]) {
    const { sink, blob } = blobSink()
    const locking = await lockedSink(PASSWORD, sink, '2026-11-20 10:00', random)
    await locking.sink(new Uint8Array(size))
    await locking.end()
    const given = await openExchange(blob('application/zip'))
    if (!('lock' in given)) throw new Error('not locked')
    const chunks = unzipSync(new Uint8Array(await given.file.arrayBuffer()))
    expect((await unlocked(PASSWORD, given.lock, given.entries.size - 1, async (number) => chunks[`locked/0000${number}.bin`] as Bytes)).size).toBe(size)
  }
})
