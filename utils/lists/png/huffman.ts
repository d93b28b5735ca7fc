/** For each way that the next bits can begin: symbol × 16 + length of its code; 0 where no code begins so. */
export interface Codes {
  table: Uint16Array
  /** Bits to look at: the longest code's. */
  bits: number
  /** Code and length of the sign that ends a block. */
  end: number
}

/** The longest code that the format allows. */
const LONGEST = 15
const END_OF_BLOCK = 256

/** The codes that belong to these lengths (RFC 1951, 3.2.2); null where they claim more codes than there are. */
export function codesOf(lengths: Uint8Array): Codes | null {
  const counts = new Uint16Array(LONGEST + 1)
  let bits = 1
  for (const length of lengths) {
    counts[length]! += 1
    if (length > bits) bits = length
  }
  counts[0] = 0
  const next = new Uint16Array(LONGEST + 2)
  for (let length = 1; length <= LONGEST; length++) next[length + 1] = (next[length]! + counts[length]!) << 1
  if (next[bits]! + counts[bits]! > 1 << bits) return null
  const table = new Uint16Array(1 << bits)
  let end = 0
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol]!
    if (length === 0) continue
    // Codes stand in the stream with their first bit first.
    const code = reversed(next[length]!++, length)
    if (symbol === END_OF_BLOCK) end = (code << 4) | length
    for (let at = code; at < table.length; at += 1 << length) table[at] = (symbol << 4) | length
  }
  return { table, bits, end }
}

function reversed(code: number, length: number): number {
  let turned = 0
  for (let bit = 0; bit < length; bit++) turned |= ((code >> bit) & 1) << (length - 1 - bit)
  return turned
}

/** Codes that both sides know (RFC 1951, 3.2.6). */
export const FIXED = {
  literals: codesOf(Uint8Array.from({ length: 288 }, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))) as Codes,
  distances: codesOf(new Uint8Array(32).fill(5)) as Codes,
}
