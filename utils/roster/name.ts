/** Names that are as they are compared; most are, and a big roster compares its names a hundred thousand times. */
const PLAIN = /^[\u4e00-\u9fffa-z\d]*$/

/** A name as it is compared: compatible forms made one, spaces and invisible characters taken out, letters lower-cased. */
export function foldName(name: string): string {
  if (PLAIN.test(name)) return name
  return name.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '').toLowerCase()
}
