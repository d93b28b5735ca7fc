import type { Steps } from './steps.ts'

/** What could not be read, as keys of `reading.gap.*`. */
export type Gaps = Set<string>

/** A reader's failure is a gap in the reading, never an error in the page. */
export function attempt<T>(name: string, read: () => T, instead: T, gaps: Gaps): T {
  try {
    return read()
  } catch {
    gaps.add(`reading.gap.${name}`)
    return instead
  }
}

/** The same for a reader that works in steps. */
export function* attemptSteps<T>(name: string, steps: Steps<T>, instead: T, gaps: Gaps): Steps<T> {
  try {
    return yield* steps
  } catch {
    gaps.add(`reading.gap.${name}`)
    return instead
  }
}
