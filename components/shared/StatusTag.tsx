import { t } from '../../utils/locale.ts'
import type { Status } from '../../utils/types/issue.ts'

export interface StatusTagProps {
  status: Status
}

/** Where an issue stands in its life. */
export function StatusTag(props: StatusTagProps) {
  return <span class={`tag status-${props.status}`}>{t(`common.status.${props.status}`)}</span>
}
