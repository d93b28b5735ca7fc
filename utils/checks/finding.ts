import type { Anchor } from '../types/anchor.ts'
import type { Finding, Severity } from '../types/finding.ts'
import type { Phrase } from '../types/phrase.ts'

/** What a check says, before ids and keys are filled in. */
export interface Draft {
  check: string
  /** What tells this finding from others of the same check on the page; empty where there is at most one. */
  place?: string
  indicator: string | null
  severity: Severity
  params?: NonNullable<Phrase['params']>
  evidence: string
  anchor?: Anchor | null
  confidence: number
  /** Last part of the key of the sentence, where a check has several; `says` else. */
  variant?: string
}

/** A finding from its draft. Its sentences are `checks.<name>.says`, `.basis` and `.suggest`, `footer/missing` being `footer-missing`. */
export function finding(draft: Draft): Finding {
  const name = draft.check.replace(/^footer\//, 'footer-').replace(/^.*\//, '')
  return {
    id: draft.place ? `${draft.check}:${slug(draft.place)}` : draft.check,
    check: draft.check,
    indicator: draft.indicator,
    severity: draft.severity,
    says: { key: `checks.${name}.${draft.variant ?? 'says'}`, ...(draft.params ? { params: draft.params } : {}) },
    basis: { key: `checks.${name}.basis` },
    suggestion: { key: `checks.${name}.suggest` },
    evidence: draft.evidence,
    anchor: draft.anchor ?? null,
    confidence: draft.confidence,
  }
}

/** Short and stable: the first letters of the place and a hash of all of it. */
function slug(place: string): string {
  return `${place.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 12)}-${hashOf(place)}`
}

/** FNV-1a, 32 bit, in base 36: tells texts apart without keeping them. */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
