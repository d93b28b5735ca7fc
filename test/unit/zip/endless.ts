import { unzipSync, zipSync } from 'fflate'

/** Bits in the order in which deflate has them. */
class Bits {
  private readonly bits: number[] = []

  /** A number, its lowest bit first. */
  number(value: number, length: number): this {
    for (let n = 0; n < length; n++) this.bits.push((value >> n) & 1)
    return this
  }

  /** A code, its highest bit first. */
  code(text: string): this {
    this.bits.push(...Array.from(text, Number))
    return this
  }

  bytes(): Uint8Array {
    const bytes = new Uint8Array(Math.ceil(this.bits.length / 8))
    for (const [at, bit] of this.bits.entries()) bytes[at >> 3]! |= bit << (at & 7)
    return bytes
  }
}

/**
 * One block with codes of its own (RFC 1951 3.2.7) whose shortest one stands for 286, a length that does not exist, and then nothing: who takes what is not
 * there for zeros reads 286 for ever.
 */
function endless(): Uint8Array {
  const [zeros, one, two] = ['0', '10', '11']
  const bits = new Bits().number(1, 1).number(2, 2).number(287 - 257, 5).number(0, 5).number(18 - 4, 4)
  // lengths of the codes for lengths, in the order of RFC 1951: of 18 (a run of zeros) 1, of 2 and 1 each 2
  for (const length of [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2]) bits.number(length, 3)
  const run = (count: number) => bits.code(zeros).number(count - 11, 7)
  bits.code(two)
  run(138)
  run(117)
  bits.code(two)
  run(29)
  bits.code(one).code(one)
  return bits.bytes()
}

/** The archive with one part that never ends. */
export function withEndless(archive: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(zipSync({ ...unzipSync(archive), [name]: endless() }, { level: 0 }))
  for (const [signature, nameAt, methodAt, sizeAt] of [[0x04034b50, 30, 8, 22], [0x02014b50, 46, 10, 24]] as const) {
    for (let at = 0; at + nameAt < bytes.length; at++) {
      if (bytes.readUInt32LE(at) !== signature || bytes.toString('utf8', at + nameAt, at + nameAt + name.length) !== name) continue
      bytes.writeUInt16LE(8, at + methodAt)
      bytes.writeUInt32LE(800, at + sizeAt)
    }
  }
  return new Uint8Array(bytes)
}
