import fc from 'fast-check'
import { Inflate, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import type { DocPart, Manifest } from '../../../../utils/team/package/manifest.ts'
import { openExchange } from '../../../../utils/team/package/read.ts'
import { ExchangeRefused, type ExchangeRefusal } from '../../../../utils/team/package/refused.ts'
import { newIssue } from '../../ledger/kit.ts'
import { backupOf, contentOf, filled, picture } from '../../ledger/backup/kit.ts'
import { member } from '../kit.ts'
import { packed, previewed, shown, taken } from './kit.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Doc = Record<string, unknown> & { stamps: Record<string, unknown>; values: Record<string, unknown> }

let good: Bytes
let files: Record<string, Bytes>
let manifest: Manifest
let backup: Bytes
let original: unknown

beforeAll(async () => {
  const a = await member()
  await recordIssue(a, newIssue({ description: '词 𠮷' }), await picture('one'))
  await recordIssue(a, newIssue({ id: '01ISSUE0000000000000000002', url: 'http://www.qinghe.gov.cn/2' }), await picture('two'))
  good = new Uint8Array(await (await packed(a)).file.arrayBuffer())
  files = unzipSync(good) as Record<string, Bytes>
  manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Manifest
  backup = new Uint8Array(await (await backupOf((await filled(1)).db)).file.arrayBuffer())
  original = await shown(a)
})

const bytesOf = (text: string) => strToU8(text) as Bytes
/** Written anew with sums that fit, pictures stored as they are. */
async function rewritten(said: unknown, change: Record<string, Bytes> = {}, but: string[] = []): Promise<Bytes> {
  const list = bytesOf(typeof said === 'string' ? said : JSON.stringify(said))
  const all = { ...files, ...change, 'manifest.json': list, 'manifest.sha256': bytesOf(await sha256(list)) }
  const kept = Object.entries(all).filter(([path]) => !but.includes(path))
  return zipSync(Object.fromEntries(kept.map(([path, bytes]) => [path, [bytes, { level: path.startsWith('shots/') ? 0 : 1 }]])) as Zippable) as Bytes
}
const withManifest = (change: Record<string, unknown>) => rewritten({ ...manifest, ...change })
const part = () => manifest.parts[0]!
const shotPath = () => Object.keys(files).find((path) => path.startsWith('shots/'))!

/** The documents changed by hand, and all sums made right again: only what the documents say is wrong. */
async function withText(text: string, change: Partial<DocPart> = {}): Promise<Bytes> {
  const bytes = bytesOf(text)
  return rewritten({ ...manifest, parts: [{ ...part(), bytes: bytes.length, sha256: await sha256(bytes), ...change }] }, { [part().path]: bytes })
}
function withDocs(change: (doc: Doc) => unknown): Promise<Bytes> {
  const docs = new TextDecoder().decode(files[part().path]).trimEnd().split('\n').map((line) => JSON.parse(line) as Doc)
  return withText(docs.map((doc) => `${JSON.stringify(change(doc))}\n`).join(''))
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

/** A name that is in the file twice: two of one length, made the same. */
async function doubled(): Promise<Bytes> {
  const twice = await rewritten(manifest, { 'docs/00009.ndjson': bytesOf('{}\n') })
  const text = Array.from(twice, (byte) => String.fromCharCode(byte)).join('').split('docs/00009').join('docs/00001')
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

const CASES: [string, () => Bytes | Promise<Bytes>, ExchangeRefusal][] = [
  ['an empty file', () => new Uint8Array(), 'foreign'],
  ['a text', () => bytesOf('单位,网址\n'), 'foreign'],
  ['a Word document', () => zipSync({ 'word/document.xml': strToU8('<a/>') }) as Bytes, 'foreign'],
  ['a ZIP of someone else with a manifest', () => zipSync({ 'manifest.json': strToU8('{"name":"other"}') }) as Bytes, 'foreign'],
  ['a backup of ours', () => backup, 'foreign'],
  ['a manifest that is null', () => rewritten('null'), 'foreign'],
  ['a manifest that is no JSON', () => rewritten('{"format":'), 'damaged'],
  ['cut in the middle', () => good.slice(0, good.length / 2), 'cut'],
  ['cut at the last byte', () => good.slice(0, -1), 'cut'],
  ['one byte too many at the end', () => new Uint8Array([...good, 0]), 'cut'],
  ['a newer form, whatever else it has', () => rewritten({ format: 'duwang-exchange', form: 2, all: 'other' }, { 'more/1.bin': bytesOf('x') }), 'newer'],
  ['a list of contents with another sum', () => zipSync({ ...files, 'manifest.json': bytesOf(JSON.stringify({ ...manifest, by: '乙' })) }) as Bytes, 'damaged'],
  ['no sum', () => rewritten(manifest, {}, ['manifest.sha256']), 'damaged'],
  ['a part that is missing', () => rewritten(manifest, {}, [part().path]), 'damaged'],
  ['a picture that is missing', () => rewritten(manifest, {}, [shotPath()]), 'damaged'],
  ['a file more than the list says', () => rewritten(manifest, { 'docs/00099.ndjson': bytesOf('') }), 'damaged'],
  ['a path out of the folder', () => rewritten(manifest, { '../evil.json': bytesOf('') }), 'foreign'],
  ['an absolute path', () => rewritten(manifest, { '/etc/x': bytesOf('') }), 'foreign'],
  ['a path with a backslash', () => rewritten(manifest, { 'docs\\00009.ndjson': bytesOf('') }), 'foreign'],
  ['a path with a drive', () => rewritten(manifest, { 'c:/docs/1.bin': bytesOf('') }), 'foreign'],
  ['a part’s path that leads elsewhere', () => withManifest({ parts: [{ ...part(), path: 'docs/../manifest.json' }] }), 'damaged'],
  ['a part named twice', () => withManifest({ parts: [part(), part()] }), 'damaged'],
  ['two files of one name', doubled, 'damaged'],
  ['a picture whose bytes are others', () => rewritten(manifest, { [shotPath()]: files[shotPath()]!.map((byte) => byte ^ 1) as Bytes }), 'damaged'],
  ['a packed picture, which could grow', () => zipSync({ ...files, [shotPath()]: [files[shotPath()]!, { level: 9 }] }) as Bytes, 'damaged'],
  ['a picture of a kind that may run', () => withManifest({ shots: manifest.shots.map((shot) => ({ ...shot, type: 'image/svg+xml' })) }), 'damaged'],
  ['a part with another sum', () => withManifest({ parts: [{ ...part(), sha256: '0'.repeat(64) }] }), 'damaged'],
  ['counts that do not fit', () => withManifest({ counts: { issue: 7 } }), 'damaged'],
  ['ten gigabytes said of a part', () => withManifest({ parts: [{ ...part(), bytes: 10 * 1024 ** 3 }] }), 'damaged'],
  ['ten gigabytes said of many parts', () => withManifest({ parts: Array.from({ length: 200 }, (_, n) => ({ ...part(), path: `docs/${String(n + 1).padStart(5, '0')}.ndjson`, bytes: 60 * 1024 ** 2 })) }), 'damaged'],
  ['fewer documents than said', () => withText(new TextDecoder().decode(files[part().path]), { docs: 99 }), 'damaged'],
  ['no newline at the end', () => withText(new TextDecoder().decode(files[part().path]).trimEnd()), 'damaged'],
  ['a line that is no JSON', () => withText('{"_id"\n', { docs: 1 }), 'damaged'],
  ['a line that is a text', () => withDocs(() => 'x'), 'damaged'],
  ['a document without an id', () => withDocs(({ _id: _gone, ...doc }) => doc), 'damaged'],
  ['a stamp that is none', () => withDocs((doc) => ({ ...doc, base: 'yesterday' })), 'damaged'],
  ['a stamp of a cell that is none', () => withDocs((doc) => ({ ...doc, stamps: { note: 7 } })), 'damaged'],
  ['values that are a list', () => withDocs((doc) => ({ ...doc, values: [[1]] })), 'damaged'],
  ['brackets without end', () => withText(`${'['.repeat(200_000)}\n`, { docs: 1 }), 'damaged'],
  ['an encrypted ZIP', () => patched(CENTRAL, 8, [1, 8]), 'damaged'],
  ['a packing that we do not know', () => patched(CENTRAL, 10, [12, 0]), 'damaged'],
  ['a size of four gigabytes', () => patched(CENTRAL, 24, [0xff, 0xff, 0xff, 0xff]), 'damaged'],
  ['65,535 files said', () => patched(END, 8, [0xff, 0xff, 0xff, 0xff]), 'damaged'],
]

describe('a file that cannot be taken in gives a sentence, and changes nothing', () => {
  test.each(CASES)('%s', async (_, made, reason) => {
    const here = await filled(1)
    const before = await contentOf(here.db)
    await expect(taken(here, new Blob([await made()]))).rejects.toMatchObject({ name: 'ExchangeRefused', reason, says: { key: `team.refused.${reason}` } })
    expect(await contentOf(here.db)).toEqual(before)
  })

  test('a bomb: 60 MB of brackets in 60 KB is refused before it is unpacked', async () => {
    const bomb = new Uint8Array(60 * 1024 * 1024).fill(91)
    const bytes = await rewritten({ ...manifest, parts: [{ ...part(), bytes: bomb.length }] }, { [part().path]: bomb })
    expect(bytes.length).toBeLessThan(400_000)
    const steps = vi.spyOn(Inflate.prototype, 'push')
    await expect(openExchange(new Blob([bytes]))).rejects.toMatchObject({ reason: 'damaged' })
    expect(steps.mock.calls.length).toBeLessThan(5)
    steps.mockRestore()
  })

  test('a file that the browser cannot read any more', async () => {
    const file = new Blob([good])
    Object.assign(file, { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('moved', 'NotReadableError')) }) })
    await expect(openExchange(file)).rejects.toMatchObject({ reason: 'unreadable' })
  })
})

