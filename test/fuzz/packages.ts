import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { checkPackage, openPackage } from '../../utils/ledger/backup/package.ts'
import { PackageRefused } from '../../utils/ledger/backup/refused.ts'
import { sha256 } from '../../utils/ledger/backup/work.ts'
import { recordIssue } from '../../utils/ledger/record.ts'
import { openExchange, readPart, readShot } from '../../utils/team/package/read.ts'
import { ExchangeRefused } from '../../utils/team/package/refused.ts'
import { backupOf, filled, picture } from '../unit/ledger/backup/kit.ts'
import { newIssue } from '../unit/ledger/kit.ts'
import { packed } from '../unit/team/package/kit.ts'
import { member } from '../unit/team/kit.ts'
import { damaged, mangled, orRefusal, type Subject } from './subject.ts'

type Bytes = Uint8Array<ArrayBuffer>
interface Listed { parts: { path: string; bytes: number; sha256: string }[] }

const utf8 = (text: string) => strToU8(text) as Bytes
const parsed = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as unknown
/** What JSON can say of a value; one that it cannot say is left out. */
const said = (value: unknown) => utf8(JSON.stringify(value) ?? 'null')

/** Our file with its list, or the rows of one part, changed, and all sums made right: only what it says is wrong. */
function resigned(good: Bytes, decode: (bytes: Bytes) => unknown, encode: (value: unknown) => Bytes): fc.Arbitrary<Promise<Bytes>> {
  const files = unzipSync(good) as Record<string, Bytes>
  const manifest = parsed(files['manifest.json']!) as Listed
  const zipped = async (list: unknown, change: Record<string, Bytes>) => {
    const bytes = said(list)
    const all = { ...files, ...change, 'manifest.json': bytes, ...('manifest.sha256' in files ? { 'manifest.sha256': utf8(await sha256(bytes)) } : {}) }
    return zipSync(Object.fromEntries(Object.entries(all).map(([path, file]) => [path, [file, { level: 0 }]])) as Zippable) as Bytes
  }
  const parts = manifest.parts.map((part) =>
    mangled(decode(files[part.path]!)).map(async (rows) => {
      const bytes = encode(rows)
      const changed = { ...part, bytes: bytes.length, sha256: await sha256(bytes) }
      return zipped({ ...manifest, parts: manifest.parts.map((one) => (one === part ? changed : one)) }, { [part.path]: bytes })
    }))
  return fc.oneof(mangled(manifest).map((list) => zipped(list, {})), ...parts)
}

export const BACKUPS: Subject = {
  name: 'backups',
  few: 60,
  property: async () => {
    const good = new Uint8Array(await (await backupOf((await filled(3)).db)).file.arrayBuffer())
    const files = fc.oneof(damaged(good).map((file) => Promise.resolve(file)), resigned(good, parsed, said))
    return fc.asyncProperty(files, async (file) => {
      const given = new Blob([await file])
      await orRefusal(async () => checkPackage(await openPackage(given)), PackageRefused)
    })
  },
}

const lines = (bytes: Bytes) => new TextDecoder().decode(bytes).trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)
const asLines = (docs: unknown) => utf8((Array.isArray(docs) ? (docs as unknown[]) : [docs]).map((doc) => `${JSON.stringify(doc) ?? ''}\n`).join(''))

export const PACKAGES: Subject = {
  name: 'exchange packages',
  few: 60,
  property: async () => {
    const from = await member()
    await recordIssue(from, newIssue({ description: '词 𠮷' }), await picture('one'))
    const bytesOf = async (password: string) => new Uint8Array(await (await packed(from, { password })).file.arrayBuffer())
    const good = await bytesOf('')
    // Its key takes a second to make on purpose; what stands around the lock is read before.
    const locked = await bytesOf('一段够长的密码 2026')
    const files = fc.oneof(damaged(good).map((file) => Promise.resolve(file)), damaged(locked).map((file) => Promise.resolve(file)), resigned(good, lines, asLines))
    return fc.asyncProperty(files, async (file) => {
      const given = new Blob([await file])
      await orRefusal(async () => readAll(await openExchange(given)), ExchangeRefused)
    })
  },
}

async function readAll(given: Awaited<ReturnType<typeof openExchange>>): Promise<void> {
  if ('lock' in given) return
  for (const part of given.manifest.parts) await readPart(given, part)
  for (const shot of given.manifest.shots) await readShot(given, shot)
}
