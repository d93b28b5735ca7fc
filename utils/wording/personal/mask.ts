/** Keeps `head` and `tail` characters of a number and puts * for the rest: 138****1234. The length stays. */
export function mask(words: string, head: number, tail: number): string {
  const from = Math.min(head, words.length)
  const to = Math.max(from, words.length - tail)
  return words.slice(0, from) + '*'.repeat(to - from) + words.slice(to)
}
