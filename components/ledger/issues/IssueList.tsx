import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { isNoFilter, NO_FILTER, type IssueFilter, type LedgerCounts } from '../../../utils/types/filter.ts'
import type { ColumnSetting, ListView, SavedView } from '../../../utils/types/issue-list.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { Problem } from '../../shared/Problem.tsx'
import { BulkBar, type BulkBarProps, type BulkPanel } from './BulkBar.tsx'
import type { IndicatorName } from './facet-names.ts'
import { IssueFilters } from './IssueFilters.tsx'
import { IssueGrid } from './IssueGrid.tsx'
import { KeyHelp, LIST_KEYS } from './KeyHelp.tsx'
import { ListTools } from './ListTools.tsx'
import type { IssueRows } from '../../../utils/types/issue-list.ts'
import { everything, NOTHING_CHOSEN, type Chosen } from './selection.ts'
import { ViewBar, type ViewChoice } from './ViewBar.tsx'

export interface IssueListProps {
  /** Issues that pass the filter, in the order and under the heads of the view. */
  rows: IssueRows
  view: ListView
  /** Null until all issues were read once; the first screen may be there before. */
  counts: LedgerCounts | null
  views: readonly ViewChoice[]
  chosenView: string | null
  columns: readonly ColumnSetting[]
  chosen: Chosen
  today: Day
  /** The working day after today: what is due by then is near. */
  nextWorkday?: Day | undefined
  indicatorName: IndicatorName
  bulk: Pick<BulkBarProps, 'statuses' | 'units' | 'busy' | 'more' | 'onStatus' | 'onFields' | 'onMerge' | 'onDelete'>
  /** True until the first answer of the database. */
  loading?: boolean
  problem?: Phrase | null
  onRetry: () => void
  onView: (view: ListView) => void
  onSaveView: (name: string) => void
  onRenameView: (id: string, name: string) => void
  onRemoveView: (view: SavedView) => void
  onColumns: (columns: readonly ColumnSetting[]) => void
  onChosen: (chosen: Chosen) => void
  onToggleGroup: (key: string) => void
  onOpen: (id: string) => void
  /** E: open in the edit form. */
  onEdit: (id: string) => void
  /** S: open at the status buttons. */
  onStatus: (id: string) => void
}

/** 问题: views, filters with counts, what can be done with the ticked ones, and the rows. Keys: those of the rows, / and ? anywhere in the view. */
export function IssueList(props: IssueListProps) {
  const { rows, counts, view, chosen } = props
  const [help, setHelp] = useState(false)
  const [panel, setPanel] = useState<BulkPanel>(null)
  const search = useRef<HTMLInputElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '?') setHelp(true)
    else if (event.key === '/') search.current?.focus()
    else return
    event.preventDefault()
  }
  const onKey = (act: 'edit' | 'status' | 'delete', id: string | null) => {
    if (act === 'delete') {
      if (id !== null) props.onChosen({ ...chosen, ids: new Set([id]) })
      setPanel('delete')
    } else if (id === null) setPanel(act === 'edit' ? 'fields' : 'status')
    else if (act === 'edit') props.onEdit(id)
    else props.onStatus(id)
  }
  const onFilter = (filter: IssueFilter) => props.onView({ ...view, filter })
  useEffect(() => {
    // a panel is about the issues that were ticked when it was opened
    if (chosen.ids.size === 0) setPanel(null)
  }, [chosen.ids])
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    // whoever closed a panel by key goes on with the rows
    if (panel === null && document.activeElement === document.body) box.current?.querySelector<HTMLElement>('.grid')?.focus({ preventScroll: true })
  }, [panel, chosen.ids.size === 0])
  const stands = counts !== null && counts.total > 0
  // The first screen is there before all is counted: / and what is typed after it must not be lost meanwhile.
  const coming = counts === null && (rows.total > 0 || !isNoFilter(view.filter))
  const none = () => props.onChosen({ ...NOTHING_CHOSEN, current: chosen.current })
  if (props.problem) return <section class="issues"><Problem says={props.problem} onRetry={props.onRetry} /></section>
  return (
    <section class="issues" aria-label={t('ledger.tab.issues')} tabIndex={-1} ref={box} onKeyDown={onKeyDown}>
      {stands && <ViewBar views={props.views} chosen={props.chosenView} onChoose={props.onView} onSave={props.onSaveView} onRename={props.onRenameView} onRemove={props.onRemoveView} />}
      {(stands || coming) && <IssueFilters filter={view.filter} counts={counts} search={search} indicatorName={props.indicatorName} onFilter={onFilter} />}
      {stands && <ListTools view={view} matching={counts.matching} total={counts.total} columns={props.columns} onView={props.onView} onColumns={props.onColumns} onHelp={() => setHelp(true)} />}
      {!counts && <p class="issues-wait" role="status">{t('ledger.list.loading')}</p>}
      {chosen.ids.size > 0 && (
        <BulkBar
          {...props.bulk}
          chosen={chosen.ids.size}
          matching={rows.issues}
          panel={panel}
          onPanel={setPanel}
          onAll={() => props.onChosen(everything(rows, chosen))}
          onNone={none}
        />
      )}
      {props.loading ? null : counts?.total === 0 ? (
        <EmptyState title={t('ledger.list.empty.title')} says={t('ledger.list.empty.says')} />
      ) : counts && rows.total === 0 ? (
        <EmptyState title={t('ledger.list.noMatch.title')} says={t('ledger.list.noMatch.says')}>
          <button type="button" class="button button-main" onClick={() => onFilter(NO_FILTER)}>{t('ledger.filter.clear')}</button>
        </EmptyState>
      ) : (
        <IssueGrid
          rows={rows}
          columns={props.columns}
          sort={view.sort}
          group={view.group}
          chosen={chosen}
          today={props.today}
          nextWorkday={props.nextWorkday}
          indicatorName={props.indicatorName}
          onChosen={props.onChosen}
          onSort={(sort) => props.onView({ ...view, sort })}
          onColumns={props.onColumns}
          onToggleGroup={props.onToggleGroup}
          onOpen={props.onOpen}
          onKey={onKey}
        />
      )}
      {help && <KeyHelp keys={LIST_KEYS} onClose={() => setHelp(false)} />}
    </section>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)
}
