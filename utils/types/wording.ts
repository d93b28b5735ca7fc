import type { Severity } from './finding.ts'
import type { Confidence } from './reading.ts'

/** A place in a text that may be wrong. Knows nothing of pages. */
export interface Suspicion {
  /** Rule id, unique over all packs: `protected/state-name`. */
  rule: string
  severity: Severity
  /** Offsets into the checked text, UTF-16 units, end exclusive. */
  start: number
  end: number
  /** The words at that place; personal data is masked. */
  quote: string
  suggestion: string | null
  /** Why, one sentence; comes from the pack. */
  says: string
  basis: string
  confidence: Confidence
}
