/** A fixed map from two numbers to one, in typed arrays: two cache lines a look-up. See `buildTable`. */
export interface Table {
  mask: number
  /** Bucket → first place in `keys`; one more at the end. */
  starts: Uint32Array
  /** Key in the low 20 bits, value in the upper 12. */
  keys: Uint32Array
  /** A bit for each key's hash: most look-ups are for keys that are not there, and this little tells so. */
  hints: Uint32Array
}

const HINT_BITS = 24

/**
 * Entry i has the keys `a[i]`, `b[i]`, unique together, and a value below 2^12. Entries lie in buckets by `a xor f(b)`; a bucket
 * and `b` give `a` back, so only `b` is kept and no two keys are mixed up. `a` must be below 2^bits, `b` below 2^20.
 */
export function buildTable(a: Uint32Array, b: Uint32Array, values: Uint8Array, bits: number): Table {
  const mask = (1 << bits) - 1
  const starts = new Uint32Array(mask + 2)
  for (let i = 0; i < a.length; i++) starts[(a[i]! ^ mix(b[i]!) & mask) + 1]!++
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!
  const keys = new Uint32Array(a.length)
  // Each bucket's start is moved on to its end as it is filled; then all move up by one place.
  for (let i = 0; i < a.length; i++) keys[starts[a[i]! ^ mix(b[i]!) & mask]!++] = b[i]! | values[i]! << 20
  starts.copyWithin(1, 0, mask + 1)
  starts[0] = 0
  const hints = new Uint32Array(1 << HINT_BITS - 5)
  for (let i = 0; i < a.length; i++) {
    const hint = hintOf(a[i]!, b[i]!)
    hints[hint >>> 5]! |= 1 << (hint & 31)
  }
  return { mask, starts, keys, hints }
}

/** The value, or −1. */
export function lookUp({ mask, starts, keys, hints }: Table, a: number, b: number): number {
  const hint = hintOf(a, b)
  if ((hints[hint >>> 5]! >>> (hint & 31) & 1) === 0) return -1
  const bucket = a ^ mix(b) & mask
  for (let at = starts[bucket]!, end = starts[bucket + 1]!; at < end; at++) if ((keys[at]! & 0xfffff) === b) return keys[at]! >>> 20
  return -1
}

function mix(b: number): number {
  let h = Math.imul(b + 1, 0x9e3779b1)
  h ^= h >>> 15
  h = Math.imul(h, 0x85ebca6b)
  return h ^ h >>> 13
}

function hintOf(a: number, b: number): number {
  return (leftHint(a) ^ rightHint(b)) & (1 << HINT_BITS) - 1
}

/** The two halves of a hint, for whoever asks for the same number again and again. Pairs with the same left one lie near each other. */
export function leftHint(a: number): number {
  return Math.imul(a, 0x9e3779b1) >>> 8
}

export function rightHint(b: number): number {
  return Math.imul(b, 0x2c1b3c6d) >>> 19
}

/** False where the pair with these halves is certainly not in the table. */
export function mayHold({ hints }: Table, left: number, right: number): boolean {
  const hint = (left ^ right) & (1 << HINT_BITS) - 1
  return (hints[hint >>> 5]! >>> (hint & 31) & 1) === 1
}
