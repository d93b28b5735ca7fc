import { createProposer, type Candidate } from './candidates.ts'
import { DOUBLED, DROPPED } from './confusions.ts'
import { createAround } from './around.ts'
import { addEdge, addPlainEdges, createLattice, decode, MOST_LENGTH, pairCost, reset } from './lattice.ts'
import type { Model } from './load.ts'
import { inName } from './names.ts'
import { lookUp } from './table.ts'
import { step } from './trie.ts'
import { matches } from '../matches.ts'

/** A place where another word is much likelier than what stands there. Costs in twelfths. */
export interface Suspect {
  start: number
  end: number
  /** What was meant, for the whole of `start`–`end`. */
  right: string
  /** Offset and length of the word around it. */
  wordStart: number
  wordEnd: number
  /** How much likelier the reading is with it, penalty taken off. */
  gain: number
  /** How much of that is left beside the next best proposal for the same place. */
  lead: number
  /** Index into `KINDS`. */
  kind: number
  /** Cost of the meant word by itself. */
  unigram: number
  /** Cost of the meant word where it stands, and of what follows it. */
  inPlace: number
  following: number
  /** Whether the pairs with the words before and behind were ever seen. */
  seenBefore: boolean
  seenBehind: boolean
  /** Cost per character of what stands in its place. */
  plain: number
  /** Words of one character in what stands in its place. */
  singles: number
  /** Length of the word that the first wrong character is read in, as the text stands. */
  readIn: number
  /** Cost per character of the whole run as it stands. */
  around: number
  /** How common the wrong and the meant character are: their rank. */
  rankWrong: number
  rankMeant: number
  /** Whether the place looks like a part of a name. */
  inName: boolean
  /** Length of the whole text. */
  textLength: number
}

/** Least gain at which a candidate is tried together with others. */
const TRY = 20
/** Least gain of a suspect that is told at all. */
const LEAST = 20
const LEAST_DOUBLED = 72
/** How much surer a doubled character must be where a word begins with the second one. */
const SHORT_FORM = 72
/** In shorter runs (names in a table, links) there is too little around to tell. */
const LEAST_AROUND = 5
/** 青禾县县级…, 本国国情, 东河村村民: rightly twice. */
const LEVELS_OF_PLACE = new Set('国省市县区镇乡村')
const MOST_CANDIDATES = 600
/** A word of so many characters that costs no more where it stands is taken as meant. */
const FITS = [0, 0, 96, 140, 180]

const HAN_RUN = /[\u3400-\u9fff〇]+/gu
const MARKS = '，。、；：？！“”《》（）'

