import { NEAR_SOUND, PAIR, SHAPE } from './confusions.ts'
import type { Suspect } from './find.ts'
import { UNIT } from './format.ts'

/** What a suspect is judged by; the order is that of the weights. */
export const FEATURES = [
  'one', 'gain', 'gain to 6', 'lead', 'near sound', 'shape', 'pair', 'shape × gain', 'near sound × gain', 'pair × gain',
  'one character', 'three', 'four and more', 'four × gain', 'seen before', 'seen behind', 'seen both', 'singles', 'read in 2', 'read in 3',
  'cost in place', 'cost alone', 'plain cost', 'cost around', 'cost behind', 'rank of wrong', 'rank of meant', 'rare wrong', 'unknown wrong', 'in a name',
] as const

/** Rank past which a character is rare in official texts. */
const RARE = 3500

/** A suspect in numbers; see `FEATURES`. */
export function features(s: Suspect): number[] {
  const gain = s.gain / UNIT
  const length = s.wordEnd - s.wordStart
  const to8 = Math.min(gain, 8)
  const is = (yes: boolean): number => yes ? 1 : 0
  return [
    1, Math.min(gain, 14), Math.min(gain, 6), Math.min(s.lead / UNIT, 6),
    is(s.kind === NEAR_SOUND), is(s.kind === SHAPE), is(s.kind === PAIR),
    s.kind === SHAPE ? to8 : 0, s.kind === NEAR_SOUND ? to8 : 0, s.kind === PAIR ? to8 : 0,
    is(length === 1), is(length === 3), is(length >= 4), length >= 4 ? to8 : 0,
    is(s.seenBefore), is(s.seenBehind), is(s.seenBefore && s.seenBehind),
    Math.min(s.singles, 3) / Math.max(1, length), is(s.readIn >= 2), is(s.readIn >= 3),
    s.inPlace / UNIT, s.unigram / UNIT, s.plain / UNIT, s.around / UNIT, s.following / UNIT,
    Math.log(1 + s.rankWrong), Math.log(1 + s.rankMeant), is(s.rankWrong > RARE), is(s.rankWrong === 0), is(s.inName),
  ]
}
