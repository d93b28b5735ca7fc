import { unzipSync, zipSync } from 'fflate'
import { crc32 } from './crc32.ts'

/** An archive larger than it may be, packed or by what it says of its parts. */
export class ArchiveTooLarge extends Error {
  override readonly name = 'ArchiveTooLarge'
}

/** Names of its parts; nothing is unpacked. @param most in bytes: of the file, and of its parts by the sizes that it tells. @throws ArchiveTooLarge; an Error where it is no ZIP */
export function namesWithin(bytes: Uint8Array, most: { file: number; parts: number }): Set<string> {
  const names = new Set<string>()
  let parts = 0
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts += originalSize
      names.add(name)
      return false
    },
  })
  if (bytes.length > most.file || parts > most.parts) throw new ArchiveTooLarge()
  return names
}

/**
 * The same archive with each part as it is, proved by its CRC-32, so that nobody has to inflate it: hucre tries by itself what the browser calls damaged, and
 * with some bytes (a length code that does not exist, APPNOTE.TXT and RFC 1951 3.2.5) it never comes to an end. fflate ends with any.
 * @throws Error where a part is damaged
 */
export function stored(bytes: Uint8Array): Uint8Array {
  const listed: string[] = []
  const files = unzipSync(bytes, { filter: ({ name }) => listed.push(name) > 0 })
  const parts = directoryOf(bytes, listed.length).map(({ name, sum }, at) => [name, proved(files[listed[at]!]!, sum)] as const)
  return zipSync(Object.fromEntries(parts), { level: 0 })
}

/** A sum of 0 is none. */
function proved(part: Uint8Array, sum: number): Uint8Array {
  if (sum !== 0 && crc32(part) !== sum) throw new RangeError('a part of the archive is damaged')
  return part
}

const [END, END_BYTES, ENTRY, ENTRY_BYTES] = [0x06054b50, 22, 0x02014b50, 46]
/** ZIP64: what leads to the record that takes the place of the end, and that record. */
const [LOCATOR, LOCATOR_BYTES, END_64] = [0x07064b50, 20, 0x06064b50]

/** The list of contents at the archive's end, in its order, which is fflate's. Names are read as UTF-8: many writers do not say that they are. */
function directoryOf(bytes: Uint8Array, count: number): { name: string; sum: number }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let end = bytes.length - END_BYTES
  while (view.getUint32(end, true) !== END) end--
  let at = view.getUint32(end + 16, true)
  const locator = end - LOCATOR_BYTES
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR) {
    const record = view.getUint32(locator + 8, true)
    if (view.getUint32(record, true) === END_64) at = view.getUint32(record + 48, true)
  }
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== ENTRY) throw new RangeError('the list of contents of the archive is damaged')
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [number, number, number]
    const entry = { name: new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name)), sum: view.getUint32(at + 16, true) }
    at += ENTRY_BYTES + name + extra + comment
    return entry
  })
}
