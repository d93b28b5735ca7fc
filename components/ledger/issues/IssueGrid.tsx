import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { IssueRow } from './IssueRow.tsx'
import { scrollToRow, visibleRange, type IssueRows } from './rows.ts'

export interface IssueGridProps {
  rows: IssueRows
  today: Day
  selectedId: string | null
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onEdit: (id: string) => void
  onStatus: (id: string) => void
  onVisible?: (first: number, end: number) => void
}

/** CSS pixels; `.row` of ledger.css has the same height. Fixed, so that 50,000 rows need no measuring. */
export const ROW_HEIGHT = 52
const HEAD_HEIGHT = 32
/** Used until the real height is known. */
const SOME_HEIGHT = 800

const COLUMNS = ['number', 'severity', 'kind', 'description', 'unit', 'page', 'found', 'deadline', 'status'] as const

/** The rows, of which only those in view are drawn. The grid has the focus and points to the chosen row, so that rows may come and go. */
export function IssueGrid(props: IssueGridProps) {
  const { rows, selectedId } = props
  const grid = useRef<HTMLDivElement>(null)
  const [scrollTop, setScrollTop] = useState(0)
  const [height, setHeight] = useState(SOME_HEIGHT)
  const selected = useMemo(() => (selectedId === null ? -1 : rows.indexOf(selectedId)), [rows, selectedId])
  const { first, end } = visibleRange(scrollTop, height, ROW_HEIGHT, rows.total)

  useLayoutEffect(() => {
    const box = grid.current
    if (!box) return
    const measure = () => setHeight((box.clientHeight || SOME_HEIGHT + HEAD_HEIGHT) - HEAD_HEIGHT)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (grid.current && selected >= 0) grid.current.scrollTop = scrollToRow(selected, grid.current.scrollTop, height, ROW_HEIGHT)
  }, [selected, height])
  useEffect(() => props.onVisible?.(first, end), [first, end, rows])
  useEffect(() => {
    // the keys work at once, but what is being typed into the filters is not interrupted when rows come back
    if (document.activeElement === document.body) grid.current?.focus({ preventScroll: true })
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const goal = rowAfterKey(event.key, selected, rows.total, Math.max(1, Math.floor(height / ROW_HEIGHT) - 1))
    const act = actionOfKey(props, event.key)
    if (goal !== null) {
      const issue = rows.at(goal)
      if (issue) props.onSelect(issue.id)
    } else if (act && selectedId !== null && selected >= 0) act(selectedId)
    else return
    event.preventDefault()
  }
  return (
    <div
      class="grid"
      role="grid"
      aria-label={t('ledger.list.name')}
      aria-rowcount={rows.total + 1}
      aria-colcount={COLUMNS.length}
      aria-activedescendant={selected >= first && selected < end ? `issue-${selectedId}` : undefined}
      tabIndex={0}
      ref={grid}
      onKeyDown={onKeyDown}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
    >
      <div role="rowgroup" class="grid-head">
        <div role="row" class="row" aria-rowindex={1}>
          {COLUMNS.map((column) => <span key={column} role="columnheader" class={`cell cell-${column}`}>{t(`ledger.column.${column}`)}</span>)}
        </div>
      </div>
      <div role="rowgroup" class="grid-body" style={{ height: `${rows.total * ROW_HEIGHT}px` }}>
        {Array.from({ length: end - first }, (_, step) => first + step).map((index) => {
          const issue = rows.at(index)
          return (
            <IssueRow
              key={issue?.id ?? index}
              issue={issue ?? null}
              index={index}
              top={index * ROW_HEIGHT}
              selected={index === selected}
              today={props.today}
              onOpen={(id) => {
                props.onSelect(id)
                props.onOpen(id)
              }}
            />
          )
        })}
      </div>
    </div>
  )
}

/** The row that a key leads to, or null where the key leads nowhere. */
export function rowAfterKey(key: string, selected: number, total: number, page: number): number | null {
  if (total === 0) return null
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total }
  const step = steps[key]
  if (step === undefined) return null
  if (selected < 0) return key === 'End' ? total - 1 : 0
  return Math.max(0, Math.min(total - 1, selected + step))
}

function actionOfKey(props: IssueGridProps, key: string): ((id: string) => void) | null {
  if (key === 'Enter') return props.onOpen
  if (key === 'e' || key === 'E') return props.onEdit
  if (key === 's' || key === 'S') return props.onStatus
  return null
}
