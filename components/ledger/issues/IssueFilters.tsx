import type { RefObject } from 'preact'
import { t } from '../../../utils/locale.ts'
import { STATUSES, type Status } from '../../../utils/types/issue.ts'
import { count } from '../../shared/format.ts'
import { kindName } from '../../shared/kinds.ts'
import { isNoFilter, NO_FILTER, NO_UNIT, type IssueFilter, type LedgerCounts } from './filter.ts'

export interface IssueFiltersProps {
  filter: IssueFilter
  counts: LedgerCounts
  search: RefObject<HTMLInputElement | null>
  onFilter: (filter: IssueFilter) => void
  onHelp: () => void
}

/** Week, unit, type, words and status, each choice with how many issues it would show. */
export function IssueFilters(props: IssueFiltersProps) {
  const { filter, counts } = props
  const set = (change: Partial<IssueFilter>) => props.onFilter({ ...filter, ...change })
  return (
    <div class="filters" role="search">
      <div class="filters-line">
        <Choice
          label={t('ledger.filter.week')}
          all={t('ledger.filter.allWeeks')}
          value={filter.week}
          choices={counts.weeks.map((one) => ({ value: one.week, name: weekName(one), count: one.count }))}
          onChange={(week) => set({ week })}
        />
        <Choice
          label={t('ledger.filter.unit')}
          all={t('ledger.filter.allUnits')}
          value={filter.unitId}
          choices={counts.units.map((one) => ({
            value: one.unitId,
            name: one.unitId === NO_UNIT ? t('common.unitUnknown') : one.name,
            count: one.count,
          }))}
          onChange={(unitId) => set({ unitId })}
        />
        <Choice
          label={t('ledger.filter.kind')}
          all={t('ledger.filter.allKinds')}
          value={filter.kind}
          choices={counts.kinds.map((one) => ({ value: one.kind, name: kindName(one.kind), count: one.count }))}
          onChange={(kind) => set({ kind })}
        />
        <input
          class="field filters-text"
          type="search"
          ref={props.search}
          aria-label={t('ledger.filter.text')}
          aria-keyshortcuts="/"
          placeholder={t('ledger.filter.text')}
          value={filter.text}
          onInput={(event) => set({ text: event.currentTarget.value })}
        />
      </div>
      <div class="filters-line">
        <div class="filters-status" role="group" aria-label={t('ledger.filter.status')}>
          <StatusChoice label={t('ledger.filter.allStatuses')} on={filter.status === null} onChoose={() => set({ status: null })} />
          {[...STATUSES, 'overdue' as const].map((status) => (
            <StatusChoice
              key={status}
              label={t(`common.status.${status}`)}
              count={counts.statuses[status] ?? 0}
              on={filter.status === status}
              onChoose={() => set({ status: filter.status === status ? null : (status as Status | 'overdue') })}
            />
          ))}
        </div>
        <span class="filters-count" role="status">{t('ledger.filter.showing', { matching: count(counts.matching), total: count(counts.total) })}</span>
        {!isNoFilter(filter) && (
          <button type="button" class="button button-small button-plain" onClick={() => props.onFilter(NO_FILTER)}>{t('ledger.filter.clear')}</button>
        )}
        <button type="button" class="button button-small button-plain" aria-keyshortcuts="?" onClick={props.onHelp}>{t('ledger.keys.title')}</button>
      </div>
    </div>
  )
}

/** 第 47 周（11-16 至 11-22）. */
export function weekName(one: { week: string; from: string; to: string }): string {
  const [year = '', number = ''] = one.week.split('-W')
  return t('ledger.week', { year, number: Number(number), from: one.from.slice(5), to: one.to.slice(5) })
}

interface ChoiceProps {
  label: string
  all: string
  value: string | null
  choices: { value: string; name: string; count: number }[]
  onChange: (value: string | null) => void
}

/** Values are given by place, because '' (no unit) and null (all) must not be mixed up. */
function Choice(props: ChoiceProps) {
  const { choices, value } = props
  const chosen = choices.findIndex((one) => one.value === value)
  return (
    <select
      class="field filters-choice"
      aria-label={props.label}
      value={String(chosen)}
      onChange={(event) => props.onChange(choices[Number(event.currentTarget.value)]?.value ?? null)}
    >
      <option value="-1">{props.all}</option>
      {choices.map((one, index) => <option key={one.value} value={String(index)}>{t('ledger.filter.choice', { name: one.name, count: count(one.count) })}</option>)}
    </select>
  )
}

function StatusChoice(props: { label: string; count?: number; on: boolean; onChoose: () => void }) {
  return (
    <button type="button" class="filter-status" aria-pressed={props.on} onClick={props.onChoose}>
      {props.label}
      {props.count !== undefined && <span class="filter-count">{count(props.count)}</span>}
    </button>
  )
}
