import { buildAutomaton } from './automaton.ts'
import { backwardEdit, forwardEdit, type Edit } from './edits.ts'
import { allows, type Guards } from './guards.ts'
import { lookAlike } from './shapes.ts'
import { soundAlike } from './sounds.ts'
import { endSlip } from './term-ends.ts'
import { isHan } from './text.ts'
import type { Detector, Hit } from './types.ts'

/** Characters that may rightly be put into or left out of a name: 中国的…, 发展和改革 / 发展改革. */
const LOOSE = new Set('的地得之和与及或并、了着过也都各我你他她它这那其不是在为以于对将从到')

/** Where such a character belongs to a word, it may not: 共和国, 以…为核心. */
const FIRM = /共和国|为核心|为中心|为主题|为人民服务/u

/** Last characters of organs' names; another one there is another organ: 管理局 / 管理部门. */
const SUFFIX = new Set('局厅部署委会院所队处科站室社团心')

interface Half {
  term: number
  /** True for the left half. */
  first: boolean
}

/**
 * Finds words that are one edit away from a known term: one character wrong, dropped, doubled or put in, or two swapped.
 * One half of the term must stand there unchanged (an edit spoils one half only), so the halves are searched and the
 * other half compared. Rightful neighbours (`allow`, and the terms themselves) are never reported.
 */
export function protectedDetector(terms: readonly string[], allow: readonly string[], guards: Guards, alikeOnly = false): Detector {
  const unique = [...new Set(terms)].filter((term) => term.length >= 3)
  const rightful = new Set([...unique, ...allow])
  const halves = new Map<string, Half[]>()
  unique.forEach((term, index) => {
    const cut = term.length >> 1
    for (const half of [{ word: term.slice(0, cut), first: true }, { word: term.slice(cut), first: false }]) {
      const same = halves.get(half.word)
      if (same) same.push({ term: index, first: half.first })
      else halves.set(half.word, [{ term: index, first: half.first }])
    }
  })
  // A swap over the middle spoils both halves: searched as it stands.
  const swapped = new Map<string, string>()
  for (const term of unique) {
    const cut = term.length >> 1
    if (term[cut - 1] === term[cut] || term.length < 4) continue
    const word = term.slice(0, cut - 1) + term[cut]! + term[cut - 1]! + term.slice(cut + 1)
    if (!rightful.has(word)) swapped.set(word, term)
  }
  const halfWords = [...halves.keys()]
  const swapWords = [...swapped.keys()]
  const rightWords = [...rightful]
  const automaton = buildAutomaton([...halfWords, ...swapWords.filter((word) => !halves.has(word))])
  const exact = buildAutomaton(rightWords)

  return (text, about) => {
    const hits: Hit[] = []
    const add = (start: number, end: number, term: string, confidence: number): void => {
      if (!allows(guards, text, start, end, about)) return
      // Hits come from left to right by their halves, so only the last few can overlap.
      for (let i = hits.length - 1; i >= 0 && i >= hits.length - 4; i--) {
        const other = hits[i]!
        if (other.start >= end || start >= other.end) continue
        if ((other.confidence ?? 0) > confidence || ((other.confidence ?? 0) === confidence && other.right!.length >= term.length)) return
        hits.splice(i, 1)
      }
      hits.push({ start, end, right: term, confidence })
    }
    let covered: Int32Array | null = null
    const isRightful = (from: number, to: number): boolean => {
      covered ??= farthestEnds(text)
      return (covered[from] ?? 0) >= to
    }
    automaton.scan(text, (index, start, end) => {
      if (index >= halfWords.length) {
        const word = text.slice(start, end)
        if (!isRightful(start, end)) add(start, end, swapped.get(word)!, 0.95)
        return
      }
      for (const { term: id, first } of halves.get(halfWords[index]!)!) {
        const term = unique[id]!
        const slip = first || LOOSE.has(term[0]!) ? null : endSlip(text, start, end, term)
        if (slip && !isRightful(slip[0], slip[1])) add(slip[0], slip[1], term, 0.9)
        const edit = first ? forwardEdit(text, end, term, end - start) : backwardEdit(text, start, term, term.length - (end - start))
        if (!edit) continue
        const from = first ? start : edit.reach
        const to = first ? edit.reach : end
        const [left, right] = edit.kind === 'dropped' ? [edit.at - 1, edit.at + 1] : [edit.at, edit.at + 1]
        if (isRightful(from, to) || isRightful(left, right)) continue
        const confidence = weigh(edit, text, term, alikeOnly)
        if (confidence > 0) add(from, to, term, confidence)
      }
    })
    return hits.sort((a, b) => a.start - b.start)
  }

  /** For each offset the farthest end of a rightful word that starts there or before. */
  function farthestEnds(text: string): Int32Array {
    const ends = new Int32Array(text.length + 1)
    exact.scan(text, (_, start, end) => { if (end > ends[start]!) ends[start] = end })
    for (let i = 1; i < ends.length; i++) if (ends[i - 1]! > ends[i]!) ends[i] = ends[i - 1]!
    return ends
  }
}

/** How sure an edit is; 0 where it is as likely another word as a mistake. */
function weigh(edit: Edit, text: string, term: string, alikeOnly: boolean): number {
  const { kind, at, index } = edit
  const there = text[at] ?? ''
  const right = term[index]!
  const inner = index > 0 && index < term.length - 1
  if (kind === 'swapped') return term.length >= 4 ? 0.95 : 0
  if (kind === 'wrong') {
    const alike = soundAlike(there, right) || lookAlike(there, right)
    if (!isHan(there.charCodeAt(0)) || LOOSE.has(there) && !alike) return 0
    if (alike) return term.length >= 4 || inner ? 0.95 : 0
    return (inner ? term.length >= 5 : term.length >= 7 && index > 0 && !SUFFIX.has(right)) && !alikeOnly ? 0.85 : 0
  }
  if (kind === 'dropped') return LOOSE.has(right) && !isFirm(term, index) || !inner || term.length < 5 ? 0 : 0.85
  if (!isHan(there.charCodeAt(0)) || LOOSE.has(there)) return 0
  const doubled = there === text[at - 1] || there === text[at + 1]
  if (doubled) return term.length >= 4 ? 0.95 : 0
  // 县委办、县政府办: beside a mark a name goes on.
  if (!isHan(text.charCodeAt(at - 1)) || !isHan(text.charCodeAt(at + 1))) return 0
  return term.length >= 6 && !alikeOnly ? 0.8 : 0
}

function isFirm(term: string, index: number): boolean {
  const found = FIRM.exec(term)
  return found !== null && found.index <= index && index < found.index + found[0].length
}
