/** `Array.findLastIndex`, which came with Chromium 97; −1 where none passes. */
export function findLastIndex<T>(list: readonly T[], test: (one: T) => boolean): number {
  let at = list.length - 1
  while (at >= 0 && !test(list[at] as T)) at--
  return at
}

/** `Array.findLast`, which came with Chromium 97. */
export function findLast<T>(list: readonly T[], test: (one: T) => boolean): T | undefined {
  return list[findLastIndex(list, test)]
}
