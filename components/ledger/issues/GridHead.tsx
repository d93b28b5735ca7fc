import { t } from '../../../utils/locale.ts'
import type { ColumnSetting, ListColumn, ListSort } from '../../../utils/types/issue-list.ts'
import { LEAST_WIDTH, MOST_WIDTH } from './column-widths.ts'

export interface GridHeadProps {
  columns: readonly ColumnSetting[]
  sort: ListSort
  /** All issues shown are ticked, or some, or none. */
  ticked: 'all' | 'some' | 'none'
  onSort: (sort: ListSort) => void
  onTickAll: () => void
  /** While a head's edge is drawn, and, `done`, when it was let go. */
  onWidth: (column: ListColumn, width: number, done: boolean) => void
}

/** Names of the columns: a click sorts, another turns round, the edge sets the width. By keyboard: 排序 and 列 above the list. */
export function GridHead(props: GridHeadProps) {
  const { columns, sort, ticked } = props
  return (
    <div role="rowgroup" class="grid-head">
      <div role="row" class="row" aria-rowindex={1}>
        <span role="columnheader" class="cell cell-tick" aria-label={t('issuelist.column.tick')} aria-colindex={1}>
          <span class={`tick tick-${ticked}`} title={t('issuelist.tickAll')} onClick={props.onTickAll} />
        </span>
        {columns.map(({ column }, at) => {
          const by = sort.by === column
          return (
            <span
              key={column}
              role="columnheader"
              class="cell head-cell"
              aria-colindex={at + 2}
              aria-sort={by ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              title={t('issuelist.sortBy', { name: t(`issuelist.column.${column}`) })}
              onClick={() => props.onSort({ by: column, descending: by ? !sort.descending : column === 'number' || column === 'found' || column === 'updated' })}
            >
              <span class="head-name">{t(`issuelist.column.${column}`)}</span>
              {by && <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>}
              <span class="head-edge" aria-hidden="true" onClick={(event) => event.stopPropagation()} onPointerDown={(event) => drag(event, column, props.onWidth)} />
            </span>
          )
        })}
      </div>
    </div>
  )
}

function drag(down: PointerEvent & { currentTarget: HTMLElement }, column: ListColumn, onWidth: GridHeadProps['onWidth']): void {
  const edge = down.currentTarget
  const start = edge.parentElement!.getBoundingClientRect().width
  const widthAt = (event: PointerEvent) => Math.round(Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, start + event.clientX - down.clientX)))
  const move = (event: PointerEvent) => onWidth(column, widthAt(event), false)
  const up = (event: PointerEvent) => {
    edge.removeEventListener('pointermove', move)
    edge.removeEventListener('pointerup', up)
    onWidth(column, widthAt(event), true)
  }
  down.preventDefault()
  edge.setPointerCapture(down.pointerId)
  edge.addEventListener('pointermove', move)
  edge.addEventListener('pointerup', up)
}
