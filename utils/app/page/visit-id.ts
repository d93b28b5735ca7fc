/** Crockford's letters, as in all our ids. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const TIME = 10
const CHANCE = 16

/**
 * The id of one visit: a ULID, ten letters of its instant and sixteen of chance. The library's own makes many in one millisecond,
 * in order; of visits there is one, and every page pays for what stands here.
 * @param now ms since 1970
 * @param fill fills the bytes by chance, as `crypto.getRandomValues` does
 */
export function visitId(now: number, fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const time = Array.from({ length: TIME }, (_, at) => LETTERS[Math.floor(now / 32 ** (TIME - 1 - at)) % 32])
  return [...time, ...Array.from(fill(new Uint8Array(CHANCE)), (byte) => LETTERS[byte % 32])].join('')
}
