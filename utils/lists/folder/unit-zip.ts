import { periodFileName } from '../file-name.ts'
import { clockInShanghai } from '../week.ts'
import { WORDS } from '../words.ts'
import { writeUnitFiles, type UnitsInput } from './unit-files.ts'
import type { UnitsManifest } from './units-manifest.ts'
import { ZipStream, type BlobSink, type Sink } from './zip-stream.ts'

/** As `writeUnitFiles`, into one ZIP that goes to `sink` piece by piece, stored files to `takeBlob` where there is one. Also throws TooLargeToExport. */
export async function writeUnitsZip(input: UnitsInput, sink: Sink, takeBlob?: BlobSink): Promise<UnitsManifest> {
  let zip: ZipStream | null = null
  const manifest = await writeUnitFiles(input, ({ newestChange }) => (zip = new ZipStream(sink, clockInShanghai(newestChange), takeBlob)))
  await (zip as ZipStream | null)?.end()
  return manifest
}

/** `单位问题清单-2026-W47.zip`. */
export function unitsZipName(period: string): string {
  return periodFileName(WORDS.file.zip, period)
}

/** As `writeUnitsZip`, gathered: `new Blob(parts)` is the file. */
export async function unitsZip(input: UnitsInput): Promise<{ name: string; parts: Uint8Array<ArrayBuffer>[]; manifest: UnitsManifest }> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const manifest = await writeUnitsZip(input, (chunk) => {
    parts.push(chunk)
  })
  return { name: unitsZipName(input.period), parts, manifest }
}
