import { createHash } from 'node:crypto'
import { crc32 as peer } from 'node:zlib'
import fc from 'fast-check'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { crc32 } from '../../../../utils/zip/crc32.ts'
import { bytesOf, storedFile, type FileBytes } from '../../../../utils/lists/folder/stored-file.ts'
import { ZipStream } from '../../../../utils/lists/folder/zip-stream.ts'

const CLOCK = '2026-11-18 09:30'
const bytes = (text: string) => new TextEncoder().encode(text)

/** @param asPieces whether stored files go into the file as they are, or as bytes */
async function zipped(files: [string, FileBytes, boolean][], asPieces: boolean): Promise<Uint8Array> {
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = []
  const take = (part: Blob | Uint8Array<ArrayBuffer>) => void parts.push(part)
  const zip = asPieces ? new ZipStream(take, CLOCK, take) : new ZipStream(take, CLOCK)
  for (const [path, file, pack] of files) await zip.add(path, file, pack)
  await zip.end()
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

test('CRC-32 is that of zlib, whatever the length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
      expect(crc32(data)).toBe(peer(data))
    }),
  )
})

describe('a ZIP', () => {
  test('is opened by another program: packed, as they are, stored, empty; sums hold', async () => {
    const picture = new Uint8Array(100_000).map((_, at) => (at * 7919) % 251)
    const stored = await storedFile(new Blob([picture]))
    expect(stored.sha256).toBe(createHash('sha256').update(picture).digest('hex'))
    const files: [string, FileBytes, boolean][] = [['教育局/清单.csv', bytes('题'.repeat(5000)), true], ['plain.txt', bytes('ab'), false], ['教育局/截图/1-1.png', stored, false], ['empty', new Uint8Array(), true]]
    const archive = await zipped(files, true)
    const opened = await JSZip.loadAsync(archive, { checkCRC32: true })
    expect(Object.keys(opened.files).filter((path) => !path.endsWith('/'))).toEqual(files.map(([path]) => path))
    for (const [path, file] of files) expect(await opened.file(path)!.async('uint8array'), path).toEqual(new Uint8Array(await bytesOf(file)))
    expect(opened.file('plain.txt')!.date.toISOString()).toBe('2026-11-18T09:30:00.000Z')
  })

  test('is the same file whether stored files pass through memory or not', async () => {
    const files: [string, FileBytes, boolean][] = [['a.png', await storedFile(new Blob(['picture'])), false], ['b.csv', bytes('list'), true]]
    expect(await zipped(files, true)).toEqual(await zipped(files, false))
  })

  test('says sums and sizes before each file, which old programs and those that read from the start need', async () => {
    const archive = await zipped([['a.png', bytes('picture'), false]], false)
    const view = new DataView(archive.buffer)
    expect([view.getUint16(6, true) & 8, view.getUint32(14, true), view.getUint32(18, true), view.getUint32(22, true)]).toEqual([0, peer(bytes('picture')), 7, 7])
  })
})
