/** Characters that a message may hold in all; a page of 5 MB is read into some 12 million, and a picture may come as 28 million. */
const MOST_CHARACTERS = 48_000_000
/** Values and names that it may hold in all; 100,000 links are some two million. */
const MOST_VALUES = 12_000_000
/** Nothing of ours is nested so deep. */
const MOST_DEPTH = 32

/** True for a message that is larger or deeper than any page needs; found without reading it to its end. */
export function isTooLarge(data: unknown): boolean {
  let characters = 0
  let values = 0
  const over = (value: unknown, depth: number): boolean => {
    if (++values > MOST_VALUES) return true
    if (typeof value === 'string') return (characters += value.length) > MOST_CHARACTERS
    if (typeof value !== 'object' || value === null) return false
    if (depth >= MOST_DEPTH) return true
    if (Array.isArray(value)) {
      for (const one of value as unknown[]) if (over(one, depth + 1)) return true
      return false
    }
    for (const name in value) {
      characters += name.length
      if (over((value as Record<string, unknown>)[name], depth + 1)) return true
    }
    return false
  }
  return over(data, 0)
}
