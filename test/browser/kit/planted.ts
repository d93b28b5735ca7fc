import type { Finding } from '../../../utils/types/finding.ts'
import type { Fault } from '../../sites/manifest.ts'

/** A finding of the planted check at the planted place. */
export function matches(fault: Fault, finding: Finding): boolean {
  if (!finding.check.startsWith(fault.check)) return false
  if (fault.raw !== undefined) return [fault.raw, fault.href].some((address) => address !== undefined && finding.evidence.includes(address))
  if (fault.quote === undefined) return true
  // Personal data is shown masked.
  if (finding.evidence.includes('*')) return new RegExp(`^${finding.evidence.replaceAll('*', '.')}$`).test(fault.quote)
  return finding.evidence.includes(fault.quote) || fault.quote.includes(finding.evidence)
}
