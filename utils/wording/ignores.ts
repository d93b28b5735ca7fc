import { buildAutomaton } from './automaton.ts'
import type { Ignores } from './types.ts'

/** Says which rules and which places an office does not want to hear of. */
export interface IgnoreList {
  rule: (id: string) => boolean
  /** Ranges of the text that lie inside an ignored phrase. */
  ranges: (text: string) => [number, number][]
}

/** `rules` may hold rule ids (`protected/state`) and pack ids (`protected`). */
export function ignoreList({ rules = [], phrases = [] }: Ignores = {}): IgnoreList {
  const silent = new Set(rules)
  const automaton = phrases.length > 0 ? buildAutomaton(phrases) : null
  return {
    rule: (id) => silent.has(id) || silent.has(id.slice(0, id.indexOf('/'))),
    ranges: (text) => {
      const ranges: [number, number][] = []
      automaton?.scan(text, (_, start, end) => { ranges.push([start, end]) })
      return ranges
    },
  }
}
