/** Writes bits in the order of DEFLATE (RFC 1951, 3.1.1): the lowest of a byte first. */
export class Bits {
  /** Whole bytes so far. */
  readonly parts: Uint8Array[] = []
  /** So many bits wait for their byte to be full. */
  held = 0
  private waiting = 0
  private bytes: number[] = []

  /** At most 16 bits at a time. */
  write(value: number, bits: number): void {
    this.waiting |= value << this.held
    this.held += bits
    while (this.held >= 8) {
      this.bytes.push(this.waiting & 0xff)
      this.waiting >>>= 8
      this.held -= 8
    }
    if (this.held === 0) this.flush()
  }

  /** Bits of another stream that stand at the same place in a byte as the next one here. */
  copy(from: Uint8Array, first: number, end: number): void {
    let bit = first
    for (; bit < end && (bit & 7) !== 0; bit++) this.write((from[bit >> 3]! >> (bit & 7)) & 1, 1)
    if (bit < end) this.take([from.subarray(bit >> 3, end >> 3)])
    for (bit = Math.max(bit, end & ~7); bit < end; bit++) this.write((from[bit >> 3]! >> (bit & 7)) & 1, 1)
  }

  /** Whole bytes, where none is begun. */
  take(parts: readonly Uint8Array[]): void {
    this.flush()
    this.parts.push(...parts)
  }

  /** An empty block that is not packed: what follows begins at a whole byte. */
  wholeByte(): void {
    this.write(0, 3)
    if (this.held > 0) this.write(0, 8 - this.held)
    this.write(0, 16)
    this.write(0xffff, 16)
  }

  /** Moves everything behind it on by one bit: an empty block of 97 bits, twelve bytes and one. */
  moveOn(): void {
    for (const [value, bits] of EMPTY) this.write(value, bits)
  }

  private flush(): void {
    if (this.bytes.length > 0) this.parts.push(Uint8Array.from(this.bytes))
    this.bytes = []
  }
}

/**
 * A block with codes of its own and nothing in it (RFC 1951, 3.2.7): not the last, kind 2; 257 lengths and 1, told by 19 lengths of lengths.
 * 18 (many zeros) and 0 take two bits, 1 takes one. Byte 0 and the end have codes of one bit.
 */
const EMPTY: readonly (readonly [number, number])[] = [
  [0, 1], [2, 2], [0, 5], [0, 5], [15, 4],
  // 16, 17, 18, 0, then 8 … 14, then 1 and 15.
  [0, 3], [0, 3], [2, 3], [2, 3], ...Array.from({ length: 13 }, () => [0, 3] as const), [1, 3], [0, 3],
  // Codes in order: 1 is 0, 0 is 10, 18 is 11; the first bit of a code comes first.
  [0, 1], [3, 2], [127, 7], [3, 2], [106, 7], [0, 1], [1, 2],
  // The end's code is the second of two.
  [1, 1],
]
