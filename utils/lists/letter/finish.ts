import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { TableRows } from './table-rows.ts'

// The library names links by chance, and counts pictures over all documents of a session.
const CHANCE_ID = /"rId[\w-]{12,}"/g
const PICTURE_ID = /(<wp:docPr id=")\d+/g
const MADE = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g

/**
 * A document whose bytes depend on its content only: no ids by chance, no time of export.
 * So a shared folder is brought up to date by what changed.
 * @param changed instant of the newest change of the data, told as the document's date
 * @param long the rows of a long table, put in for the row that has `mark` in it
 */
export function finishDocument(bytes: Uint8Array, changed: Date, long?: { mark: string; rows: TableRows }): Uint8Array<ArrayBuffer> {
  const names = new Map<string, string>()
  const named = (id: string) => {
    const name = names.get(id) ?? `"rIdL${names.size + 1}"`
    names.set(id, name)
    return name
  }
  const parts = unzipSync(bytes)
  // The document first: its order is the order of reading.
  for (const path of ['word/document.xml', 'word/_rels/document.xml.rels']) edit(parts, path, (xml) => xml.replace(CHANCE_ID, named))
  if (long) putIn(parts, long.mark, long.rows)
  let pictures = 0
  edit(parts, 'word/document.xml', (xml) => xml.replace(PICTURE_ID, (_, start: string) => `${start}${(pictures += 1)}`))
  edit(parts, 'docProps/core.xml', (xml) => xml.replace(MADE, `$1${changed.toISOString()}`))
  // Pictures do not get smaller by packing. The year is the first that a ZIP can say.
  const packed = Object.entries(parts).map(([path, part]) => [path, [part, { level: path.startsWith('word/media/') ? 0 : 6, mtime: new Date(1980, 0, 1) }]] as const)
  return zipSync(Object.fromEntries(packed) as Parameters<typeof zipSync>[0]) as Uint8Array<ArrayBuffer>
}

function putIn(parts: Record<string, Uint8Array>, mark: string, { xml, relations, media }: TableRows): void {
  edit(parts, 'word/document.xml', (document) => {
    const at = document.lastIndexOf(mark)
    const [from, to] = [document.lastIndexOf('<w:tr>', at), document.indexOf(ROW_END, at) + ROW_END.length]
    if (at < 0 || from < 0) throw new Error('no place for the rows')
    return document.slice(0, from) + xml + document.slice(to)
  })
  edit(parts, 'word/_rels/document.xml.rels', (rels) => rels.replace('</Relationships>', () => `${relations.join('')}</Relationships>`))
  for (const [path, picture] of media) parts[path] = picture
}

const ROW_END = '</w:tr>'

function edit(parts: Record<string, Uint8Array>, path: string, change: (xml: string) => string): void {
  const part = parts[path]
  if (part) parts[path] = strToU8(change(strFromU8(part)))
}
