import { SEVERITIES, type Finding } from '../../utils/types/finding.ts'
import { SeverityTag } from './SeverityTag.tsx'

export interface SeverityCountsProps {
  findings: readonly Pick<Finding, 'severity'>[]
}

/** How many findings of each severity, the worst first; severities without any are left out. */
export function SeverityCounts(props: SeverityCountsProps) {
  return (
    <span class="severity-counts">
      {SEVERITIES.map((severity) => {
        const found = props.findings.filter((finding) => finding.severity === severity).length
        return found > 0 && <SeverityTag key={severity} severity={severity} count={found} />
      })}
    </span>
  )
}
