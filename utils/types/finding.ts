import type { Anchor } from './anchor.ts'
import type { Phrase } from './phrase.ts'
import type { Confidence } from './reading.ts'

/** 严重 / 一般 / 轻微 / 存疑. */
export type Severity = 'serious' | 'general' | 'minor' | 'doubtful'

export const SEVERITIES: readonly Severity[] = ['serious', 'general', 'minor', 'doubtful']

/** What a check suspects (疑点). The machine's; only a person's click makes an Issue of it. */
export interface Finding {
  /** Stable on one page: check and place. */
  id: string
  /** Check id, `room/name`: `freshness/column-overdue`, `links/dead`, `wording/<rule>`. */
  check: string
  /** Indicator id of `assets/indicators.json`, or null where none covers it. */
  indicator: string | null
  severity: Severity
  /** Why, in one sentence. */
  says: Phrase
  /** A reservation, or what confirms it; stands behind the sentence. */
  more?: Phrase
  /** 依据: the rule it rests on. */
  basis: Phrase
  /** What to do or write instead. */
  suggestion: Phrase | null
  /** The words or address that show it, as on the page. */
  evidence: string
  anchor: Anchor | null
  confidence: Confidence
}

/** What the toolbar shows of findings. */
export function countsOf(findings: readonly Finding[]): { serious: number; others: number } {
  const serious = findings.filter(({ severity }) => severity === 'serious').length
  return { serious, others: findings.length - serious }
}
