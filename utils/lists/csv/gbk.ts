/** Texts of old systems (GBK, code page 936), which browsers read but do not write. */
export interface GbkText {
  bytes: Uint8Array<ArrayBuffer>
  /** Characters that GBK has no code for, once each, in the order of the text; written as `?`. */
  missing: string[]
}

const QUESTION = 0x3f

let codes: Map<number, number> | null = null

/** Encodes a text as GBK. ASCII stays as it is. */
export function encodeGbk(text: string): GbkText {
  codes ??= codesOfDecoder()
  const bytes = new Uint8Array(text.length * 2)
  const missing = new Set<string>()
  let at = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const code = point < 0x80 ? point : codes.get(point)
    if (code === undefined) missing.add(character)
    const written = code ?? QUESTION
    if (written > 0xff) bytes[at++] = written >> 8
    bytes[at++] = written & 0xff
  }
  return { bytes: bytes.slice(0, at), missing: [...missing] }
}

/** The table turned round: what the browser's own decoder makes of every pair of bytes. The first pair of a character is the common one. */
function codesOfDecoder(): Map<number, number> {
  const decoder = new TextDecoder('gbk')
  const table = new Map<number, number>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const decoded = decoder.decode(Uint8Array.of(lead, trail))
      const point = decoded.codePointAt(0) ?? 0
      // Private use: characters that a later standard moved; other programs show nothing for them.
      const isPrivate = point >= 0xe000 && point <= 0xf8ff
      if (decoded.length === 1 && point !== 0xfffd && !isPrivate && point >= 0x80 && !table.has(point)) table.set(point, (lead << 8) | trail)
    }
  }
  return table
}
