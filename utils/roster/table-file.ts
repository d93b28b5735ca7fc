import { readCsv } from './csv-file.ts'
import { RosterRefused } from './errors.ts'
import type { TableFile } from './table.ts'

/** `EncryptedPackage` as a compound file writes it: a workbook behind a password. */
const LOCKED = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0])

/**
 * Reads a file by what it is, not by its name: XLSX, or CSV and other text as `readCsv` reads it.
 * Throws RosterRefused, with its own sentence for an old binary XLS and for a workbook behind a password.
 */
export async function readTables(bytes: Uint8Array): Promise<TableFile> {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  const isCompound = starts(0xd0, 0xcf, 0x11, 0xe0)
  if (isCompound && holds(bytes, LOCKED)) throw new RosterRefused('locked')
  if (isCompound) throw new RosterRefused('old-excel')
  if (starts(0x50, 0x4b, 0x03, 0x04)) {
    // Its library loads when a workbook comes, not before.
    const { readXlsxTables } = await import('./xlsx-file.ts')
    return { tables: await readXlsxTables(bytes), encoding: 'xlsx', brokenQuotes: [] }
  }
  const { rows, encoding, brokenQuotes } = readCsv(bytes)
  return { tables: [{ name: '', rows }], encoding, brokenQuotes }
}

function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  for (let at = bytes.indexOf(part[0]!); at >= 0; at = bytes.indexOf(part[0]!, at + 1)) {
    if (part.every((byte, n) => bytes[at + n] === byte)) return true
  }
  return false
}
