import type { RefObject } from 'preact'
import { t } from '../../../utils/locale.ts'
import { FACETS, isNoFilter, NO_FILTER, withChoice, type Facet, type IssueFilter, type LedgerCounts } from '../../../utils/types/filter.ts'
import { count } from '../../shared/format.ts'
import { choiceName, type IndicatorName } from './facet-names.ts'
import { FacetPicker } from './FacetPicker.tsx'

export interface IssueFiltersProps {
  filter: IssueFilter
  /** Null until all issues were counted: words can be looked for before. */
  counts: LedgerCounts | null
  search: RefObject<HTMLInputElement | null>
  indicatorName: IndicatorName
  onFilter: (filter: IssueFilter) => void
}

/** Facets whose few choices stand in the open; the others open from a button. */
const OPEN: readonly Facet[] = ['status', 'due']
const PICKED = FACETS.filter((facet) => !OPEN.includes(facet))
/** `later` and `none` are no work of today. */
const DUE_SHOWN = ['overdue', 'soon', 'week']

/** Words, facets and their counts: what each choice would show, the others kept. */
export function IssueFilters(props: IssueFiltersProps) {
  const { filter, counts, indicatorName } = props
  const toggle = (facet: Facet, value: string) => {
    const chosen = filter[facet] ?? []
    props.onFilter(withChoice(filter, facet, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]))
  }
  return (
    <div class="filters" role="search">
      <div class="filters-line">
        <input
          class="field filters-text"
          type="search"
          ref={props.search}
          aria-label={t('issuelist.text')}
          aria-keyshortcuts="/"
          placeholder={t('issuelist.text')}
          value={filter.text}
          onInput={(event) => props.onFilter({ ...filter, text: event.currentTarget.value })}
        />
        {counts && PICKED.map((facet) => (
          <FacetPicker
            key={facet}
            facet={facet}
            choices={counts.facets[facet]}
            chosen={filter[facet] ?? []}
            indicatorName={indicatorName}
            onChoose={(values) => props.onFilter(withChoice(filter, facet, values))}
          />
        ))}
        {!isNoFilter(filter) && (
          <button type="button" class="button button-small button-plain" onClick={() => props.onFilter(NO_FILTER)}>{t('ledger.filter.clear')}</button>
        )}
      </div>
      {counts && (
        <div class="filters-line">
          {OPEN.map((facet) => (
            <div key={facet} class="filters-status" role="group" aria-label={t(`issuelist.facet.${facet}`)}>
              {counts.facets[facet].filter(({ value }) => facet !== 'due' || DUE_SHOWN.includes(value)).map((choice) => (
                <button key={choice.value} type="button" class="filter-status" aria-pressed={filter[facet]?.includes(choice.value) ?? false} onClick={() => toggle(facet, choice.value)}>
                  {choiceName(facet, choice, indicatorName)}
                  <span class="filter-count">{count(choice.count)}</span>
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
