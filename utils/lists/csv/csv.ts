import { cleanText, disarm } from '../cell.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** One field: cleaned, disarmed, always quoted. Cleaned first, since what is taken away may have hidden a formula's sign. */
function field(text: string): string {
  return `"${disarm(cleanText(text)).replaceAll('"', '""')}"`
}

/**
 * CSV text that Excel, WPS and LibreOffice open alike: commas, every field quoted, quotes doubled,
 * records ended by CRLF, line breaks within a field as LF, formulas disarmed (see `FORMULA_START`).
 * Negative numbers are disarmed too: the cells are texts, and `-1+cmd|…` starts like a number.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/** UTF-8 with the byte order mark without which Excel reads the local code page. */
export function csvBytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(BYTE_ORDER_MARK + text)
}
