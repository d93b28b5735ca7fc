import type { Suspicion } from '../types/wording.ts'
import { BUILT_IN } from './built-in.ts'
import { ignoreList } from './ignores.ts'
import type { Pack, Rule } from './packs.ts'
import { patternDetector } from './patterns.ts'
import { phraseSearch } from './phrases.ts'
import { allows } from './guards.ts'
import { protectedDetector } from './protected.ts'
import { isForeign, original, plain } from './text.ts'
import { titleDetector } from './titles.ts'
import type { About, Block, Detector, Hit, PageDetector, WordingChecker, WordingOptions } from './types.ts'

export type { About, Block, Ignores, Level, WordingChecker, WordingOptions } from './types.ts'
export { loadPacks, type Broken, type Pack } from './packs.ts'

interface Running {
  rule: Rule
  detect: Detector
}

type PhraseRule = Extract<Rule, { kind: 'phrase' }>

/** Rule that stands in the packs for the office's own names: its terms come from the roster. */
const OWN_NAMES = 'protected/own-names'

/**
 * Makes the rules tier: synchronous, without the language model. Offsets of its suspicions are those of the text given,
 * UTF-16 units. A text in another language gives none.
 */
export function createWordingChecker(packs: readonly Pack[], options: WordingOptions = {}): WordingChecker {
  const ignores = ignoreList(options.ignores)
  const rightWords = ignoreList({ phrases: options.rightWords ?? [] })
  const one: Running[] = []
  const page: { rule: Rule; detect: PageDetector }[] = []
  const phrases: PhraseRule[] = []
  for (const rule of packs.flatMap((pack) => pack.rules)) {
    if (!rule.on || rule.kind === 'model' || ignores.rule(rule.id)) continue
    if (rule.kind === 'built-in') {
      const code = BUILT_IN[rule.use]
      if ('page' in code) page.push({ rule, detect: code.page })
      else one.push({ rule, detect: guarded(code.one, rule) })
    } else if (rule.kind === 'phrase') phrases.push(rule)
    else one.push({ rule, detect: detectorFor(rule, options.ownNames ?? []) })
  }
  const searchPhrases = phraseSearch(phrases)

  const check = (text: string, about: About): Suspicion[] => {
    if (text.length < 2 || isForeign(text)) return []
    const seen = plain(text)
    const found: Suspicion[] = []
    const add = (rule: Rule, hit: Hit): void => { found.push(suspicion(rule, hit, seen.text, original(seen, hit.start, hit.end))) }
    for (const { rule, detect } of one) for (const hit of detect(seen.text, about)) add(rule, hit)
    searchPhrases(seen.text, about, (index, hit) => add(phrases[index]!, hit))
    if (found.length === 0) return found
    const right = rightWords.ranges(seen)
    const wanted = right.length === 0 ? found : found.filter((one) => bindsOffice(one.rule) || !covered(one, right))
    return settle(wanted, ignores.ranges(seen))
  }

  const checkPage = (blocks: readonly Block[], about: Omit<About, 'role'>): Map<number, Suspicion[]> => {
    const texts = new Map(blocks.map((block) => [block.id, block.text]))
    const found = new Map<number, Suspicion[]>()
    for (const { rule, detect } of page) {
      for (const [id, hits] of detect(blocks, about)) {
        const list = found.get(id) ?? []
        for (const hit of hits) list.push(suspicion(rule, hit, texts.get(id)!, [hit.start, hit.end]))
        found.set(id, list)
      }
    }
    for (const [id, list] of found) found.set(id, settle(list, ignores.ranges(plain(texts.get(id)!))))
    return found
  }

  return { check, checkPage }
}

function detectorFor(rule: Exclude<Rule, { kind: 'built-in' | 'model' | 'phrase' }>, ownNames: readonly string[]): Detector {
  switch (rule.kind) {
    case 'pattern':
      return patternDetector(rule.pattern, rule.right, rule)
    case 'titles':
      return titleDetector(rule.titles, rule)
    case 'protected':
      return protectedDetector(rule.id === OWN_NAMES ? [...rule.terms, ...ownNames] : rule.terms, rule.allow, rule, rule.alikeOnly)
  }
}

function guarded(detect: Detector, rule: Rule): Detector {
  return (text, about) => detect(text, about).filter((hit) => allows(rule, text, hit.start, hit.end, about))
}

function suspicion(rule: Rule, hit: Hit, text: string, [start, end]: [number, number]): Suspicion {
  const quote = hit.masked ?? text.slice(hit.start, hit.end)
  const values: Record<string, string | number> = { quote, right: hit.right ?? '', ...hit.params }
  const says = rule.says.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  return {
    rule: rule.id,
    severity: rule.severity,
    start,
    end,
    quote,
    suggestion: hit.right,
    says,
    basis: rule.basis,
    confidence: hit.confidence ?? rule.confidence,
  }
}

/** The office's own words and personal data are told whatever else it calls right. */
function bindsOffice(rule: string): boolean {
  return rule.startsWith('office/') || rule.startsWith('privacy/')
}

function covered({ start, end }: Suspicion, ranges: readonly [number, number][]): boolean {
  return ranges.some(([from, to]) => from <= start && end <= to)
}

const RANK = { serious: 0, general: 1, minor: 2, doubtful: 3 } as const

/** Leaves out what the office ignores, and of several rules at one place keeps the gravest, then the surest. */
function settle(found: Suspicion[], ignored: readonly [number, number][]): Suspicion[] {
  if (found.length === 0) return found
  const wanted = ignored.length === 0 ? found : found.filter((one) => !covered(one, ignored))
  wanted.sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.confidence - a.confidence || b.end - b.start - (a.end - a.start))
  const taken = new Uint8Array(wanted.reduce((most, { end }) => Math.max(most, end), 0))
  const kept = wanted.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false
    taken.fill(1, start, end)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}
