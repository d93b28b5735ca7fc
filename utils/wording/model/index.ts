import type { Suspicion } from '../../types/wording.ts'
import { buildAutomaton } from '../automaton.ts'
import { ignoreList } from '../ignores.ts'
import type { Pack, Rule } from '../packs.ts'
import { isForeign, isTraditional, original, plain } from '../text.ts'
import type { Block, Level, WordingOptions } from '../types.ts'
import { DOUBLED, DROPPED, SHAPE } from './confusions.ts'
import { createFinder, type Suspect } from './find.ts'
import { loadModel, type Model } from './load.ts'
import { isLittlePlace } from './names.ts'
import { isClassical } from './classical.ts'
import { judge } from './score.ts'

export { loadModel, type Model } from './load.ts'
export { warmUp } from './warm-up.ts'

/** The language model's tier: slower than the rules, for a Worker. Its suspicions are 疑似. */
export interface ModelChecker {
  /** Suspicions in one text; offsets are the text's own, UTF-16 units. */
  suspects: (text: string) => Suspicion[]
  /** The same for a page's blocks: what a page writes again and again is a word of its own. Keys are block ids. */
  suspectsOnPage: (blocks: readonly Block[]) => Map<number, Suspicion[]>
}

type ModelRule = Extract<Rule, { kind: 'model' }>

/** Least score of each level; measured on development sentences by `assets/model/build/tune.ts`. */
const THRESHOLDS: Record<Level, number> = { strict: 2, balanced: 0.5, full: -0.75 }

/** Words that a page writes at least so often are its own. */
const OWN_WORD = 3

/**
 * Makes the checker. The packs give its sentences (rules of kind `model`) and the names and titles that are right as they stand;
 * `options` are those of the rules tier.
 * @throws Error where `asset` is no model of this version
 */
export function createModelChecker(asset: ArrayBuffer | Uint8Array | Model, packs: readonly Pack[], options: WordingOptions = {}): ModelChecker {
  const model = asset instanceof ArrayBuffer || asset instanceof Uint8Array ? loadModel(asset) : asset
  const find = finderOf(model)
  const ignores = ignoreList(options.ignores)
  const rightWords = ignoreList({ phrases: options.rightWords ?? [] })
  const rules = packs.flatMap((pack) => pack.rules)
  const own = rules.filter((rule): rule is ModelRule => rule.kind === 'model' && rule.on && !ignores.rule(rule.id))
  const ruleFor = (suspect: Suspect): ModelRule | undefined => own.find(({ slip }) => slip === slipOf(suspect))
  const rightful = rules.flatMap((rule) => rule.kind === 'protected' ? [...rule.terms, ...rule.allow] : rule.kind === 'titles' ? rule.titles : [])
  const known = buildAutomaton([...rightful.filter((word) => word.length > 2), ...(options.ownNames ?? []).flatMap(withPlace)])
  const threshold = THRESHOLDS[options.level ?? 'balanced']

  const look = (text: string): { suspect: Suspect; suspicion: Suspicion }[] => {
    if (text.length < 2 || isForeign(text) || isTraditional(text)) return []
    const seen = plain(text)
    const suspects = find(seen.text)
    if (suspects.length === 0) return []
    const silent: [number, number][] = [...ignores.ranges(seen), ...rightWords.ranges(seen)]
    known.scan(seen.text, (_, start, end) => { silent.push(original(seen, start, end)) })
    return suspects.flatMap((suspect) => {
      const rule = ruleFor(suspect)
      const score = judge(suspect)
      const [start, end] = original(seen, suspect.start, suspect.end)
      const meant = seen.text.slice(suspect.wordStart, suspect.start) + suspect.right + seen.text.slice(suspect.end, suspect.wordEnd)
      if (!rule || score < threshold || isLittlePlace(meant, suspect.unigram) || isClassical(seen.text, suspect.start, suspect.end) || silent.some(([from, to]) => from <= start && end <= to)) return []
      return [{ suspect, suspicion: suspicionOf(rule, seen.text, suspect, start, end, score) }]
    })
  }

  return {
    suspects: (text) => look(text).map(({ suspicion }) => suspicion),
    suspectsOnPage: (blocks) => {
      const found = new Map(blocks.map((block) => [block.id, look(block.text).map((one) => ({ ...one, word: wordAround(plain(block.text).text, one.suspect) }))]))
      const whole = blocks.map(({ text }) => text).join('\n')
      const often = new Map<string, boolean>()
      const isOwn = (word: string): boolean => {
        const known = often.get(word) ?? whole.split(word).length > OWN_WORD
        often.set(word, known)
        return known
      }
      return new Map([...found].map(([id, list]) => [id, list.filter(({ word }) => !isOwn(word)).map(({ suspicion }) => suspicion)]))
    },
  }
}

const finders = new WeakMap<Model, ReturnType<typeof createFinder>>()

/** One for each model: what it has learnt of characters while reading serves every checker. */
function finderOf(model: Model): ReturnType<typeof createFinder> {
  const find = finders.get(model) ?? createFinder(model)
  finders.set(model, find)
  return find
}

/** A unit's name and the place in it: 青禾县人民政府 → 青禾县, 青禾. */
function withPlace(name: string): string[] {
  const place = /^([\u4e00-\u9fff]{2,8}?)(?:特别行政区|自治区|自治州|自治县|街道|省|市|县|区|旗|镇|乡|村)/u.exec(name)
  return place ? [name, place[0], place[1]!] : [name]
}

/** From so many characters on a word stands so firm that one wrong in it is nearly sure. */
const LONG_WORD = 4

function slipOf({ kind, wordStart, wordEnd }: Suspect): ModelRule['slip'] {
  if (kind === DOUBLED) return 'doubled'
  if (kind === DROPPED || wordEnd - wordStart >= LONG_WORD) return 'long-word'
  return kind === SHAPE ? 'shape' : 'sound'
}

/** The word as it stands, at least two characters of it. */
function wordAround(text: string, { wordStart, wordEnd }: Suspect): string {
  return wordEnd - wordStart >= 2 ? text.slice(wordStart, wordEnd) : text.slice(Math.max(0, wordStart - 1), wordEnd + 1)
}

function suspicionOf(rule: ModelRule, text: string, suspect: Suspect, start: number, end: number, score: number): Suspicion {
  const quote = text.slice(suspect.start, suspect.end)
  const word = text.slice(suspect.wordStart, suspect.wordEnd)
  const meant = text.slice(suspect.wordStart, suspect.start) + suspect.right + text.slice(suspect.end, suspect.wordEnd)
  const values: Record<string, string> = { quote, right: suspect.right, word, meant }
  return {
    rule: rule.id,
    severity: rule.severity,
    start,
    end,
    quote,
    suggestion: suspect.right,
    says: rule.says.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
    basis: rule.basis,
    // A logistic score is a chance among development sentences, where errors are far more frequent than on pages: so never near one.
    confidence: Math.round(90 / (1 + Math.exp(-score / 1.5))) / 100,
  }
}

/** Rules and model together: where both see something, the rule's word stands. Both lists belong to one text. */
export function mergeSuspicions(rules: readonly Suspicion[], model: readonly Suspicion[]): Suspicion[] {
  const more = model.filter(({ start, end }) => !rules.some((other) => start < other.end && other.start < end))
  return [...rules, ...more].sort((a, b) => a.start - b.start)
}
