/** A name as it is compared: compatible forms made one, spaces and invisible characters taken out, letters lower-cased. */
export function foldName(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '').toLowerCase()
}