test('kinds, cells and fields of a later version are kept, and handed on', async () => {
  const newer = await withDocs((doc) => (String(doc['_id']).startsWith('issue:') ? { ...doc, values: { ...doc.values, mood: '好' }, later: 1 } : doc))
  const [b, c] = await Promise.all([member(), member()])
  await taken(b, new Blob([newer]))
  await taken(c, (await packed(b)).file)
  expect((await c.db.stamps.where('doc').startsWith('issue:').toArray()).map(({ kept }) => kept)).toEqual([{ mood: '好' }, { mood: '好' }])
  const unknown = await withText(`${JSON.stringify({ _id: 'photo:1', form: 1, base: manifest.newest, values: { a: 1 }, stamps: {} })}\n`, { docs: 1 })
  const said = await rewrittenCounts(unknown, { photo: 1 })
  expect(await previewed(b, new Blob([said]))).toMatchObject({ newer: 1, added: {} })
  await taken(b, new Blob([said]))
  expect((await packed(b)).manifest.counts).toMatchObject({ photo: 1, issue: 2 })
})

async function rewrittenCounts(bytes: Bytes, counts: Record<string, number>): Promise<Bytes> {
  const inside = unzipSync(bytes) as Record<string, Bytes>
  return rewritten({ ...(JSON.parse(new TextDecoder().decode(inside['manifest.json'])) as Manifest), counts }, { [part().path]: inside[part().path]! })
}

test('whatever bytes are written over or cut: refused in a sentence, or the same ledger', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 4 }), fc.option(fc.nat(good.length), { nil: good.length }), async (changes, cut) => {
      const bytes = good.slice(0, cut)
      for (const { at, byte } of changes) if (at < bytes.length) bytes[at] = byte
      const b = await member()
      try {
        await taken(b, new Blob([bytes]))
        expect(await shown(b)).toEqual(original)
      } catch (error) {
        if (!(error instanceof ExchangeRefused)) throw error
        expect(await b.db.issues.count()).toBe(0)
      }
    }),
    { numRuns: 80 },
  )
}, 60_000)
