import { useState } from 'preact/hooks'
import { IssueList, type IssueListProps } from '../../../../components/ledger/issues/IssueList.tsx'
import { rowsOf } from '../../../../components/ledger/issues/rows.ts'
import { NOTHING_CHOSEN, type Chosen } from '../../../../components/ledger/issues/selection.ts'
import { FACETS, type Facet, type FacetChoice, type LedgerCounts } from '../../../../utils/types/filter.ts'
import { DEFAULT_COLUMNS, WHOLE_LEDGER, type ListedIssue } from '../../../../utils/types/issue-list.ts'
import { render, screen, vi } from '../../kit.tsx'
import { issue, TODAY, UNITS } from '../../samples.ts'

/** Counts of a ledger; a test names only the facets that it is about. */
export function counts(total: number, facets: Partial<Record<Facet, FacetChoice[]>> = {}): LedgerCounts {
  const none = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as LedgerCounts['facets']
  return { total, matching: total, facets: { ...none, status: [{ value: 'open', name: 'open', count: 3 }], due: [{ value: 'overdue', name: 'overdue', count: 1 }, { value: 'later', name: 'later', count: 2 }], ...facets } }
}

export const listedIssue = (n: number, change: Parameters<typeof issue>[1] = {}): ListedIssue => ({ ...issue(n, change), recheck: '', duplicate: false })

/** A list of so many issues; what it tells is noted. */
export function open(total: number, change: Partial<IssueListProps> = {}) {
  const told = {
    onView: vi.fn(), onOpen: vi.fn(), onEdit: vi.fn(), onStatus: vi.fn(), onSaveView: vi.fn(), onRenameView: vi.fn(), onRemoveView: vi.fn(), onColumns: vi.fn(), onRetry: vi.fn(),
    onToggleGroup: vi.fn(),
  }
  const bulk = { onStatus: vi.fn(), onFields: vi.fn(), onMerge: vi.fn(), onDelete: vi.fn() }
  const seen: { chosen: Chosen } = { chosen: NOTHING_CHOSEN }
  const rows = rowsOf(Array.from({ length: total }, (_, at) => listedIssue(at + 1)))
  function List(more: Partial<IssueListProps>) {
    const [chosen, onChosen] = useState<Chosen>(NOTHING_CHOSEN)
    seen.chosen = chosen
    return (
      <IssueList
        rows={rows} view={WHOLE_LEDGER} counts={counts(total)} views={[]} chosenView={null} columns={DEFAULT_COLUMNS} chosen={chosen} today={TODAY} indicatorName={() => null}
        onChosen={onChosen} {...told} {...change} {...more}
        bulk={{ statuses: [{ status: 'fixed', may: 2, not: { numbers: [3], count: 1 } }], units: UNITS, busy: false, ...bulk, ...change.bulk }}
      />
    )
  }
  const drawn = render(<List />)
  return { ...drawn, told, bulk, seen, again: (more: Partial<IssueListProps>) => drawn.rerender(<List {...more} />), grid: () => screen.queryByRole('grid') ?? screen.getByRole('treegrid') }
}
