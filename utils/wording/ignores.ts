import { buildAutomaton } from './automaton.ts'
import { original, plain, type Plain } from './text.ts'
import type { Ignores } from './types.ts'

/** Says which rules and which places an office does not want to hear of. */
export interface IgnoreList {
  rule: (id: string) => boolean
  /** Ranges of the original text that lie inside an ignored phrase, unseen characters in it or not. */
  ranges: (seen: Plain) => [number, number][]
}

/** Finds where any of the phrases stands, unseen characters in text and phrase left out. */
export function rangesOf(phrases: readonly string[]): (text: string) => [number, number][] {
  const { ranges } = ignoreList({ phrases })
  return (text) => ranges(plain(text))
}

/** `rules` may hold rule ids (`protected/state`) and pack ids (`protected`). */
export function ignoreList({ rules = [], phrases = [] }: Ignores = {}): IgnoreList {
  const silent = new Set(rules)
  const automaton = phrases.length > 0 ? buildAutomaton(phrases.map((phrase) => plain(phrase).text)) : null
  return {
    rule: (id) => silent.has(id) || silent.has(id.slice(0, id.indexOf('/'))),
    ranges: (seen) => {
      const ranges: [number, number][] = []
      automaton?.scan(seen.text, (_, start, end) => { ranges.push(original(seen, start, end)) })
      return ranges
    },
  }
}
