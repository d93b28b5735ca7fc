import { t } from '../../utils/locale.ts'
import type { Finding } from '../../utils/types/finding.ts'
import { count } from './format.ts'

export interface BrokenIndexProps {
  findings: readonly Finding[]
}

/** What inspectors count: links of this page that do not work, as the home page's (W-D08) or another page's (W-D09). Nothing where there are none. */
export function BrokenIndex(props: BrokenIndexProps) {
  const of = (indicator: string) => props.findings.filter((one) => one.indicator === indicator).length
  const [home, other] = [of('W-D08'), of('W-D09')]
  if (home + other === 0) return null
  return <p class="broken-index">{t(home > 0 ? 'common.links.brokenHome' : 'common.links.brokenOther', { count: count(home || other) })}</p>
}
