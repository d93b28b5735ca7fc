import { t } from '../../../utils/locale.ts'
import type { ColumnSetting, ListedIssue } from '../../../utils/types/issue-list.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { IndicatorName } from './facet-names.ts'
import { fullTextOf, IssueCell } from './IssueCell.tsx'

/** What a click on a line means: with Shift a range, with Ctrl or on the tick one more, else open. */
export type RowClick = 'range' | 'toggle' | 'open'

export interface IssueRowProps {
  /** Null for one that was removed a moment ago. */
  issue: ListedIssue | null
  index: number
  /** CSS pixels from the top of the rows. */
  top: number
  columns: readonly ColumnSetting[]
  /** The line that the keys act on. */
  current: boolean
  ticked: boolean
  /** Level under heads of groups. */
  grouped: boolean
  today: Day
  nextWorkday?: Day | undefined
  indicatorName: IndicatorName
  onClick: (index: number, click: RowClick) => void
}

/** One issue on one line of the list. */
export function IssueRow(props: IssueRowProps) {
  const { issue, index, top, columns, current, ticked } = props
  // header is row 1
  const place = { 'aria-rowindex': index + 2, style: { top: `${top}px` }, ...(props.grouped ? { 'aria-level': 2 } : {}) }
  if (!issue) return <div role="row" class="row" {...place}><span role="gridcell" class="cell" aria-colindex={1}>…</span></div>
  const onClick = (event: MouseEvent) => {
    const onTick = event.target instanceof Element && event.target.closest('.cell-tick') !== null
    props.onClick(index, event.shiftKey ? 'range' : onTick || event.ctrlKey || event.metaKey ? 'toggle' : 'open')
  }
  return (
    <div
      role="row"
      id={`issue-${issue.id}`}
      class={`row row-issue ${current ? 'row-current' : ''}`}
      aria-selected={ticked}
      {...place}
      onMouseDown={(event) => {
        // a range is no selection of text
        if (event.shiftKey) event.preventDefault()
      }}
      onClick={onClick}
    >
      <span role="gridcell" class="cell cell-tick" aria-colindex={1} title={t('issuelist.tick')}><span class={`tick tick-${ticked ? 'all' : 'none'}`} /></span>
      {columns.map(({ column }, at) => (
        <span key={column} role="gridcell" class={`cell cell-${column}`} aria-colindex={at + 2} title={fullTextOf(column, issue)}>
          <IssueCell column={column} issue={issue} today={props.today} nextWorkday={props.nextWorkday} indicatorName={props.indicatorName} />
        </span>
      ))}
    </div>
  )
}
