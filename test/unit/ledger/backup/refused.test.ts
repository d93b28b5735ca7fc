import fc from 'fast-check'
import { Inflate, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { checkPackage, openPackage } from '../../../../utils/ledger/backup/package.ts'
import { PackageRefused, type PackageRefusal } from '../../../../utils/ledger/backup/refused.ts'
import { restore } from '../../../../utils/ledger/backup/restore.ts'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { testLedger } from '../kit.ts'
import { backupOf, contentOf, filled, NOW } from './kit.ts'

type Bytes = Uint8Array<ArrayBuffer>

let good: Bytes
let files: Record<string, Bytes>
let manifest: Record<string, unknown>

beforeAll(async () => {
  good = new Uint8Array(await (await backupOf((await filled()).db)).file.arrayBuffer())
  files = unzipSync(good) as Record<string, Bytes>
  manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Record<string, unknown>
})

const text = (value: unknown) => strToU8(JSON.stringify(value)) as Bytes
const zipped = (change: Zippable, but: string[] = []) => zipSync({ ...Object.fromEntries(Object.entries(files).filter(([path]) => !but.includes(path))), ...change }) as Bytes
const withManifest = (change: Record<string, unknown>) => zipped({ 'manifest.json': text({ ...manifest, ...change }) })
const parts = () => manifest['parts'] as { path: string; table: string; rows: number; bytes: number; sha256: string }[]
const issuesPart = () => parts().find(({ table }) => table === 'issues')!

/** The backup with its issues changed by hand, and all sums made right again: only what the rows say is wrong. */
async function withIssues(change: (rows: Record<string, unknown>[]) => unknown): Promise<Bytes> {
  const { path } = issuesPart()
  const rows = JSON.parse(new TextDecoder().decode(files[path])) as Record<string, unknown>[]
  const bytes = text(change(rows))
  const part = { ...issuesPart(), bytes: bytes.length, sha256: await sha256(bytes) }
  return zipped({ [path]: bytes, 'manifest.json': text({ ...manifest, parts: parts().map((one) => (one.path === path ? part : one)) }) })
}

/** The good file with some of its bytes written over, found by a mark. */
function patched(mark: number[], skip: number, bytes: number[]): Bytes {
  const copy = good.slice()
  const at = copy.findIndex((_, n) => mark.every((byte, k) => copy[n + k] === byte))
  copy.set(bytes, at + skip)
  return copy
}

const CENTRAL = [0x50, 0x4b, 0x01, 0x02]
const END = [0x50, 0x4b, 0x05, 0x06]
const picture = () => Object.keys(files).find((path) => path.startsWith('shots/'))!

const CASES: [string, () => Bytes | Promise<Bytes>, PackageRefusal][] = [
  ['an empty file', () => new Uint8Array(), 'foreign'],
  ['a text', () => strToU8('单位,网址\n') as Bytes, 'foreign'],
  ['a ZIP of someone else', () => zipSync({ 'a.txt': strToU8('a') }) as Bytes, 'foreign'],
  ['a Word document', () => zipSync({ 'word/document.xml': strToU8('<a/>') }) as Bytes, 'foreign'],
  ['a ZIP with a manifest of someone else', () => zipSync({ 'manifest.json': text({ name: 'other' }) }) as Bytes, 'foreign'],
  ['a manifest that is null', () => zipSync({ 'manifest.json': text(null) }) as Bytes, 'foreign'],
  ['a manifest that is no JSON', () => zipSync({ 'manifest.json': strToU8('{"format":') }) as Bytes, 'damaged'],
  ['cut in the middle', () => good.slice(0, good.length / 2), 'cut'],
  ['cut at the last byte', () => good.slice(0, -1), 'cut'],
  ['cut after the first', () => good.slice(0, 5), 'foreign'],
  ['one byte too many at the end', () => new Uint8Array([...good, 0]), 'cut'],
  ['a newer database', () => withManifest({ schema: 99 }), 'newer'],
  ['a newer form, whatever else it has', () => withManifest({ form: 2, parts: 'other' }), 'newer'],
  ['version nought', () => withManifest({ schema: 0 }), 'damaged'],
  ['a part that is missing', () => zipped({}, [issuesPart().path]), 'damaged'],
  ['a picture that is missing', () => zipped({}, [picture()]), 'damaged'],
  ['a file more than the list says', () => zipped({ 'data/units/00099.json': text([]) }), 'damaged'],
  ['a path out of the folder', () => zipped({ '../evil.json': text([]) }), 'foreign'],
  ['an absolute path', () => zipped({ '/etc/x': text([]) }), 'foreign'],
  ['a path with a backslash', () => zipped({ 'data\\units\\00001.json': text([]) }), 'foreign'],
  ['a part’s path that leads elsewhere', () => withManifest({ parts: [{ ...issuesPart(), path: 'data/../manifest.json' }] }), 'damaged'],
  ['a part named twice', () => withManifest({ parts: [...parts(), issuesPart()] }), 'damaged'],
  ['a changed byte in a picture', () => zipped({ [picture()]: [files[picture()]!.map((byte, n) => (n === 3 ? byte ^ 1 : byte)), { level: 0 }] }), 'damaged'],
  ['a part with another sum', () => withManifest({ parts: parts().map((part) => ({ ...part, sha256: '0'.repeat(64) })) }), 'damaged'],
  ['counts that do not fit', () => withManifest({ counts: { issues: 7 } }), 'damaged'],
  ['a table that nobody knows', () => withManifest({ parts: parts().map((part) => ({ ...part, table: part === issuesPart() ? 'secrets' : part.table })) }), 'damaged'],
  ['a table named like what every object has', () => withManifest({ parts: parts().map((part) => ({ ...part, table: 'constructor' })) }), 'damaged'],
  ['a picture of a kind that may run', () => withManifest({ shots: (manifest['shots'] as object[]).map((shot) => ({ ...shot, type: 'image/svg+xml' })) }), 'damaged'],
  ['rows that are no list', () => withIssues(() => ({})), 'damaged'],
  ['a row that is a text', () => withIssues((rows) => [...rows.slice(1), 'x']), 'damaged'],
  ['fewer rows than said', () => withIssues((rows) => rows.slice(1)), 'damaged'],
  ['an issue without a key', () => withIssues((rows) => rows.map(({ id: _, ...row }) => row)), 'damaged'],
  ['an issue of an unknown status', () => withIssues((rows) => rows.map((row) => ({ ...row, status: 'gone' }))), 'damaged'],
  ['a description that is a list', () => withIssues((rows) => rows.map((row) => ({ ...row, description: ['x'] }))), 'damaged'],
  ['a deadline that is no day', () => withIssues((rows) => rows.map((row) => ({ ...row, deadline: '<b>' }))), 'damaged'],
  ['two issues of one number', () => withIssues((rows) => rows.map((row) => ({ ...row, number: 1 }))), 'damaged'],
  ['two issues of one key', () => withIssues((rows) => rows.map((row) => ({ ...row, id: 'x' }))), 'damaged'],
  ['an encrypted file', () => patched(CENTRAL, 8, [1, 8]), 'damaged'],
  ['a packing that we do not know', () => patched(CENTRAL, 10, [12, 0]), 'damaged'],
  ['a size of four gigabytes', () => patched(CENTRAL, 24, [0xff, 0xff, 0xff, 0xff]), 'damaged'],
  ['a packed size beyond the file', () => patched(CENTRAL, 20, [0xff, 0xff, 0xff, 0x7f]), 'damaged'],
  ['a file that begins in the list of contents', () => patched(CENTRAL, 42, [...new Uint8Array(new Uint32Array([good.length - 60]).buffer)]), 'damaged'],
  ['65,535 files said', () => patched(END, 8, [0xff, 0xff, 0xff, 0xff]), 'damaged'],
  ['a list of contents that begins elsewhere', () => patched(END, 16, [0, 0, 0, 0]), 'damaged'],
]

describe('a file that cannot be restored from gives a sentence, and changes nothing', () => {
  test.each(CASES)('%s', async (_, bytesOf, reason) => {
    const here = await filled(2)
    const before = await contentOf(here.db)
    const file = new Blob([await bytesOf()])
    const work = async () => restore(here.db, await openPackage(file), { mode: 'replace', now: NOW })
    await expect(work()).rejects.toMatchObject({ name: 'PackageRefused', reason, says: { key: `storage.refused.${reason}` } })
    expect(await contentOf(here.db)).toEqual(before)
  })

  test('a bomb: 64 MB of nothing that says it is 1 KB is stopped at 1 KB', async () => {
    const bomb = zipSync({ [issuesPart().path]: new Uint8Array(64 * 1024 * 1024) }, { level: 9 })
    const liar = (bomb as Bytes).slice()
    const central = liar.findIndex((_, n) => CENTRAL.every((byte, k) => liar[n + k] === byte))
    liar.set([0, 4, 0, 0], central + 24)
    const { readDirectory, readEntry } = await import('../../../../utils/ledger/backup/zip-reader.ts')
    const file = new Blob([liar])
    const entry = (await readDirectory(file)).get(issuesPart().path)!
    // the work is counted, not timed: only the first step is unpacked
    const steps = vi.spyOn(Inflate.prototype, 'push')
    await expect(readEntry(file, entry, 64 * 1024 * 1024)).rejects.toMatchObject({ reason: 'damaged' })
    expect(entry.packed).toBeGreaterThan(60_000)
    expect(steps.mock.calls.map(([chunk]) => chunk.length)).toEqual([16 * 1024])
    steps.mockRestore()
  })

  test('a file that the browser cannot read any more', async () => {
    const file = new Blob([good])
    Object.assign(file, { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')) }) })
    await expect(openPackage(file)).rejects.toMatchObject({ reason: 'unreadable' })
  })
})

test('whatever bytes are written over, cut or put in: refused in a sentence, or the same ledger', async () => {
  const original = await contentOf((await filled()).db)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 4 }), fc.option(fc.nat(good.length), { nil: good.length }), async (changes, cut) => {
      const bytes = good.slice(0, cut)
      for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte
      try {
        const given = await openPackage(new Blob([bytes]))
        await checkPackage(given)
        const { db } = testLedger()
        await restore(db, given, { mode: 'replace', now: NOW })
        expect(await db.issues.toArray()).toEqual(original['issues'])
      } catch (error) {
        if (!(error instanceof PackageRefused)) throw error
      }
    }),
    { numRuns: 150 },
  )
})

test('whatever bytes at all: never anything but a sentence', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      await expect(openPackage(new Blob([new Uint8Array([0x50, 0x4b, 3, 4, ...bytes])]))).rejects.toBeInstanceOf(PackageRefused)
    }),
  )
})
