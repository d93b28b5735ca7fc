import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ColumnSetting, Grouping, ListColumn, ListSort } from '../../../utils/types/issue-list.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { columnsToDraw, leastWidth, templateOf } from './column-widths.ts'
import type { IndicatorName } from './facet-names.ts'
import { chosenAfterKey } from './grid-keys.ts'
import { GridHead } from './GridHead.tsx'
import { GroupLine } from './GroupLine.tsx'
import { IssueRow, type RowClick } from './IssueRow.tsx'
import type { IssueRows } from '../../../utils/types/issue-list.ts'
import { scrollToRow, visibleRange } from './rows.ts'
import { everything, extendedTo, movedTo, toggled, type Chosen } from './selection.ts'

export interface IssueGridProps {
  rows: IssueRows
  columns: readonly ColumnSetting[]
  sort: ListSort
  group: Grouping | null
  chosen: Chosen
  today: Day
  /** The working day after today: what is due by then is near. */
  nextWorkday?: Day | undefined
  indicatorName: IndicatorName
  onChosen: (chosen: Chosen) => void
  onSort: (sort: ListSort) => void
  onColumns: (columns: readonly ColumnSetting[]) => void
  onToggleGroup: (key: string) => void
  onOpen: (id: string) => void
  /** E, S and Delete, with what they act on: the ticked issues, else the one under the keys. */
  onKey: (act: 'edit' | 'status' | 'delete', id: string | null) => void
}

/** CSS pixels; `.row` of issuelist.css has the same height. Fixed, so that 50,000 rows need no measuring. */
const ROW_HEIGHT = 52
const HEAD_HEIGHT = 32
/** Used until the real size is known. */
const SOME = { width: 1200, height: 800 }
const ACTS: Record<string, 'edit' | 'status' | 'delete'> = { e: 'edit', E: 'edit', s: 'status', S: 'status', Delete: 'delete' }

/** The rows, of which only those in view are drawn. The grid has the focus and points to the row under the keys, so that rows may come and go. */
export function IssueGrid(props: IssueGridProps) {
  const { rows, chosen, group } = props
  const grid = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const [size, setSize] = useState(SOME)
  const [drawn, setDrawn] = useState<{ column: ListColumn; width: number } | null>(null)
  const current = useMemo(() => (chosen.current === null ? -1 : rows.lineOf(chosen.current)), [rows, chosen.current])
  const { first, end } = visibleRange(scrollTop, size.height, ROW_HEIGHT, rows.total)
  const settings = drawn ? withWidth(props.columns, drawn.column, drawn.width) : props.columns
  const columns = columnsToDraw(settings, size.width)

  useLayoutEffect(() => {
    const box = grid.current
    if (!box) return
    const measure = () => setSize({ width: box.clientWidth || SOME.width, height: (box.clientHeight || SOME.height + HEAD_HEIGHT) - HEAD_HEIGHT })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (grid.current && current >= 0) grid.current.scrollTop = scrollToRow(current, grid.current.scrollTop, size.height, ROW_HEIGHT)
  }, [current, size.height])
  useLayoutEffect(() => {
    // the keys work at once, but what is being typed into the filters is not interrupted when rows come back
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const next = chosenAfterKey(event, rows, chosen, Math.max(1, Math.floor(size.height / ROW_HEIGHT) - 1))
    const head = current < 0 ? null : rows.groupAt(current)
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const act = plain ? ACTS[event.key] : undefined
    if (next) props.onChosen(next)
    else if (plain && head && (event.key === 'Enter' || event.key === (head.collapsed ? 'ArrowRight' : 'ArrowLeft'))) props.onToggleGroup(head.key)
    else if (plain && event.key === 'Enter' && current >= 0) props.onOpen(chosen.current!)
    else if (act && (chosen.ids.size > 0 || (current >= 0 && !head))) props.onKey(act, chosen.ids.size > 0 ? null : chosen.current)
    else return
    event.preventDefault()
  }
  const onClick = (line: number, click: RowClick) => {
    if (click === 'range') props.onChosen(extendedTo(rows, chosen, line))
    else if (click === 'toggle') props.onChosen(toggled(rows, chosen, line))
    else {
      props.onChosen(movedTo(chosen, rows.keyAt(line)))
      props.onOpen(rows.keyAt(line)!)
    }
  }
  const onWidth = (column: ListColumn, width: number, done: boolean) => {
    setDrawn(done ? null : { column, width })
    if (done) props.onColumns(withWidth(props.columns, column, width))
  }
  const row = (line: number) => {
    const head = group === null ? null : rows.groupAt(line)
    const place = { index: line, top: line * ROW_HEIGHT, current: line === current, indicatorName: props.indicatorName }
    const key = rows.keyAt(line) ?? String(line)
    if (head) return <GroupLine key={key} {...place} group={head} by={group!} span={columns.length + 1} onToggle={props.onToggleGroup} />
    return <IssueRow key={key} {...place} issue={rows.issueAt(line)} columns={columns} ticked={chosen.ids.has(key)} grouped={group !== null} today={props.today} nextWorkday={props.nextWorkday} onClick={onClick} />
  }
  return (
    <div
      class="grid"
      role={group === null ? 'grid' : 'treegrid'}
      aria-label={t('ledger.list.name')}
      aria-rowcount={rows.total + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable={true}
      aria-activedescendant={current >= first && current < end ? `issue-${chosen.current}` : undefined}
      tabIndex={0}
      ref={grid}
      style={{ '--columns': templateOf(columns), '--least': `${leastWidth(columns)}px` }}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <GridHead
        columns={columns}
        sort={props.sort}
        ticked={chosen.ids.size === 0 ? 'none' : chosen.ids.size >= rows.issues ? 'all' : 'some'}
        onSort={props.onSort}
        onTickAll={() => props.onChosen(chosen.ids.size >= rows.issues ? { ...chosen, ids: new Set() } : everything(rows, chosen))}
        onWidth={onWidth}
      />
      <div role="rowgroup" class="grid-body" style={{ height: `${rows.total * ROW_HEIGHT}px` }}>
        {Array.from({ length: end - first }, (_, step) => row(first + step))}
      </div>
    </div>
  )
}

function withWidth(columns: readonly ColumnSetting[], column: ListColumn, width: number): ColumnSetting[] {
  return columns.map((one) => (one.column === column ? { ...one, width } : one))
}
