// What Windows forbids in names, book title marks (which old unzip programs garble first), control characters,
// and characters that no one sees or that turn the direction of writing, so that a name cannot pretend to be another.
const UNSAFE = /[<>:"/\\|?*《》\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Surrogate}\p{Zl}\p{Zp}]+/gu
// Windows takes these for devices, with any ending, also written with superscript digits.
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?=\s*(?:\.|$))/i

/** Longest name in UTF-16 units; at most 240 bytes in UTF-8, which every file system takes. */
const LONGEST = 80

/** A name that Windows, macOS and Linux accept for a file or folder, at most 80 characters; `fallback` where nothing is left. */
export function fileName(text: string, fallback = '_'): string {
  const cleaned = text.normalize('NFC').replace(/\s+/gu, ' ').replace(UNSAFE, '_')
  const whole = trimmed(cleaned)
  const name = trimmed(cut(DEVICE.test(whole) ? `_${whole}` : whole, LONGEST))
  return name.replace(/_/g, '') ? name : fallback
}

/** A file's name for a period: `template` with the period, made safe and at most 40 characters, at `{period}`. */
export function periodFileName(template: string, period: string): string {
  return fileName(template.replace('{period}', () => trimmed(cut(fileName(period), 40))))
}

/** As `fileName`, and different from all names in `taken`, to which it is added. Windows does not tell A from a. */
export function uniqueName(text: string, taken: Set<string>, fallback = '_'): string {
  const name = fileName(text, fallback)
  let unique = name
  for (let n = 2; taken.has(keyOf(unique)); n += 1) {
    const mark = `（${n}）`
    unique = `${trimmed(cut(name, LONGEST - mark.length))}${mark}`
  }
  taken.add(keyOf(unique))
  return unique
}

/** Names that a file system may take for the same: letters' case and compatible forms aside. */
function keyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().toUpperCase()
}

/** Windows drops dots and spaces at the end without a word; a dot at the start hides a file elsewhere. */
function trimmed(name: string): string {
  return name.replace(/^[\s.]+|[\s.]+$/gu, '')
}

function cut(name: string, limit: number): string {
  return name.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '')
}
