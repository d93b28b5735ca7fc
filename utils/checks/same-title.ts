/** Letters and digits only. */
function bare(text: string): string {
  return text.replace(/&\w+;/g, '').replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Whether two titles name the same article: one holds the other, or most pairs of neighbouring characters are shared.
 * A tag is often cut short or lacks the second line, which is no mistake.
 */
export function sameTitle(a: string, b: string): boolean {
  const [one, two] = [bare(a), bare(b)]
  if (one.includes(two) || two.includes(one)) return true
  const pairs = (text: string): Set<string> => new Set([...text].slice(1).map((c, i) => ([...text][i] ?? '') + c))
  const [left, right] = [pairs(one), pairs(two)]
  const shared = [...left].filter((p) => right.has(p)).length
  return shared / Math.max(1, Math.min(left.size, right.size)) >= 0.5
}
