const ZIP = 'PK'
const OLE = '\u00d0\u00cf'
/** 单个文件网页, as Word and Excel save it under their own extension. */
const MHT = 'MIME-Version:'

/** First bytes of the formats that offices attach, as Latin-1. Formats without an entry may begin with anything. */
const STARTS: Record<string, string[]> = {
  pdf: ['%PDF-'], zip: [ZIP], docx: [ZIP, OLE], xlsx: [ZIP, OLE], pptx: [ZIP, OLE], ofd: [ZIP], odt: [ZIP], ods: [ZIP], odp: [ZIP],
  doc: [OLE, ZIP, '{\\rtf', '\u00db\u00a5', '<?xml', MHT], xls: [OLE, ZIP, '\u0009', '<?xml', MHT], ppt: [OLE, ZIP], wps: [OLE, ZIP], et: [OLE, ZIP], dps: [OLE, ZIP],
  rar: ['Rar!'], '7z': ['7z'], gz: ['\u001f\u008b'], png: ['\u0089PNG'], gif: ['GIF8'], jpg: ['\u00ff\u00d8'], jpeg: ['\u00ff\u00d8'], bmp: ['BM'], webp: ['RIFF'],
}

/** Bytes as text of the same length, for patterns. (`TextDecoder('latin1')` is windows-1252 and changes 0x80–0x9f.) */
export function latin(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[])
  return text
}

/** Text that people or programs read: no control characters but tabs and line ends. */
function isText(bytes: Uint8Array): boolean {
  return bytes.length > 0 && bytes.every((byte) => byte >= 32 || (byte >= 9 && byte <= 13))
}

/** Rows of a table with tabs between: what programs export as `.xls`; Excel and WPS open it. */
function isRows(text: string): boolean {
  const rows = text.split(/\r?\n/).filter(Boolean)
  return rows.length >= 2 && rows.slice(0, -1).every((row) => row.includes('\t'))
}

/**
 * True when a file's address answers with text (an error in JSON, a line of words) although files of its kind
 * begin with a mark of their own. Files that are encrypted or of unknown kinds are not judged.
 */
export function isTextInstead(extension: string, bytes: Uint8Array): boolean {
  const marks = STARTS[extension]
  if (!marks) return false
  const head = bytes.subarray(0, 1024)
  const start = latin(head)
  // a PDF may have some bytes before its mark
  return isText(head) && !(extension === 'xls' && isRows(start)) && !marks.some((mark) => (extension === 'pdf' ? start.includes(mark) : start.startsWith(mark)))
}

/** So many zeros at its start are no file of any kind. */
const BLANK = 512

/** A file that was read to its end and has none: nothing but zeros, PDF without trailer, ZIP (and docx, xlsx, ofd) without directory, PNG without IEND. */
export function lacksEnd(bytes: Uint8Array): boolean {
  const start = latin(bytes.subarray(0, 8))
  // what a full disk leaves of an upload
  if (bytes.length >= BLANK && bytes.subarray(0, BLANK).every((byte) => byte === 0)) return true
  if (!start.startsWith('%PDF-')) return endMissing(start, latin(bytes))
  // a PDF made for the web has an end mark near its start too; servers and scanners pad one with zeros
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end--
  return endMissing(start, latin(bytes.subarray(Math.max(0, end - PDF_END), end)))
}

/** Bytes at the end of a PDF in which its trailer stands. */
const PDF_END = 2_048

/** The same from a file's first and last bytes. */
export function endMissing(start: string, tail: string): boolean {
  if (start.startsWith('%PDF-')) return !tail.includes('%%EOF') && !tail.includes('startxref')
  if (start.startsWith('PK\u0003\u0004')) return !tail.includes('PK\u0005\u0006')
  return start.startsWith('\u0089PNG') && !tail.includes('IEND')
}

/** Sectors of an OLE file (doc, xls, ppt, wps, et, dps) are so many bytes, as a power of two at offset 30. */
const SECTOR_SHIFTS: ReadonlySet<number> = new Set([9, 12])
/** Sectors named in the head of an OLE file: its folder, and those of its table, 109 at most. [MS-CFB] 2.2 */
const FOLDER_AT = 48
const TABLES_AT = 76
const TABLES = 109
/** Numbers from here on are marks and no sectors. */
const NO_SECTOR = 0xfffffffa

/** True when a file's own head names parts that lie behind its end: OLE and 7z. `size` in bytes, null where it is not known. */
export function isShorterThanItSays(bytes: Uint8Array, size: number | null): boolean {
  if (size === null || bytes.length < 32) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (latin(bytes.subarray(0, 4)) === '7z\u00bc\u00af') return view.getUint32(16, true) === 0 && view.getUint32(24, true) === 0 && 32 + view.getUint32(12, true) + view.getUint32(20, true) > size
  const shift = view.getUint16(30, true)
  if (latin(bytes.subarray(0, 4)) !== '\u00d0\u00cf\u0011\u00e0' || bytes.length < 512 || !SECTOR_SHIFTS.has(shift)) return false
  const sectors = [view.getUint32(FOLDER_AT, true), ...Array.from({ length: TABLES }, (_, at) => view.getUint32(TABLES_AT + at * 4, true))]
  // the last sector need not be full
  return sectors.some((sector) => sector < NO_SECTOR && (sector + 1) * 2 ** shift >= size)
}
