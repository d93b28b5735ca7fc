import { codesOf, FIXED, type Codes } from './huffman.ts'

/** A place between two signs of a packed stream, where it can be cut. */
export interface Cut {
  /** Bit of the stream at which the next sign begins. */
  bit: number
  /** Bytes that stand unpacked before it. */
  out: number
  /** Where the block's header begins and ends. Both at `bit`: the cut lies before a block or behind the last, and nothing is begun. */
  header: { from: number; to: number }
  /** Code and length of the sign that ends the block. */
  end: number
}

/** Bytes of interest, unpacked: the first, and what to go at least as far as. */
export interface Stretch {
  first: number
  until: number
}

export interface Walk {
  /** A pair of cuts for each stretch: at or before its first byte, at or behind its end. */
  cuts: { before: Cut; after: Cut }[]
  /** Bit at which the last block begins, and the one behind it. */
  lastBlock: number
  end: number
  /** Bytes unpacked. */
  length: number
}

/** A stream that is cut off or breaks the rules. */
export class BrokenStream extends Error {}

const LENGTH_BASE = Uint16Array.of(3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258)
const LENGTH_EXTRA = Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0)
const DISTANCE_BASE = Uint16Array.of(1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577)
const DISTANCE_EXTRA = Uint8Array.of(0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13)
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
/** A single sign gives at most so many bytes. */
const LONGEST_MATCH = 258

/** Stretches must lie so far apart: what a block that is not packed can hold, and a longest match. It is also the room that is needed behind the last byte. */
export const SLACK = 65_535 + LONGEST_MATCH

/**
 * Unpacks a DEFLATE stream (RFC 1951) and finds where it can be cut around some stretches of it.
 * @param into room for what is unpacked and `SLACK` more; what is larger is broken
 * @param stretches in order, `SLACK` apart
 * @throws BrokenStream
 */
export function walk(packed: Uint8Array, into: Uint8Array, stretches: readonly Stretch[]): Walk {
  const lastBit = packed.length * 8
  let bit = 0
  let out = 0
  const cuts: Walk['cuts'] = []
  let before: Cut | null = null
  const markOf = () => (before === null ? (stretches[cuts.length]?.first ?? Infinity) : (stretches[cuts.length]?.until ?? Infinity) - 1)
  let mark = markOf()
  /** To be called when more is unpacked than the mark. */
  const cut = (start: Cut, now: () => Cut) => {
    if (before === null) {
      before = start
      mark = markOf()
    }
    if (out <= mark) return
    cuts.push({ before, after: now() })
    before = null
    mark = markOf()
  }
  const peek = (at: number) => (packed[at >> 3]! | (packed[(at >> 3) + 1]! << 8) | (packed[(at >> 3) + 2]! << 16)) >> (at & 7)
  const between = (): Cut => ({ bit, out, header: { from: bit, to: bit }, end: 0 })
  for (;;) {
    const from = bit
    const head = peek(bit)
    const kind = (head >> 1) & 3
    bit += 3
    if (kind === 0) {
      const at = (bit + 7) >> 3
      const length = packed[at]! | (packed[at + 1]! << 8)
      if (at + 4 + length > packed.length || out + length > into.length) throw new BrokenStream()
      const start: Cut = { bit: from, out, header: { from, to: from }, end: 0 }
      into.set(packed.subarray(at + 4, at + 4 + length), out)
      out += length
      bit = (at + 4 + length) * 8
      if (out > mark) cut(start, between)
    } else if (kind === 3) {
      throw new BrokenStream()
    } else {
      const { literals, distances, next } = kind === 1 ? { ...FIXED, next: bit } : readCodes(peek, bit)
      bit = next
      const header = { from, to: bit }
      const end = literals.end
      const { table, bits } = literals
      const mask = (1 << bits) - 1
      const { table: distanceTable, bits: distanceBits } = distances
      const distanceMask = (1 << distanceBits) - 1
      const most = into.length - LONGEST_MATCH
      for (;;) {
        const began = bit
        const outBefore = out
        const entry = table[peek(bit) & mask]!
        const symbol = entry >> 4
        if (entry === 0) throw new BrokenStream()
        bit += entry & 15
        if (symbol < 256) {
          into[out++] = symbol
        } else if (symbol === 256) {
          break
        } else {
          const which = symbol - 257
          if (which > 28) throw new BrokenStream()
          const extra = LENGTH_EXTRA[which]!
          const length = LENGTH_BASE[which]! + (peek(bit) & ((1 << extra) - 1))
          bit += extra
          const far = distanceTable[peek(bit) & distanceMask]!
          if (far === 0 || far >> 4 > 29) throw new BrokenStream()
          bit += far & 15
          const farExtra = DISTANCE_EXTRA[far >> 4]!
          const distance = DISTANCE_BASE[far >> 4]! + (peek(bit) & ((1 << farExtra) - 1))
          bit += farExtra
          if (distance > out) throw new BrokenStream()
          copy(into, out, distance, length)
          out += length
        }
        if (bit > lastBit || out > most) throw new BrokenStream()
        if (out > mark) cut({ bit: began, out: outBefore, header, end }, () => ({ bit, out, header, end }))
      }
    }
    if (bit > lastBit) throw new BrokenStream()
    if (head & 1) {
      // What was begun ends with the stream.
      if (before !== null) cuts.push({ before, after: between() })
      if (cuts.length < stretches.length) throw new BrokenStream()
      return { cuts, lastBlock: from, end: bit, length: out }
    }
  }
}

/** A match may reach into what it is writing itself. */
function copy(into: Uint8Array, out: number, distance: number, length: number): void {
  if (length < 24) {
    for (let n = 0; n < length; n++) into[out + n] = into[out + n - distance]!
  } else if (distance === 1) {
    into.fill(into[out - 1]!, out, out + length)
  } else {
    for (let done = 0; done < length; ) {
      const step = Math.min(distance + done, length - done)
      into.copyWithin(out + done, out - distance, out - distance + step)
      done += step
    }
  }
}

/** The codes that a block brings with it (RFC 1951, 3.2.7). */
function readCodes(peek: (at: number) => number, start: number): { literals: Codes; distances: Codes; next: number } {
  let bit = start
  const take = (bits: number) => {
    const value = peek(bit) & ((1 << bits) - 1)
    bit += bits
    return value
  }
  const [literalCount, distanceCount, lengthCount] = [take(5) + 257, take(5) + 1, take(4) + 4]
  const small = new Uint8Array(19)
  for (let n = 0; n < lengthCount; n++) small[LENGTHS_ORDER[n]!] = take(3)
  const codes = codesOf(small)
  const lengths = new Uint8Array(literalCount + distanceCount)
  for (let n = 0; n < lengths.length; ) {
    const entry = codes ? codes.table[peek(bit) & ((1 << codes.bits) - 1)]! : 0
    if (entry === 0) throw new BrokenStream()
    bit += entry & 15
    const symbol = entry >> 4
    if (symbol < 16) {
      lengths[n++] = symbol
      continue
    }
    const value = symbol === 16 ? (lengths[n - 1] ?? 0) : 0
    const times = symbol === 16 ? take(2) + 3 : symbol === 17 ? take(3) + 3 : take(7) + 11
    lengths.fill(value, n, n + times)
    n += times
  }
  const [literals, distances] = [codesOf(lengths.subarray(0, literalCount)), codesOf(lengths.subarray(literalCount))]
  if (!literals || !distances || literals.end === 0) throw new BrokenStream()
  return { literals, distances, next: bit }
}
