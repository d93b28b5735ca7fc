import { buildAutomaton } from './automaton.ts'
import { allows, type Guards } from './guards.ts'
import type { PhraseEntry } from './packs.ts'
import type { Detector, Hit } from './types.ts'

interface Entry extends Guards {
  wrong: string
  right: string | null
  note?: string
}

/** Finds exact phrases, each with its own guards and those of its rule. Of overlapping hits the longest stays. */
export function phraseDetector(entries: readonly PhraseEntry[], shared: Guards): Detector {
  const known = new Map<string, Entry[]>()
  for (const entry of entries) {
    const full: Entry = Array.isArray(entry) ? { wrong: entry[0], right: entry[1] } : entry
    const same = known.get(full.wrong)
    if (same) same.push(full)
    else known.set(full.wrong, [full])
  }
  const words = [...known.keys()]
  const automaton = buildAutomaton(words)
  return (text, about) => {
    const hits: Hit[] = []
    automaton.scan(text, (index, start, end) => {
      if (!allows(shared, text, start, end, about)) return
      const entry = known.get(words[index]!)!.find((candidate) => allows(candidate, text, start, end, about))
      if (!entry) return
      // A longer phrase that ends here or later takes the place of shorter ones inside it.
      while (hits.length > 0 && hits[hits.length - 1]!.start >= start) hits.pop()
      if (hits.length > 0 && hits[hits.length - 1]!.end > start) return
      hits.push({ start, end, right: entry.right, params: { note: entry.note ?? '' } })
    })
    return hits
  }
}
