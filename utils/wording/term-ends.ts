import { isHan } from './text.ts'

/** Where a slip at a term's first or last character stands, the whole of it. */
type Range = [start: number, end: number]

// What a term can begin behind, and end before, without a neighbour of its own: 共和国 | 国家…, 委员会 | 会议 are not such.
const BEFORE = /[，。；：、！？（《“\s的由经向对在于与及]/u
const AFTER = /[，。；：、！？）》”的等在]/u
/** Nothing shorter is told by what is left of it. */
const LEAST = 6

/**
 * Slips at a term's ends, which comparing halves cannot tell from a neighbour: the first or last character twice (全全面…, …大会会，),
 * or the first one missing (华人民共和国). Only beside a mark or the like, where no other word can have lent or taken the character.
 * The term's right half stands at `at`–`end`.
 */
export function endSlip(text: string, at: number, end: number, term: string): Range | null {
  const cut = term.length - (end - at)
  const start = at - cut
  const first = term[0]!
  if (!isHan(first.charCodeAt(0))) return null
  if (text.startsWith(term, start)) {
    // 青禾市 | 市场监督管理局 begins a line without its first part.
    if (text[start - 1] === first && first !== '市' && begins(text, start - 1)) return [start - 1, end]
    const party = text[end] === '党' && text[end + 1] === '的'
    const twice = text[end] === text[end - 1] && isHan(text.charCodeAt(end))
    return twice && !party && (end + 1 === text.length || AFTER.test(text[end + 1]!)) ? [start, end + 1] : null
  }
  // At the very start, and on a new line, the words may have been cut or set apart.
  const cutShort = term.length < LEAST || start < 0 || text[start] === '\n' || !begins(text, start + 1)
  return !cutShort && text.startsWith(term.slice(1), start + 1) ? [start + 1, end] : null
}

function begins(text: string, at: number): boolean {
  return at === 0 || BEFORE.test(text[at - 1]!)
}
