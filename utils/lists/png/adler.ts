/** The largest prime below 65,536. */
const BASE = 65_521
/** So many bytes can be summed up before a number grows too large to be exact in 32 bits (RFC 1950's NMAX). */
const CHUNK = 5552

/** The check sum of a zlib stream (Adler-32; RFC 1950, 8.2), kept up to date where bytes change or are added. */
export class Adler {
  private a: number
  private b: number
  private readonly length: number

  /** @param sum as it stands @param length of what it was made of */
  constructor(sum: Uint8Array, length: number) {
    this.a = (sum[2]! << 8) | sum[3]!
    this.b = (sum[0]! << 8) | sum[1]!
    this.length = length
  }

  /** @param at where the old bytes stand among all. Not to be called once something was added. */
  replace(at: number, old: Uint8Array, fresh: Uint8Array): void {
    for (let n = 0; n < old.length; n++) {
      const change = fresh[n]! - old[n]!
      if (change === 0) continue
      this.a += change
      // Each byte counts as often as there are bytes from it to the end.
      this.b = (this.b + change * (this.length - at - n)) % BASE
    }
    this.a = ((this.a % BASE) + BASE) % BASE
    this.b = (this.b + BASE) % BASE
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      for (const end = Math.min(bytes.length, at + CHUNK); at < end; at++) {
        this.a += bytes[at]!
        this.b += this.a
      }
      this.a %= BASE
      this.b %= BASE
    }
  }

  get bytes(): Uint8Array {
    return Uint8Array.of(this.b >> 8, this.b & 0xff, this.a >> 8, this.a & 0xff)
  }
}
