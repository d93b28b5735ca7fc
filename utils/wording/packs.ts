import * as v from 'valibot'
import { BUILT_IN_NAMES } from './built-in-names.ts'
import { whyUnsafe } from './pattern-safety.ts'

const words = v.array(v.pipe(v.string(), v.minLength(1)))
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))

const guards = {
  notBefore: v.optional(words),
  notAfter: v.optional(words),
  before: v.optional(words),
  after: v.optional(words),
  near: v.optional(words),
  notNear: v.optional(words),
  within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))),
  notIn: v.optional(words),
  notInTitle: v.optional(v.boolean()),
  from: v.optional(day),
  to: v.optional(day),
  kinds: v.optional(words),
  roles: v.optional(words),
}

const fixture = v.union([
  v.string(),
  v.strictObject({
    text: v.string(),
    day: v.optional(day),
    kind: v.optional(v.string()),
    role: v.optional(v.string()),
    /** True: the text is a table, a row a line, cells parted by |. */
    table: v.optional(v.boolean()),
    /** Names of the office's own units, as from the roster. */
    names: v.optional(words),
    /** The words that must be marked. */
    quote: v.optional(v.string()),
  }),
])

const common = {
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*\/[a-z][a-z0-9-]*$/)),
  severity: v.picklist(['serious', 'general', 'minor', 'doubtful']),
  /** Why, one sentence; `{quote}` and `{right}` are filled in. */
  says: v.pipe(v.string(), v.minLength(4)),
  /** 依据. */
  basis: v.pipe(v.string(), v.minLength(2)),
  confidence: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.9),
  /** False: off until the office turns it on. */
  on: v.optional(v.boolean(), true),
  fixtures: v.strictObject({
    hit: v.pipe(v.array(fixture), v.minLength(2)),
    miss: v.pipe(v.array(fixture), v.minLength(2)),
  }),
  ...guards,
}

/** `[wrong, right]`, or an object where the entry has guards of its own. */
const entry = v.union([
  v.tuple([v.pipe(v.string(), v.minLength(1)), v.nullable(v.string())]),
  v.strictObject({
    wrong: v.pipe(v.string(), v.minLength(1)),
    right: v.nullable(v.string()),
    /** More on this entry, for `{note}` in the rule's sentence. */
    note: v.optional(v.string()),
    ...guards,
  }),
])

const phrase = v.strictObject({ ...common, kind: v.literal('phrase'), entries: v.array(entry) })
const protectedTerms = v.strictObject({
  ...common,
  kind: v.literal('protected'),
  terms: v.array(v.pipe(v.string(), v.minLength(3))),
  /** Only characters of like sound, doubled, dropped or swapped ones: another character is another name. */
  alikeOnly: v.optional(v.boolean(), false),
  /** Right neighbours of the terms: never suspect. */
  allow: v.optional(words, []),
})
const titles = v.strictObject({ ...common, kind: v.literal('titles'), titles: v.array(v.pipe(v.string(), v.minLength(2))) })
const pattern = v.strictObject({
  ...common,
  kind: v.literal('pattern'),
  /** One expression, or several of which any may match; each is vetted by itself. */
  pattern: v.union([v.pipe(v.string(), v.minLength(1)), v.pipe(words, v.minLength(1))]),
  /** `$1` … refer to groups. */
  right: v.optional(v.nullable(v.string()), null),
})
const builtIn = v.strictObject({
  ...common,
  kind: v.literal('built-in'),
  use: v.picklist(BUILT_IN_NAMES),
})

/** Sentence for what the language model finds; its fixtures run with the model. */
const model = v.strictObject({ ...common, kind: v.literal('model'), slip: v.picklist(['sound', 'shape', 'long-word', 'doubled']) })

const rule = v.variant('kind', [phrase, protectedTerms, titles, pattern, builtIn, model])

const header = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z-]*$/)),
  name: v.pipe(v.string(), v.minLength(1)),
  version: v.pipe(v.string(), v.minLength(1)),
  /** Day of the last change. */
  date: day,
  /** Past this day the pack should be looked through again. */
  reviewBy: v.optional(day),
  source: v.optional(v.string(), ''),
  rules: v.array(v.unknown()),
})

export type Rule = v.InferOutput<typeof rule>
export type Fixture = v.InferOutput<typeof fixture>
export type PhraseEntry = v.InferOutput<typeof entry>

/** A list of rules that can be switched as one. */
export interface Pack extends Omit<v.InferOutput<typeof header>, 'rules'> {
  rules: Rule[]
}

/** What could not be used. `rule` is null where the whole pack was refused. */
export interface Broken {
  pack: string
  rule: string | null
  why: string
}

/**
 * Validates packs. A broken rule is named and left out, the rest of its pack works; so does a pack's twin of a rule id
 * that was seen before. Never throws.
 */
export function loadPacks(raw: readonly unknown[]): { packs: Pack[]; broken: Broken[] } {
  const packs: Pack[] = []
  const broken: Broken[] = []
  const seen = new Set<string>()
  raw.forEach((value, index) => {
    const head = v.safeParse(header, value)
    if (!head.success) {
      broken.push({ pack: nameOf(value) ?? `#${index + 1}`, rule: null, why: firstIssue(head.issues) })
      return
    }
    const rules: Rule[] = []
    head.output.rules.forEach((candidate, at) => {
      const why = (text: string): void => {
        broken.push({ pack: head.output.id, rule: nameOf(candidate) ?? `#${at + 1}`, why: text })
      }
      const parsed = v.safeParse(rule, candidate)
      if (!parsed.success) return why(firstIssue(parsed.issues))
      const bad = parsed.output.kind === 'pattern' ? badPattern(parsed.output.pattern) : null
      if (bad) return why(bad)
      if (seen.has(parsed.output.id)) return why('rule id seen before')
      seen.add(parsed.output.id)
      rules.push(parsed.output)
    })
    packs.push({ ...head.output, rules })
  })
  return { packs, broken }
}

function badPattern(sources: string | string[]): string | null {
  for (const source of [sources].flat()) {
    const why = whyUnsafe(source)
    if (why) return why
  }
  return null
}

function firstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0]!
  const path = v.getDotPath(issue)
  return path ? `${path}: ${issue.message}` : issue.message
}

function nameOf(value: unknown): string | null {
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : null
}
