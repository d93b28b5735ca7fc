import { strFromU8, strToU8, unzipSync } from 'fflate'
import { deflated } from '../../zip/deflate.ts'
import { crc32 } from '../../zip/crc32.ts'
import { letGo } from '../let-go.ts'

/** What becomes of a file of an archive: another text, packed, or other bytes, which packing does not make smaller. */
export type Edit = ((text: string) => string) | Uint8Array

/** As APPNOTE.TXT 4.3 has them: records of fixed length, then names. */
const END = 22
const CENTRAL = 46
const LOCAL = 30
const [STORED, DEFLATED] = [0, 8]

/**
 * Changes some files of an archive. The others are copied as they are packed: packing them again took longer than all else.
 * For archives without comments, extra fields and data descriptors, as the writer of workbooks makes them.
 */
export async function editZip(archive: Uint8Array, editOf: (name: string) => Edit | null): Promise<Uint8Array<ArrayBuffer>> {
  const texts = unzipSync(archive, { filter: ({ name }) => typeof editOf(name) === 'function' })
  return joined(
    await Promise.all(
      entriesOf(archive).map(async (entry) => {
        const edit = editOf(entry.name)
        if (edit instanceof Uint8Array) return replaced(entry, { method: STORED, packed: edit, sum: crc32(edit), size: edit.length })
        return edit ? replaced(entry, await packedText(edit(strFromU8(texts[entry.name]!)))) : entry
      }),
    ),
  )
}

interface Content {
  method: number
  packed: Uint8Array
  sum: number
  /** Before it was packed. */
  size: number
}

async function packedText(text: string): Promise<Content> {
  const bytes = strToU8(text) as Uint8Array<ArrayBuffer>
  const size = bytes.length
  const { packed, sum } = await deflated(bytes)
  letGo(bytes)
  return { method: DEFLATED, packed, sum, size }
}

/** An entry with other bytes, its name and time kept. */
function replaced({ name, local, central }: Entry, { method, packed, sum, size }: Content): Entry {
  const head = LOCAL + new DataView(local.buffer, local.byteOffset).getUint16(26, true)
  const [newLocal, newCentral] = [new Uint8Array(head + packed.length), central.slice()]
  newLocal.set(local.subarray(0, head))
  newLocal.set(packed, head)
  // What both headers say in the same order, from the method on.
  for (const [header, from] of [[newLocal, 8], [newCentral, 10]] as const) {
    const view = new DataView(header.buffer)
    view.setUint16(from, method, true)
    view.setUint32(from + 6, sum, true)
    view.setUint32(from + 10, packed.length, true)
    view.setUint32(from + 14, size, true)
  }
  return { name, local: newLocal, central: newCentral }
}

interface Entry {
  name: string
  /** Header, name and packed bytes. */
  local: Uint8Array
  /** Its line in the directory, with a place that is no longer right. */
  central: Uint8Array
}

function entriesOf(archive: Uint8Array): Entry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - END
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [packed, nameLength, place] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)]
    const central = archive.subarray(at, at + CENTRAL + nameLength)
    entries.push({ name: strFromU8(central.subarray(CENTRAL)), local: archive.subarray(place, place + LOCAL + nameLength + packed), central })
    at += central.length
  }
  return entries
}

function joined(entries: readonly Entry[]): Uint8Array<ArrayBuffer> {
  const body = entries.reduce((sum, { local }) => sum + local.length, 0)
  const directory = entries.reduce((sum, { central }) => sum + central.length, 0)
  const archive = new Uint8Array(body + directory + END)
  const view = new DataView(archive.buffer)
  let [place, line] = [0, body]
  for (const { local, central } of entries) {
    archive.set(local, place)
    archive.set(central, line)
    view.setUint32(line + 42, place, true)
    place += local.length
    line += central.length
  }
  view.setUint32(line, 0x06054b50, true)
  view.setUint16(line + 8, entries.length, true)
  view.setUint16(line + 10, entries.length, true)
  view.setUint32(line + 12, directory, true)
  view.setUint32(line + 16, body, true)
  return archive
}
