import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { UnitLine, UnitTrend } from '../../../utils/types/unit.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'
import { rateWords } from './rate.ts'
import { Sparkline } from './Sparkline.tsx'

const UNIT_ORDERS = ['overdue', 'open', 'fixed', 'closed', 'rate', 'name'] as const

export type UnitOrder = (typeof UNIT_ORDERS)[number]

export interface UnitsViewProps {
  /** Those that are shown, in their order; null while they are counted. */
  lines: readonly UnitLine[] | null
  /** Why they could not be counted. */
  problem?: Phrase | null
  onRetry?: () => void
  /** All units, and those that the search leaves. */
  total: number
  matching: number
  /** Of the units that are shown; missing while they are counted. */
  trends: ReadonlyMap<string, UnitTrend>
  search: string
  order: UnitOrder
  onSearch: (text: string) => void
  onOrder: (order: UnitOrder) => void
  /** Shows more lines; left out where all are shown. */
  onMore?: () => void
  onOpen: (unitId: string) => void
  /** The issues of a unit in the list. */
  onIssues: (unitId: string) => void
  onRoster: () => void
}

/** 单位: who has what to do, and who keeps the deadlines. */
export function UnitsView(props: UnitsViewProps) {
  const { lines, trends } = props
  if (props.problem) return <Problem says={props.problem} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
  if (lines === null) return <p class="quiet issue-wait" role="status">{t('unit.counting')}</p>
  if (props.total === 0) {
    return (
      <EmptyState title={t('unit.empty.title')} says={t('unit.empty.says')}>
        <button type="button" class="button button-main" onClick={props.onRoster}>{t('unit.empty.roster')}</button>
      </EmptyState>
    )
  }
  return (
    <section class="sheet units" aria-label={t('unit.table')}>
      <div class="units-tools">
        <input class="field" type="search" aria-label={t('unit.search')} placeholder={t('unit.search')} value={props.search} onInput={(event) => props.onSearch(event.currentTarget.value)} />
        <label class="units-order">
          {t('unit.order.name')}
          <select class="field" value={props.order} onChange={(event) => props.onOrder(event.currentTarget.value as UnitOrder)}>
            {UNIT_ORDERS.map((one) => <option key={one} value={one}>{t(`unit.order.by.${one}`)}</option>)}
          </select>
        </label>
        <span class="quiet" role="status">{t('unit.showing', { matching: count(props.matching), total: count(props.total) })}</span>
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t('unit.noMatch')} />
      ) : (
        <div class="table-scroll" tabIndex={0} role="group" aria-label={t('unit.table')}>
          <table class="table">
            <caption class="sr-only">{t('unit.table')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('unit.column.name')}</th>
                {(['open', 'overdue', 'fixed', 'closed', 'rate'] as const).map((one) => <th key={one} scope="col" class="table-number">{t(`unit.column.${one}`)}</th>)}
                <th scope="col">{t('unit.column.trend')}</th>
                <th scope="col">{t('unit.issues')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => <Line key={line.unit.id} line={line} trend={trends.get(line.unit.id)} onOpen={props.onOpen} onIssues={props.onIssues} />)}
            </tbody>
          </table>
        </div>
      )}
      {props.onMore && <button type="button" class="button units-more" onClick={props.onMore}>{t('unit.more')}</button>}
    </section>
  )
}

interface LineProps extends Pick<UnitsViewProps, 'onOpen' | 'onIssues'> {
  line: UnitLine
  trend: UnitTrend | undefined
}

function Line({ line, trend, onOpen, onIssues }: LineProps) {
  const { unit } = line
  return (
    <tr>
      <th scope="row"><button type="button" class="button button-plain table-open" onClick={() => onOpen(unit.id)}>{unit.name}</button></th>
      <td class="table-number">{count(line.open)}</td>
      <td class={`table-number ${line.overdue > 0 ? 'due-overdue' : ''}`}>{count(line.overdue)}</td>
      <td class="table-number">{count(line.fixed)}</td>
      <td class="table-number">{count(line.closed)}</td>
      <td class="table-number">{trend ? rateWords(trend) : '…'}</td>
      <td>{trend ? <Sparkline weeks={trend.weeks} /> : '…'}</td>
      <td><button type="button" class="button button-small" aria-label={t('unit.issuesOf', { name: unit.name })} onClick={() => onIssues(unit.id)}>{t('unit.issues')}</button></td>
    </tr>
  )
}