/** Finds suspects in a text. Not to be shared between threads; keeps its memory between calls. */
export function createFinder(model: Model): (text: string) => Suspect[] {
  const lattice = createLattice()
  const other = createLattice()
  const chars = new Uint16Array(MOST_LENGTH + 1)
  const altered = new Uint16Array(MOST_LENGTH + 1)
  const around = createAround(model, lattice)
  const { head, tail } = around
  const proposer = createProposer(model, around)
  const sound = new Uint8Array(MOST_LENGTH + 1)
  const readLength = new Uint8Array(MOST_LENGTH + 1)
  const readAs = new Int32Array(MOST_LENGTH + 1)
  const marks = new Map([...MARKS].map((mark) => [mark, wordOf(model, mark)]))

  const plainCost = (units: Uint16Array, length: number, before: number, after: number): number => {
    reset(other, length)
    addPlainEdges(other, model, units, length)
    return decode(other, model, before, after).cost
  }

  const run = (text: string, start: number, end: number, found: Suspect[]): void => {
    const length = end - start
    for (let i = 0; i < length; i++) chars[i] = model.charOf[text.charCodeAt(start + i)]!
    const before = marks.get(text[start - 1] ?? '。') ?? -1
    const after = marks.get(text[end] ?? '') ?? -1
    reset(lattice, length)
    addPlainEdges(lattice, model, chars, length)
    const plain = decode(lattice, model, before, after)
    around.measure(before, after)
    markSound(plain.last, before)
    const candidates: Candidate[] = []
    proposer.at(chars, length, sound, plain.cost - TRY, (candidate) => {
      if (candidates.length < MOST_CANDIDATES) candidates.push(candidate)
    })
    lookForDoubled(text, start, end, plain.cost, before, after, found)
    if (candidates.length === 0) return
    const first = lattice.edges
    for (const { from, to, word, extra } of candidates) addEdge(lattice, from, to, word, extra)
    const joint = decode(lattice, model, before, after)
    if (plain.cost - joint.cost < LEAST) return
    const chosen: { candidate: Candidate; edge: number }[] = []
    for (let edge = joint.last; edge >= 0; edge = lattice.back[edge]!) {
      if (edge >= first) chosen.push({ candidate: candidates[edge - first]!, edge })
    }
    // Each replacement is weighed by taking it alone back.
    for (const { candidate, edge } of chosen) {
      let gain = plain.cost - joint.cost
      if (chosen.length > 1) {
        altered.set(chars.subarray(0, length))
        let kept = 0
        for (const one of chosen) {
          if (one.candidate === candidate) continue
          kept += one.candidate.extra
          spell(one.candidate, altered)
        }
        gain = plainCost(altered, length, before, after) + kept - joint.cost
      }
      if (gain < LEAST) continue
      const prev = lattice.back[edge]!
      const next = chosenNext(joint.last, edge)
      found.push(suspect(candidate, gain, prev < 0 ? before : lattice.word[prev]!, next < 0 ? after : lattice.word[next]!, text, start, plain.cost, length, candidates))
    }
  }

  /** Marks the characters of words that fit well where they stand: nothing better is looked for there. */
  function markSound(last: number, before: number): void {
    for (let edge = last; edge >= 0; edge = lattice.back[edge]!) {
      const from = lattice.from[edge]!
      const to = lattice.to[edge]!
      const previous = lattice.back[edge]!
      const cost = pairCost(model, previous < 0 ? before : lattice.word[previous]!, lattice.word[edge]!)
      readLength.fill(to - from, from, to)
      readAs.fill(edge, from, to)
      sound.fill(to - from >= 2 && cost <= FITS[Math.min(4, to - from)]! ? 1 : 0, from, to)
    }
  }

  function spell({ at, meant, meantNext, kind }: Candidate, into: Uint16Array): void {
    // Beside a missing character others are weighed as if it were still missing.
    if (kind === DROPPED) return
    into[at] = meant
    if (meantNext > 0) into[at + 1] = meantNext
  }

  /** A character twice in a row, where the reading is much likelier without one of them. */
  function lookForDoubled(text: string, start: number, end: number, plainTotal: number, before: number, after: number, found: Suspect[]): void {
    const length = end - start
    if (length < LEAST_AROUND) return
    for (let i = 0; i + 1 < length; i++) {
      const char = chars[i]!
      if (char === 0 || char !== chars[i + 1] || LEVELS_OF_PLACE.has(text[start + i]!) || readAs[i] === readAs[i + 1] || chars[i + 2] === char) continue
      altered.set(chars.subarray(0, i))
      altered.set(chars.subarray(i + 1, length), i)
      // 文联 | 联合, 人社厅 | 厅长: a short form ends as the next word begins. Only a stray character behind a whole word is sure.
      const begins = readLength[i + 1]! > 1 && readAs[i + 1] === readAs[i + 2]
      const gain = plainTotal - plainCost(altered, length - 1, before, after) - (begins ? SHORT_FORM : 0)
      if (gain < LEAST_DOUBLED || inName(text, start + i, start + i + 2)) continue
      found.push({
        start: start + i, end: start + i + 2, right: text[start + i]!, wordStart: start + i, wordEnd: start + i + 2, gain, lead: gain, kind: DOUBLED,
        unigram: 0, inPlace: 0, following: 0, seenBefore: false, seenBehind: false, plain: 0, singles: 0, readIn: 0, around: plainTotal / length,
        rankWrong: char, rankMeant: char, inName: false, textLength: text.length,
      })
    }
  }

  function chosenNext(last: number, edge: number): number {
    let next = -1
    for (let at = last; at !== edge; at = lattice.back[at]!) next = at
    return next
  }

  function suspect(candidate: Candidate, gain: number, previous: number, next: number, text: string, start: number,
    plainTotal: number, length: number, all: readonly Candidate[]): Suspect {
    const { from, to, word, kind, whole, at, meant, meantNext } = candidate
    const until = meantNext > 0 ? at + 2 : at + 1
    const place = kind === DROPPED ? { start: start + from, end: start + to } : { start: start + at, end: start + until }
    const right = kind === DROPPED
      ? text.slice(start + from, start + at) + String.fromCharCode(model.codes[meant]!) + text.slice(start + at, start + to)
      : String.fromCharCode(model.codes[meant]!, ...(meantNext > 0 ? [model.codes[meantNext]!] : []))
    let rival = plainTotal
    for (const other of all) {
      if (other.from >= to || other.to <= from || other.whole >= rival) continue
      if (reading(other, at) !== meant || (meantNext > 0 && reading(other, at + 1) !== meantNext)) rival = other.whole
    }
    let singles = 0
    for (let i = from; i < to; i++) if (readLength[i] === 1) singles++
    return {
      ...place,
      right,
      wordStart: start + from,
      wordEnd: start + to,
      gain,
      lead: Math.max(0, rival - whole),
      kind,
      unigram: model.unigrams[word]!,
      inPlace: pairCost(model, previous, word),
      following: next < 0 ? 0 : pairCost(model, word, next),
      seenBefore: previous >= 0 && lookUp(model.pairs, previous, word) >= 0,
      seenBehind: next >= 0 && lookUp(model.pairs, word, next) >= 0,
      plain: (plainTotal - head[from]! - tail[to]!) / (to - from),
      singles,
      readIn: readLength[at]!,
      around: plainTotal / length,
      rankWrong: chars[at]!,
      rankMeant: meant,
      inName: inName(text, start + at, start + until),
      textLength: text.length,
    }
  }

  /** What a candidate reads at a position: a replaced character, or what stands there. */
  function reading({ at, meant, meantNext }: Candidate, position: number): number {
    if (position === at) return meant
    return position === at + 1 && meantNext > 0 ? meantNext : chars[position]!
  }

  return (text) => {
    const found: Suspect[] = []
    for (const match of matches(HAN_RUN, text)) {
      for (let at = match.index, end = match.index + match[0].length; at < end; at += MOST_LENGTH) {
        run(text, at, Math.min(end, at + MOST_LENGTH), found)
      }
    }
    return found.sort((a, b) => a.start - b.start)
  }
}

function wordOf(model: Model, word: string): number {
  let node = 0
  for (const char of word) {
    node = step(model, node, model.charOf[char.charCodeAt(0)]!)
    if (node < 0) return -1
  }
  return model.wordAt[node]!
}
