/** The one difference between a word in a text and the term it should be. */
export interface Edit {
  kind: 'wrong' | 'dropped' | 'extra' | 'swapped'
  /** Where the text's word ends (or, for `backward`, starts). */
  reach: number
  /** Offset in the text of the differing character; for `dropped`, where the missing one belongs. */
  at: number
  /** Index in the whole term of the character concerned. */
  index: number
}

/**
 * Compares the text from `from` on with `term.slice(index)`. Null where they are equal or more than one edit apart, or
 * where the difference touches the term's end so that it cannot be told from another word.
 */
export function forwardEdit(text: string, from: number, term: string, index: number): Edit | null {
  let k = 0
  const rest = term.length - index
  while (k < rest && text.charCodeAt(from + k) === term.charCodeAt(index + k)) k++
  if (k === rest) return null
  const at = from + k
  const spot = index + k
  const tail = (skipText: number, skipTerm: number): boolean => text.startsWith(term.slice(spot + skipTerm), at + skipText)
  const reach = from + rest
  if (rest - k >= 2 && text[at] === term[spot + 1] && text[at + 1] === term[spot] && tail(2, 2)) {
    return { kind: 'swapped', reach, at, index: spot }
  }
  // 大大会: at the term's last character a wrong one and one too many look alike; what stands twice and goes on rightly is one too many.
  if (k > 0 && text[at] === text[at - 1] && tail(1, 0)) return { kind: 'extra', reach: reach + 1, at, index: spot }
  if (at < text.length && tail(1, 1)) return { kind: 'wrong', reach, at, index: spot }
  if (rest - k >= 2 && tail(0, 1)) return { kind: 'dropped', reach: reach - 1, at, index: spot }
  if (tail(1, 0)) return { kind: 'extra', reach: reach + 1, at, index: spot }
  return null
}

/** The same to the left: the text up to `to` against `term.slice(0, length)`. */
export function backwardEdit(text: string, to: number, term: string, length: number): Edit | null {
  let k = 0
  while (k < length && to - k > 0 && text.charCodeAt(to - k - 1) === term.charCodeAt(length - k - 1)) k++
  if (k === length) return null
  const at = to - k - 1
  const spot = length - k - 1
  const head = (skipText: number, skipTerm: number): boolean => {
    const left = term.slice(0, spot + 1 - skipTerm)
    const end = at + 1 - skipText
    return end >= left.length && text.startsWith(left, end - left.length)
  }
  const reach = to - length
  if (spot >= 1 && at >= 1 && text[at] === term[spot - 1] && text[at - 1] === term[spot] && head(2, 2)) {
    return { kind: 'swapped', reach, at: at - 1, index: spot - 1 }
  }
  if (k > 0 && text[at] === text[at + 1] && head(1, 0)) return { kind: 'extra', reach: reach - 1, at, index: spot }
  if (at >= 0 && head(1, 1)) return { kind: 'wrong', reach, at, index: spot }
  if (spot >= 1 && head(0, 1)) return { kind: 'dropped', reach: reach + 1, at: at + 1, index: spot }
  if (at >= 0 && head(1, 0)) return { kind: 'extra', reach: reach - 1, at, index: spot }
  return null
}
