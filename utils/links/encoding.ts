const BOMS: readonly [number[], string][] = [[[0xef, 0xbb, 0xbf], 'utf-8'], [[0xff, 0xfe], 'utf-16le'], [[0xfe, 0xff], 'utf-16be']]

/** What pages call GBK and what it really is: GB 18030 reads all of them. */
function canonical(label: string): string {
  return /^(?:gbk?|gb-?2312(?:-80)?|gb_2312(?:-80)?|gb18030|hz-gb-2312|x-gbk|cp936|ms936|chinese)$/i.test(label) ? 'gb18030' : label.toLowerCase()
}

function decoderFor(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    return null // a charset that no browser knows
  }
}

/** Reads as UTF-8 without error; a character cut off at the end is none. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/**
 * Charset of an answer: byte order mark, then `Content-Type`, then `<meta charset>` in the first 2 KiB,
 * then UTF-8 where the bytes are valid UTF-8, else GB 18030.
 * A page that declares UTF-8 and is not (a common template error) is read as GB 18030 as well.
 */
export function charsetOf(bytes: Uint8Array, contentType: string): string {
  const bom = BOMS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (bom) return bom[1]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType)?.[1]
    ?? /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
    ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  const label = declared ? canonical(declared) : null
  if (label && label !== 'utf-8' && label !== 'utf8' && decoderFor(label, false)) return label
  return isUtf8(bytes) ? 'utf-8' : 'gb18030'
}

/** The text of an answer's bytes; `contentType` is the header as sent. Never throws. */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  return (decoderFor(charsetOf(bytes, contentType), false) ?? new TextDecoder()).decode(bytes)
}
