/** Characters a shingle has: long enough to tell sentences apart, short enough to survive a changed number. */
const SIZE = 5

/** Hashes (FNV-1a, 32 bits) of all runs of five characters; digits and spaces are left out, since counters and dates change. */
export function shinglesOf(text: string): Set<number> {
  const bare = text.replace(/[\s\d]+/g, '')
  const found = new Set<number>()
  for (let at = 0; at + SIZE <= bare.length; at++) {
    let hash = 0x811c9dc5
    for (let i = at; i < at + SIZE; i++) hash = Math.imul(hash ^ bare.charCodeAt(i), 0x01000193)
    found.add(hash >>> 0)
  }
  return found
}

/** How many of `a` are not in `b`. */
export function countMissing(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let missing = 0
  for (const shingle of a) if (!b.has(shingle)) missing++
  return missing
}

/** Those in both. */
export function common(a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> {
  return new Set([...a].filter((shingle) => b.has(shingle)))
}
