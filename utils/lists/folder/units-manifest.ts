import type { Day } from '../../types/reading.ts'
import type { UnitShare } from '../units.ts'

export const MANIFEST = 'manifest.json'

/** `manifest.json`: what the ZIP holds, so that a copy can be proved whole and a second import recognised. */
export interface UnitsManifest {
  format: 1
  period: string
  /** `updatedAt` of the issue changed last. */
  newestChange: string
  counts: { units: number; issues: number; shots: number; missingShots: number }
  units: { name: string; folder: string; issues: number; shots: number }[]
  /** `original`: hash of the stored screenshot that the file was made from; `day`: that the document carries. */
  files: { path: string; size: number; sha256: string; original?: string; day?: Day }[]
  missing: { unit: string; issue: number; issueId: string; name: string; hash: string; reason: 'missing' | 'damaged' }[]
}

/** The manifest before the first file: counts of what is about to be written. */
export function emptyManifest(period: string, shares: UnitShare[]): UnitsManifest {
  const issues = shares.flatMap((share) => share.issues)
  const newest = issues.reduce((a, b) => (Date.parse(b.updatedAt) > Date.parse(a.updatedAt) ? b : a)).updatedAt
  const units = shares.filter((share) => share.unitName).length
  return { format: 1, period, newestChange: newest, counts: { units, issues: issues.length, shots: 0, missingShots: 0 }, units: [], files: [], missing: [] }
}
