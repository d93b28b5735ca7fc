import { t } from '../../utils/locale.ts'
import type { Severity } from '../../utils/types/finding.ts'
import { count } from './format.ts'

export interface SeverityTagProps {
  severity: Severity
  /** Shown after the name, where the tag stands for several findings. */
  count?: number
}

/** Severity as colour and words; never colour alone. */
export function SeverityTag(props: SeverityTagProps) {
  return (
    <span class={`tag severity-${props.severity}`}>
      <span class="tag-mark" aria-hidden="true" />
      {t(`common.severity.${props.severity}`)}
      {props.count !== undefined && <b>{count(props.count)}</b>}
    </span>
  )
}
