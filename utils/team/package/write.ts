import { filesOf, addPage, addShot, clockOf } from '../../ledger/backup/write.ts'
import { alone, sha256, stopIf, type OnProgress } from '../../ledger/backup/work.ts'
import type { LedgerDb } from '../../ledger/db.ts'
import { deviceOfLedger } from '../../ledger/sharing/device.ts'
import { partsOfId, SHARED } from '../../ledger/sharing/kinds.ts'
import { ZipStream, type Sink } from '../../lists/folder/zip-stream.ts'
import { leaveLink } from '../../ledger/sharing/links.ts'
import { TooLargeToExport } from '../../lists/refusals.ts'
import type { SharedDoc } from '../../types/team.ts'
import { changedDocs, hashesIn, type ChangeScope } from '../changes.ts'
import { CHARACTERS_A_PART, DOCS_A_PART, MOST_UNPACKED_BYTES } from './limits.ts'
import { lockedSink, type Random } from './lock.ts'
import { linesKnown } from './lines.ts'
import { FORM, FORMAT, MANIFEST, MANIFEST_SUM, pathOfPart, type Manifest } from './manifest.ts'

export interface ExchangeOptions extends Pick<ChangeScope, 'since' | 'after'> {
  /** Issues of these units only, with their names; null: of all. */
  units: NonNullable<Manifest['units']> | null
  /** With screenshots and saved pages. */
  pictures: boolean
  /** '' for none. */
  password: string
  /** Takes the file's bytes as they come. */
  sink: Sink
  now: () => Date
  random: Random
  /** Version of the extension. */
  program: string
  /** Name of the person who makes it. */
  by: string
  onProgress?: OnProgress
  signal?: AbortSignal
}

/**
 * 交换包: what this ledger has, or what came into it since a day, in one file. In memory is one part or one picture at a time.
 * @throws RangeError where sharing has not begun; ExchangeRefused `weak`; TooLargeToExport; an AbortError when cancelled
 */
export function writeExchange(db: LedgerDb, options: ExchangeOptions): Promise<Manifest> {
  return alone(async () => {
    const clock = clockOf(options.now().toISOString())
    if (options.password === '') return writePlain(db, options, clock)
    const { sink, end } = await lockedSink(options.password, options.sink, clock, options.random)
    const manifest = await writePlain(db, { ...options, sink }, clock)
    await end()
    return manifest
  })
}

async function writePlain(db: LedgerDb, options: ExchangeOptions, clock: string): Promise<Manifest> {
  const { since, after, units, pictures, sink, now, program, by, onProgress, signal } = options
  await leaveLink(db, options)
  const device = (await deviceOfLedger(db))!
  const manifest: Manifest = {
    format: FORMAT, form: FORM, madeAt: now().toISOString(), program, by, device: device.device, mark: device.mark, marks: [], newest: device.last,
    links: await linesKnown(db, device.device), since, units, pictures, counts: {}, parts: [], shots: [], pages: [], missing: [],
  }
  const zip = new ZipStream(sink, clock)
  const [marks, shots, pages] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const rows = await countRows(db)
  const writer = partWriter(zip, manifest)
  for await (const docs of changedDocs(db, { since, after, unitIds: units && units.map(({ id }) => id) })) {
    stopIf(signal)
    for (const doc of docs) {
      const mark = partsOfId(doc._id).kind === 'issue' ? doc.values['mark'] : undefined
      if (typeof mark === 'string') marks.add(mark)
      await writer.add(doc)
    }
    const named = hashesIn(docs)
    named.shots.forEach((hash) => shots.add(hash))
    named.pages.forEach((hash) => pages.add(hash))
    onProgress?.({ stage: 'rows', done: Math.min(rows, writer.done()), total: rows })
  }
  await writer.end()
  manifest.marks = [...marks]
  if (pictures) await addFiles(zip, db, [...shots], [...pages], manifest, options)
  const unpacked = [...manifest.parts, ...manifest.pages].reduce((sum, { bytes }) => sum + bytes, 0)
  // what could not be taken in is not given out
  if (unpacked > MOST_UNPACKED_BYTES) throw new TooLargeToExport()
  const bytes = new TextEncoder().encode(JSON.stringify(manifest))
  await zip.add(MANIFEST, bytes, true)
  await zip.add(MANIFEST_SUM, new TextEncoder().encode(await sha256(bytes)), false)
  await zip.end()
  return manifest
}

/** Pictures one at a time. Those that were never here (a package without them came) are counted as missing. */
async function addFiles(zip: ZipStream, db: LedgerDb, shots: readonly string[], pages: readonly string[], manifest: Manifest, { onProgress, signal }: ExchangeOptions): Promise<void> {
  const { shotOf, pageOf } = filesOf(db)
  const total = shots.length + pages.length
  let done = 0
  for (const hash of shots) {
    stopIf(signal)
    const packed = await addShot(zip, hash, shotOf)
    if (packed) manifest.shots.push(packed)
    else manifest.missing.push(hash)
    onProgress?.({ stage: 'shots', done: ++done, total })
  }
  for (const hash of pages) {
    stopIf(signal)
    const packed = await addPage(zip, hash, pageOf)
    if (packed) manifest.pages.push(packed)
    else manifest.missing.push(hash)
    onProgress?.({ stage: 'shots', done: ++done, total })
  }
}

function partWriter(zip: ZipStream, manifest: Manifest) {
  let [lines, characters, written]: [string[], number, number] = [[], 0, 0]
  const close = async () => {
    if (lines.length === 0) return
    const bytes = new TextEncoder().encode(lines.join(''))
    const path = pathOfPart(manifest.parts.length + 1)
    await zip.add(path, bytes, true)
    manifest.parts.push({ path, docs: lines.length, bytes: bytes.length, sha256: await sha256(bytes) })
    ;[lines, characters] = [[], 0]
  }
  return {
    add: async (doc: SharedDoc) => {
      const line = `${JSON.stringify(doc)}\n`
      // begun anew before it gets too large, not after: one row may be large, too
      if (characters + line.length > CHARACTERS_A_PART || lines.length >= DOCS_A_PART) await close()
      lines.push(line)
      characters += line.length
      written += 1
      const { kind } = partsOfId(doc._id)
      manifest.counts[kind] = (manifest.counts[kind] ?? 0) + 1
    },
    end: close,
    done: () => written,
  }
}

/** Rows that there are, for the progress. */
async function countRows(db: LedgerDb): Promise<number> {
  const counts = await Promise.all(SHARED.filter(({ kind }) => kind !== 'shot' && kind !== 'page').map(({ table }) => db.table(table).count()))
  return Math.max(1, counts.reduce((sum, count) => sum + count, 0))
}
