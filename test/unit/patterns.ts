import { stripTypeScriptTypes } from 'node:module'
import { parseAst } from 'vite'
import { PACKS } from '../../assets/packs/index.ts'
import { sourcesOf } from './source.ts'

/** A regular expression of ours that strangers' text may run through. */
export interface Pattern {
  /** File and expression. */
  name: string
  pattern: RegExp
}

/** Rooms that read what pages, files and servers say. */
const ROOMS = ['utils/reading', 'utils/checks', 'utils/wording', 'utils/links', 'utils/roster', 'utils/lists', 'utils/marks', 'utils/ledger', 'utils/team', 'utils/app', 'utils/types']

interface Node {
  type?: string
  regex?: { pattern: string; flags: string }
}

/** Expressions written in the program. */
function written(): Pattern[] {
  return sourcesOf(...ROOMS).filter(({ path }) => path.endsWith('.ts')).flatMap(({ path, text }) => {
    const found: Pattern[] = []
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      const { type, regex } = node as Node
      if (type === 'Literal' && regex) found.push({ name: `${path} /${regex.pattern}/${regex.flags}`, pattern: new RegExp(regex.pattern, regex.flags) })
      for (const part of Object.values(node)) walk(part)
    }
    walk(parseAst(stripTypeScriptTypes(text)))
    return found
  })
}

/** Expressions that the program puts together while its modules load, and when a checker is made of all packs. */
async function composed(): Promise<Pattern[]> {
  const found: Pattern[] = []
  const Plain = globalThis.RegExp
  let at = ''
  globalThis.RegExp = new Proxy(Plain, {
    construct: (target, [source, flags]: [string | RegExp, string?]) => kept(new target(source, flags)),
    apply: (target, _, [source, flags]: [string | RegExp, string?]) => kept(target(source, flags)),
  })
  function kept(pattern: RegExp): RegExp {
    found.push({ name: `${at} ${String(pattern).slice(0, 300)}`, pattern: new Plain(pattern.source, pattern.flags) })
    return pattern
  }
  try {
    for (const { path } of sourcesOf(...ROOMS.slice(0, 7)).filter(({ path, text }) => path.endsWith('.ts') && /\bRegExp\(/.test(text))) {
      at = path
      await import(/* @vite-ignore */ new URL(`../../${path}`, import.meta.url).href)
    }
    at = 'assets/packs'
    const { createWordingChecker, loadPacks } = await import('../../utils/wording/index.ts')
    createWordingChecker(loadPacks(PACKS).packs).check('测试', { pageDay: null, kind: 'article', role: 'body' })
  } finally {
    globalThis.RegExp = Plain
  }
  return found
}

export async function patterns(): Promise<Pattern[]> {
  const all = [...(await composed()), ...written()]
  return [...new Map(all.map((one) => [String(one.pattern), one])).values()]
}

/** Ends that keep an expression from matching after a long run. */
const TAILS = ['', '\u0001']
const UNITS = [
  ' ', '\n', '\t', '\u3000', 'a', 'A', '0', '9', '的', '一', '十', '年', '.', '-', '/', ':', '：', '、', '，', '。', '(', '（', '《', '<', '>', '"', "'", '=', '#', '%', '&', ';', '_', '*', '|', '\ud842',
  'a ', ' a', '0 ', '0-', '1.', '一、', '（一）', '第一', '的的', '<a ', '<a', '</', '<!--', '<!', '="', "='", 'a=', 'a="', '{"', '[', 'http://', 'www.', '%2', '&#', 'a.', 'a@', '2026-', '2026年', '二〇', '\r\n', ' \n', '青禾县',
]

/** The literal pieces of an expression: what its own repeats are likely to run over. */
function piecesOf({ source }: RegExp): string[] {
  const plain = source.replace(/\\[sdwSDWbB]|\\[pP]\{[^}]*\}/g, ' ').replace(/\\u\{?([0-9a-fA-F]{4,5})\}?/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/\\(.)/g, '$1')
  const runs = plain.split(/[()[\]{}|*+?^$]+/).filter((piece) => piece.length > 0 && piece.length < 12)
  const letters = [...new Set(plain.replace(/[()[\]{}|*+?^$\\]/g, ''))]
  return [...new Set([...runs.slice(0, 8), ...letters.slice(0, 8), ...runs.slice(0, 3).map((run) => `${run}0`), ...runs.slice(0, 3).map((run) => `${run} `)])]
}

/** One that is asked for at one place only (`y`) is not looked for along the text. */
function everywhere(pattern: RegExp): RegExp {
  return pattern.sticky || pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
}

/** Milliseconds of processor time that all matches in a text take, the quickest of a few tries where the first was slow. */
export function millisecondsOf(pattern: RegExp, text: string, slow: number): number {
  const all = everywhere(pattern)
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < 3 && best > slow; tries++) {
    const before = process.cpuUsage()
    all.lastIndex = 0
    text.replace(all, '')
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/** Milliseconds on 2,000 characters from which on a pattern is tried on long texts: a pattern that grows as the text does takes a twentieth of it. */
const SUSPECT = 2

/** The repeated text on which a pattern takes longest at a length, and how long that is. Short texts first: what grows with a power would never come to an end on a long one. */
export function worstOf(pattern: RegExp, length: number, slow: number): { ms: number; unit: string } {
  let worst = { ms: 0, unit: '' }
  const all = everywhere(pattern)
  for (const size of [26, 200, 2_000, length]) {
    for (const unit of new Set([...UNITS, ...piecesOf(pattern)])) {
      for (const tail of TAILS) {
        const ms = millisecondsOf(all, unit.repeat(Math.ceil(size / unit.length)) + tail, slow)
        if (ms > worst.ms) worst = { ms, unit: `${JSON.stringify(unit + tail)} to ${size}` }
        if (ms > slow) return worst
      }
    }
    // What takes next to nothing on a few pages of text grows as the text does.
    if (size === 2_000 && worst.ms < SUSPECT) return worst
  }
  return worst
}
