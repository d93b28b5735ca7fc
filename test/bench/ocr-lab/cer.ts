/** Characters that count: code points, whitespace of every kind removed; nothing else is normalised. */
export function counted(text: string): string[] {
  return [...text.normalize('NFC').replace(/[\s\u200b\ufeff]+/gu, '')]
}

/** Fewest insertions, deletions and replacements that make `read` of `truth` (Levenshtein). */
export function edits(read: readonly string[], truth: readonly string[]): number {
  let above = Uint32Array.from({ length: truth.length + 1 }, (_, at) => at)
  let here = new Uint32Array(truth.length + 1)
  for (let row = 1; row <= read.length; row++) {
    here[0] = row
    for (let at = 1; at <= truth.length; at++) {
      const replaced = above[at - 1]! + (read[row - 1] === truth[at - 1] ? 0 : 1)
      here[at] = Math.min(replaced, above[at]! + 1, here[at - 1]! + 1)
    }
    ;[above, here] = [here, above]
  }
  return above[truth.length]!
}
