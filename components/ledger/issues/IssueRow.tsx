import { t } from '../../../utils/locale.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { dayOf } from '../../shared/format.ts'
import { kindName, kindOf } from '../../shared/kinds.ts'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { StatusTag } from '../../shared/StatusTag.tsx'
import { DueLabel } from './DueLabel.tsx'

export interface IssueRowProps {
  /** Null while it is being loaded. */
  issue: Issue | null
  index: number
  /** CSS pixels from the top of the rows. */
  top: number
  selected: boolean
  today: Day
  onOpen: (id: string) => void
}

/** One issue on one line of the list. */
export function IssueRow(props: IssueRowProps) {
  const { issue, index, top, selected } = props
  const style = { top: `${top}px` }
  // header is row 1
  if (!issue) {
    return (
      <div role="row" class="row" aria-rowindex={index + 2} style={style}>
        <span role="gridcell" class="cell">…</span>
      </div>
    )
  }
  return (
    <div
      role="row"
      id={`issue-${issue.id}`}
      class="row row-issue"
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={style}
      onClick={() => props.onOpen(issue.id)}
    >
      <span role="gridcell" class="cell cell-number">{t('common.number', { number: issue.number })}</span>
      <span role="gridcell" class="cell cell-severity"><SeverityTag severity={issue.severity} /></span>
      <span role="gridcell" class="cell cell-kind" title={kindName(kindOf(issue.check))}>{kindName(kindOf(issue.check))}</span>
      <span role="gridcell" class="cell cell-description" title={issue.description}>
        <span class="cell-first">{issue.description}</span>
        {issue.quote && <span class="cell-second">{t('ledger.list.quote', { quote: issue.quote })}</span>}
      </span>
      <span role="gridcell" class="cell cell-unit" title={issue.unitName}>{issue.unitName || t('common.unitUnknown')}</span>
      <span role="gridcell" class="cell cell-page" title={issue.pageTitle}>
        <span class="cell-first">{issue.pageTitle}</span>
        <span class="cell-second">{issue.host}</span>
      </span>
      <span role="gridcell" class="cell cell-found">{dayOf(issue.foundAt)}</span>
      <span role="gridcell" class="cell cell-deadline"><DueLabel issue={issue} today={props.today} /></span>
      <span role="gridcell" class="cell cell-status"><StatusTag status={issue.status} /></span>
    </div>
  )
}
