import { useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { NO_FILTER, type IssueFilter, type LedgerCounts } from './filter.ts'
import { IssueFilters } from './IssueFilters.tsx'
import { IssueGrid } from './IssueGrid.tsx'
import { KeyHelp } from './KeyHelp.tsx'
import type { IssueRows } from './rows.ts'

export interface IssueListProps {
  /** Issues that pass the filter, in the order shown. */
  rows: IssueRows
  filter: IssueFilter
  counts: LedgerCounts
  today: Day
  selectedId: string | null
  /** True until the first answer of the database. */
  loading?: boolean
  onFilter: (filter: IssueFilter) => void
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  /** E: open in the edit form. */
  onEdit: (id: string) => void
  /** S: open at the status buttons. */
  onStatus: (id: string) => void
  /** Rows in view changed (end exclusive): load them. */
  onVisible?: (first: number, end: number) => void
}

/** 问题: filters with counts, and the rows. Keys: ↑↓ Enter E S in the rows, / and ? anywhere in the view. */
export function IssueList(props: IssueListProps) {
  const { rows, counts, filter } = props
  const [help, setHelp] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (event.key === '?') setHelp(true)
    else if (event.key === '/') search.current?.focus()
    else return
    event.preventDefault()
  }
  return (
    <section class="issues" aria-label={t('ledger.tab.issues')} tabIndex={-1} onKeyDown={onKeyDown}>
      {(counts.total > 0 || props.loading) && (
        <IssueFilters filter={filter} counts={counts} search={search} onFilter={props.onFilter} onHelp={() => setHelp(true)} />
      )}
      {props.loading ? (
        <p class="empty" role="status">{t('ledger.list.loading')}</p>
      ) : counts.total === 0 ? (
        <EmptyState title={t('ledger.list.empty.title')} says={t('ledger.list.empty.says')} />
      ) : rows.total === 0 ? (
        <EmptyState title={t('ledger.list.noMatch.title')} says={t('ledger.list.noMatch.says')}>
          <button type="button" class="button button-main" onClick={() => props.onFilter(NO_FILTER)}>{t('ledger.filter.clear')}</button>
        </EmptyState>
      ) : (
        <IssueGrid
          rows={rows}
          today={props.today}
          selectedId={props.selectedId}
          onSelect={props.onSelect}
          onOpen={props.onOpen}
          onEdit={props.onEdit}
          onStatus={props.onStatus}
          onVisible={props.onVisible}
        />
      )}
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </section>
  )
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)
}
