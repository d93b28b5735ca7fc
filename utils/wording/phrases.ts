import { buildAutomaton } from './automaton.ts'
import { allows, type Guards } from './guards.ts'
import type { PhraseEntry } from './packs.ts'
import type { About, Hit } from './types.ts'

/** A rule of exact phrases: its entries have guards of their own besides those of the rule. */
export interface PhraseRule extends Guards {
  entries: readonly PhraseEntry[]
}

interface Entry extends Guards {
  rule: number
  wrong: string
  right: string | null
  note?: string
}

/**
 * Finds the phrases of many rules in one pass, each with its own guards and those of its rule. Of a rule's overlapping hits the
 * longest stays. `found` is called with the rule's place in `rules`.
 */
export function phraseSearch(rules: readonly PhraseRule[]): (text: string, about: About, found: (rule: number, hit: Hit) => void) => void {
  const known = new Map<string, Entry[]>()
  rules.forEach(({ entries }, rule) => {
    for (const entry of entries) {
      const full: Entry = Array.isArray(entry) ? { rule, wrong: entry[0], right: entry[1] } : { rule, ...entry }
      const same = known.get(full.wrong)
      if (same) same.push(full)
      else known.set(full.wrong, [full])
    }
  })
  const automaton = buildAutomaton([...known.keys()])
  const entries = [...known.values()]
  return (text, about, found) => {
    let hits: Map<number, Hit[]> | null = null
    automaton.scan(text, (index, start, end) => {
      let done = -1
      for (const entry of entries[index]!) {
        if (entry.rule === done || !allows(rules[entry.rule], text, start, end, about) || !allows(entry, text, start, end, about)) continue
        done = entry.rule
        hits ??= new Map()
        const list = hits.get(entry.rule) ?? []
        hits.set(entry.rule, list)
        // A longer phrase that ends here or later takes the place of shorter ones inside it.
        while (list.length > 0 && list[list.length - 1]!.start >= start) list.pop()
        if (list.length > 0 && list[list.length - 1]!.end > start) continue
        list.push({ start, end, right: entry.right, params: { note: entry.note ?? '' } })
      }
    })
    ;(hits as Map<number, Hit[]> | null)?.forEach((list, rule) => { for (const hit of list) found(rule, hit) })
  }
}
