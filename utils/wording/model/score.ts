import { FEATURES, features } from './features.ts'
import { DOUBLED, DROPPED } from './confusions.ts'
import type { Suspect } from './find.ts'
import { UNIT } from './format.ts'
import table from './weights.json' with { type: 'json' }

/** Written by `assets/model/build/tune.ts`. */
const WEIGHTS = FEATURES.map((name) => (table as Record<string, number>)[name] ?? 0)

/** Kinds that the development sentences have too few of: judged by gain alone, with bounds measured on clean prose. */
const BY_GAIN: { even: number; slope: number }[] = []
BY_GAIN[DOUBLED] = { even: 7.75, slope: 0.77 }
BY_GAIN[DROPPED] = { even: 3.5, slope: 0.6 }

/** Links and cells of so few characters have little around them to judge by. */
const SHORT_TEXT = 8
const LITTLE_AROUND = -1.2

/** How likely a suspect is a slip: log odds among development sentences. */
export function judge(suspect: Suspect): number {
  const line = BY_GAIN[suspect.kind]
  if (line) return (suspect.gain / UNIT - line.even) * line.slope
  const alone = suspect.textLength <= SHORT_TEXT ? LITTLE_AROUND : 0
  return alone + features(suspect).reduce((sum, value, i) => sum + value * WEIGHTS[i]!, 0)
}
