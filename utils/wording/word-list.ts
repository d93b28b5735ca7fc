import Papa from 'papaparse'
import { FORMULA_START } from '../types/disarmed.ts'
import type { Severity } from '../types/finding.ts'
import type { Pack, PhraseEntry } from './packs.ts'

/** One word of an office's own list: 错误 | 正确 | 级别 | 说明. */
export interface ListedWord {
  wrong: string
  /** Empty where the word is only to be told. */
  right: string
  severity: Severity
  note: string
}

/** A line that could not be used. `line` counts from one, the header included. */
export interface BadLine {
  line: number
  why: 'no-word' | 'too-short' | 'too-long' | 'same' | 'unknown-level' | 'twice'
}

const HEADER = ['错误', '正确', '级别', '说明']
const LEVELS: Record<string, Severity> = { 严重: 'serious', 一般: 'general', 轻微: 'minor', 存疑: 'doubtful', 疑似: 'doubtful', 提示: 'minor', '': 'general' }
const NAMES: Record<Severity, string> = { serious: '严重', general: '一般', minor: '轻微', doubtful: '存疑' }
/** Of one character everything would be full; past this it is a sentence, not a word. */
const SHORTEST = 2
const LONGEST = 60

/**
 * Reads an office's word list: CSV with commas, tabs or | between the columns, with or without the header line. The order of
 * columns is that of the header where there is one. Bad lines are named, the rest is used; never throws.
 */
export function readWordList(csv: string): { words: ListedWord[]; bad: BadLine[] } {
  const text = csv.replace(/^\ufeff/, '')
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false, delimiter: delimiterOf(text) })
  const first = data[0]?.map((cell) => cell.trim()) ?? []
  const hasHeader = first.includes('错误')
  const place = HEADER.map((name, index) => hasHeader ? first.indexOf(name) : index)
  const words: ListedWord[] = []
  const bad: BadLine[] = []
  const seen = new Set<string>()
  data.forEach((cells, index) => {
    if (hasHeader && index === 0 || cells.every((cell) => cell.trim() === '')) return
    const [wrong, right, level, note] = place.map((at) => (at < 0 ? '' : armed((cells[at] ?? '').trim()))) as [string, string, string, string]
    const severity = LEVELS[level]
    const why = fault(wrong, right, severity, seen)
    if (why) bad.push({ line: index + 1, why })
    else {
      seen.add(wrong)
      words.push({ wrong, right, severity: severity!, note })
    }
  })
  return { words, bad }
}

/** Takes back the `'` that `writeWordList` puts before what a spreadsheet would take for a formula. */
function armed(cell: string): string {
  return cell.startsWith("'") && FORMULA_START.test(cell.slice(1)) ? cell.slice(1) : cell
}

/** What stands behind the first name of the header; without one, what the first lines have most of. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4000)
  const named = new RegExp(`^"?(?:${HEADER.join('|')})"?\\s*([,\\t|;，])`, 'u').exec(head)?.[1]
  if (named) return named
  const counts = [',', '\t', '|', ';', '，'].map((mark) => [mark, head.split(mark).length] as const)
  return counts.reduce((most, next) => next[1] > most[1] ? next : most)[0]
}

function fault(wrong: string, right: string, severity: Severity | undefined, seen: ReadonlySet<string>): BadLine['why'] | null {
  if (wrong === '') return 'no-word'
  if (wrong.length < SHORTEST) return 'too-short'
  if (wrong.length > LONGEST || right.length > LONGEST) return 'too-long'
  if (wrong === right) return 'same'
  if (!severity) return 'unknown-level'
  return seen.has(wrong) ? 'twice' : null
}

/** Writes the list for another office: UTF-8 with a mark at its start, so that spreadsheets read it right. */
export function writeWordList(words: readonly ListedWord[]): string {
  const rows = words.map(({ wrong, right, severity, note }) => [wrong, right, NAMES[severity], note])
  return `\ufeff${Papa.unparse([HEADER, ...rows], { newline: '\r\n', escapeFormulae: FORMULA_START })}\r\n`
}

/** What the pack of an office's own words says; texts come from the locale. */
export interface WordListTexts {
  name: string
  /** With `{quote}`, `{right}` and `{note}`. */
  says: string
  basis: string
}

/** Makes a pack of a word list, one rule a severity: `office/serious` … */
export function wordListPack(words: readonly ListedWord[], date: string, texts: WordListTexts): Pack {
  const bySeverity = new Map<Severity, PhraseEntry[]>()
  for (const { wrong, right, severity, note } of words) {
    const entries = bySeverity.get(severity) ?? []
    // The right word may hold the wrong one (账号 / 对公账号): there it is no mistake.
    entries.push({ wrong, right: right === '' ? null : right, note, ...right.includes(wrong) ? { notIn: [right] } : {} })
    bySeverity.set(severity, entries)
  }
  return {
    id: 'office',
    name: texts.name,
    version: '1.0.0',
    date,
    source: '',
    rules: [...bySeverity].map(([severity, entries]) => ({
      id: `office/${severity}`, kind: 'phrase', severity, says: texts.says, basis: texts.basis, confidence: 0.9, on: true,
      entries, fixtures: { hit: [], miss: [] },
    })),
  }
}
