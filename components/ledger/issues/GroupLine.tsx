import { t } from '../../../utils/locale.ts'
import type { Grouping, GroupRow } from '../../../utils/types/issue-list.ts'
import { count } from '../../shared/format.ts'
import { choiceName, type IndicatorName } from './facet-names.ts'

export interface GroupLineProps {
  group: GroupRow
  by: Grouping
  index: number
  /** CSS pixels from the top of the rows. */
  top: number
  /** Columns that it spans. */
  span: number
  current: boolean
  indicatorName: IndicatorName
  onToggle: (key: string) => void
}

/** A head over the issues of one group: name, how many, how many of them late. A click folds it. */
export function GroupLine(props: GroupLineProps) {
  const { group, by, index } = props
  const name = by === 'twin' ? t('issuelist.twins', { number: group.name }) : choiceName(by, { value: group.key, name: group.name }, props.indicatorName)
  return (
    <div
      role="row"
      id={`issue-group:${group.key}`}
      class={`row row-group ${props.current ? 'row-current' : ''}`}
      aria-rowindex={index + 2}
      aria-level={1}
      aria-expanded={!group.collapsed}
      style={{ top: `${props.top}px` }}
      onClick={() => props.onToggle(group.key)}
    >
      <span role="gridcell" class="cell group-cell" aria-colindex={1} aria-colspan={props.span}>
        <span aria-hidden="true" class="group-mark">{group.collapsed ? '▸' : '▾'}</span>
        <b class="group-name" title={name}>{name}</b>
        <span>{t('issuelist.groupCount', { count: count(group.count) })}</span>
        {group.overdue > 0 && <span class="due-overdue">{t('issuelist.groupOverdue', { count: count(group.overdue) })}</span>}
      </span>
    </div>
  )
}
