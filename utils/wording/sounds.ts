import table from './data/sounds.json' with { type: 'json' }

/** Syllable without tone → the characters that can be read so. Built from pinyin-pro (MIT). */
const SOUNDS = table as Record<string, string>

/** Sounds that typists and southern speakers mix up count as one: z/zh, c/ch, s/sh, an/ang, en/eng, in/ing. */
export function sameSoundKey(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei]n)g$/, '$1')
}

let keys: Map<string, number[]> | null = null

function readings(): Map<string, number[]> {
  if (keys) return keys
  keys = new Map()
  const ids = new Map<string, number>()
  for (const [syllable, chars] of Object.entries(SOUNDS)) {
    const key = sameSoundKey(syllable)
    let id = ids.get(key)
    if (id === undefined) ids.set(key, id = ids.size)
    for (const char of chars) {
      const known = keys.get(char)
      if (!known) keys.set(char, [id])
      else if (!known.includes(id)) known.push(id)
    }
  }
  return keys
}

/** True where two characters have a reading in common (or one that is easily mixed up). */
export function soundAlike(a: string, b: string): boolean {
  const left = readings().get(a)
  const right = readings().get(b)
  return left !== undefined && right !== undefined && left.some((id) => right.includes(id))
}
