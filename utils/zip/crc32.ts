/** Eight tables, so that eight bytes are taken at a time: byte by byte, a packet of pictures took longer to sum than to read. */
const TABLES = tablesOf(8)

/** CRC-32 as ZIP has it (APPNOTE.TXT 4.4.7). */
export function crc32(bytes: Uint8Array): number {
  const [a, b, c, d, e, f, g, h] = TABLES as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array]
  const { length } = bytes
  let sum = -1
  let at = 0
  for (; at + 8 <= length; at += 8) {
    const low = sum ^ (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24))
    sum = h[low & 255]! ^ g[(low >>> 8) & 255]! ^ f[(low >>> 16) & 255]! ^ e[low >>> 24]! ^ d[bytes[at + 4]!]! ^ c[bytes[at + 5]!]! ^ b[bytes[at + 6]!]! ^ a[bytes[at + 7]!]!
  }
  for (; at < length; at++) sum = a[(sum ^ bytes[at]!) & 255]! ^ (sum >>> 8)
  return ~sum >>> 0
}

function tablesOf(count: number): Int32Array[] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let sum = byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
    return sum
  })
  const tables = [first]
  while (tables.length < count) tables.push(tables[tables.length - 1]!.map((sum) => (sum >>> 8) ^ first[sum & 255]!))
  return tables
}
