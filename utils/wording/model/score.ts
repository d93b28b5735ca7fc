import { FEATURES, features } from './features.ts'
import type { Suspect } from './find.ts'
import table from './weights.json' with { type: 'json' }

/** Written by `assets/model/build/tune.ts`. */
const WEIGHTS = FEATURES.map((name) => (table as Record<string, number>)[name] ?? 0)

/** How likely a suspect is a slip: log odds among development sentences. */
export function judge(suspect: Suspect): number {
  return features(suspect).reduce((sum, value, i) => sum + value * WEIGHTS[i]!, 0)
}
