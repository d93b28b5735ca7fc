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

/** The bytes as UTF-8; null where they are none. A character cut off at the end is left out. */
function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

/** What the answer names: byte order mark, then `Content-Type`, then `<meta charset>` in the first 2 KiB. Null for UTF-8 and where it names none. */
function namedCharset(bytes: Uint8Array, contentType: string): string | null {
  const bom = BOMS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (bom) return bom[1]
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const inHeader = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(contentType)?.[1]
  const inPage = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  // what Java servers say of any page that says nothing itself
  const declared = (inHeader && (inPage === undefined || !/^(?:iso-?8859-1|latin-?1|us-ascii)$/i.test(inHeader)) ? inHeader : undefined)
    ?? inPage
    ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  const label = declared ? canonical(declared) : null
  return label && label !== 'utf-8' && label !== 'utf8' && decoderFor(label, false) ? label : null
}

/**
 * The text of an answer's bytes; `contentType` is the header as sent. Never throws. Where no charset is named, UTF-8 if the bytes
 * are valid UTF-8, else GB 18030; a page that declares one of the two and is the other (a common error) is read as what it is.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const named = namedCharset(bytes, contentType)
  const plain = named === null || named === 'gb18030' ? asUtf8(bytes) : null
  // GBK reads as UTF-8 by chance for a word or two, not for a row of Chinese characters
  if (plain !== null && (named === null || /[\u4e00-\u9fa5]{3}/.test(plain))) return plain
  return new TextDecoder(named ?? 'gb18030').decode(bytes)
}
