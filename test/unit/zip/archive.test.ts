import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ArchiveTooLarge, namesWithin, stored } from '../../../utils/zip/archive.ts'
import { withEndless } from './endless.ts'

const MOST = { file: 10_000, parts: 100_000 }
const TEXT = strToU8('青禾县政府门户网站'.repeat(200))
const METHOD_AT = 10

/** Each entry of the list of contents, from its signature on. */
function entriesOf(archive: Uint8Array): Buffer[] {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  return Array.from({ length: bytes.length - 4 }, (_, at) => at).filter((at) => bytes.readUInt32LE(at) === 0x02014b50).map((at) => bytes.subarray(at))
}

describe('what an archive tells', () => {
  test('its names', () => {
    expect(namesWithin(zipSync({ 'a.xml': TEXT, 'xl/b.xml': TEXT }), MOST)).toEqual(new Set(['a.xml', 'xl/b.xml']))
  })

  test('too large as a file, or by what it says of its parts', () => {
    const archive = zipSync({ a: TEXT })
    expect(() => namesWithin(archive, { ...MOST, file: archive.length - 1 })).toThrow(ArchiveTooLarge)
    expect(() => namesWithin(archive, { ...MOST, parts: TEXT.length - 1 })).toThrow(ArchiveTooLarge)
    expect(() => namesWithin(archive, { file: archive.length, parts: TEXT.length })).not.toThrow()
  })

  test('no ZIP', () => {
    expect(() => namesWithin(strToU8('单位,网址'), MOST)).toThrow('invalid zip data')
  })
})

describe('stored', () => {
  test('the same parts, none of them packed', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-z/]{0,8}\.xml$/), fc.uint8Array()), (parts) => {
        const archive = stored(zipSync(parts))
        expect(unzipSync(archive)).toEqual(unzipSync(zipSync(parts)))
        expect(entriesOf(archive).map((entry) => entry.readUInt16LE(METHOD_AT))).toEqual(Object.keys(parts).map(() => 0))
      }),
      { numRuns: 60 },
    )
  })

  test('a name in UTF-8 that does not say so', () => {
    const archive = zipSync({ '工作表.xml': TEXT })
    for (const entry of entriesOf(archive)) entry.writeUInt16LE(0, 8)
    expect(Object.keys(unzipSync(archive))).not.toEqual(['工作表.xml'])
    expect(strFromU8(unzipSync(stored(archive))['工作表.xml']!)).toBe(strFromU8(TEXT))
  })

  test('a part whose bytes are not those that were summed', () => {
    const archive = zipSync({ a: TEXT }, { level: 0 })
    archive[40]! ^= 1
    expect(() => stored(archive)).toThrow('a part of the archive is damaged')
  })

  test('more than was told', () => {
    const archive = zipSync({ a: TEXT })
    for (const entry of entriesOf(archive)) entry.writeUInt32LE(10, 24)
    expect(() => stored(archive)).toThrow('a part of the archive is damaged')
  })

  test('in ZIP64 the list of contents is where its own end record says', () => {
    const archive = Buffer.from(zipSync({ a: TEXT }))
    const end = archive.length - 22
    const record = Buffer.alloc(56)
    record.writeUInt32LE(0x06064b50, 0)
    record.writeBigUInt64LE(1n, 32)
    record.writeBigUInt64LE(BigInt(archive.readUInt32LE(end + 16)), 48)
    const locator = Buffer.alloc(20)
    locator.writeUInt32LE(0x07064b50, 0)
    locator.writeBigUInt64LE(BigInt(end), 8)
    archive.writeUInt32LE(0xffffffff, end + 16)
    const whole = new Uint8Array(Buffer.concat([archive.subarray(0, end), record, locator, archive.subarray(end)]))
    expect(unzipSync(stored(whole))).toEqual({ a: TEXT })
  })

  test('a length that does not exist, for ever: it ends', () => {
    expect(() => stored(withEndless(zipSync({ b: TEXT }), 'a'))).toThrow('unexpected EOF')
  })
})
