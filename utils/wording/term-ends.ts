import { buildAutomaton } from './automaton.ts'
import { isHan } from './text.ts'

/** A slip at a term's first or last character; `start`–`end` holds the whole of it. */
export interface EndSlip {
  start: number
  end: number
  term: string
}

const TWICE = /([\u4e00-\u9fff])\1/u
// What a term can begin behind, and end before, without a neighbour of its own: 共和国 | 国家…, 委员会 | 会议 are not such.
const BEFORE = /[，。；：、！？（《“\s的由经向对在]/u
const AFTER = /[，。；：、！？）》”的等在]/u
/** Nothing shorter is told by what is left of it. */
const LEAST = 6

/**
 * Slips at a term's ends, which comparing halves cannot tell from a neighbour: the first or last character twice (全全面…, …大会会，),
 * or the first one missing (华人民共和国). Only beside a mark or the like, where no other word can have lent or taken the character.
 */
export function endSlips(terms: readonly string[], rightful: ReadonlySet<string>): (text: string) => EndSlip[] {
  const whole = terms.filter((term) => isHan(term.charCodeAt(0)) && isHan(term.charCodeAt(term.length - 1)))
  const headless = whole.filter((term) => term.length >= LEAST && isHan(term.charCodeAt(1)) && !rightful.has(term.slice(1)))
  const exact = buildAutomaton(whole)
  const rests = buildAutomaton(headless.map((term) => term.slice(1)))
  return (text) => {
    const slips: EndSlip[] = []
    const begins = (at: number): boolean => at === 0 || BEFORE.test(text[at - 1]!)
    if (TWICE.test(text)) {
      exact.scan(text, (index, start, end) => {
        const term = whole[index]!
        // 青禾市 | 市场监督管理局 begins a line without its first part.
        if (text[start - 1] === text[start] && term[0] !== '市' && begins(start - 1)) slips.push({ start: start - 1, end, term })
        const party = text[end] === '党' && text[end + 1] === '的'
        if (text[end] === text[end - 1] && !party && (end + 1 === text.length || AFTER.test(text[end + 1]!))) slips.push({ start, end: end + 1, term })
      })
    }
    rests.scan(text, (index, start, end) => {
      // At the very start a line may have been cut or set apart.
      if (start > 0 && begins(start) && text[start - 1] !== '\n') slips.push({ start, end, term: headless[index]! })
    })
    return slips
  }
}
