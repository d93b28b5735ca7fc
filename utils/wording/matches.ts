const NONE: readonly RegExpExecArray[] = []

/**
 * All matches of a global pattern in a text, empty ones left out. `matchAll` copies its pattern for every text, which costs more
 * than the search itself where texts are short and patterns many.
 */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return NONE
  const found: RegExpExecArray[] = []
  while (match !== null) {
    if (match[0] === '') pattern.lastIndex++
    else found.push(match)
    match = pattern.exec(text)
  }
  return found
}
