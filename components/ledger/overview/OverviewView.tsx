import { t } from '../../../utils/locale.ts'
import type { Overview } from '../../../utils/types/overview.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { percent } from '../rounds/names.ts'
import { FreshnessChart } from './FreshnessChart.tsx'
import { KindChart, TO_DO, UnitChart, WeekChart, type IssueChartsProps } from './IssueCharts.tsx'

export interface OverviewViewProps extends Omit<IssueChartsProps, 'overview'> {
  /** null while it is counted. */
  overview: Overview | null
  onRoster: () => void
  onColumns: () => void
  onAccounts: () => void
}

/** 概览: what an office looks at first. */
export function OverviewView(props: OverviewViewProps) {
  const { overview } = props
  if (overview === null) return <section class="sheet overview"><p class="sheet-busy" role="status">{t('overview.loading')}</p></section>
  if (overview.total === 0 && overview.columns === null && overview.accounts === null) {
    return (
      <section class="sheet overview" aria-label={t('ledger.tab.overview')}>
        <EmptyState title={t('overview.empty.title')} says={t('overview.empty.says')}>
          <button type="button" class="button button-main" onClick={props.onRoster}>{t('overview.empty.roster')}</button>
        </EmptyState>
      </section>
    )
  }
  return (
    <section class="sheet overview" aria-label={t('ledger.tab.overview')}>
      <h2 class="sr-only">{t('overview.figures')}</h2>
      <Figures overview={overview} onIssues={props.onIssues} />
      <div class="figures-grid">
        <div class="figures-column">
          <WeekChart overview={overview} onIssues={props.onIssues} />
          <KindChart overview={overview} onIssues={props.onIssues} />
        </div>
        <div class="figures-column">
          <UnitChart overview={overview} onIssues={props.onIssues} />
          <FreshnessChart what="columns" counts={overview.columns} onOpen={props.onColumns} />
          <FreshnessChart what="accounts" counts={overview.accounts} onOpen={props.onAccounts} />
        </div>
      </div>
    </section>
  )
}

function Figures({ overview, onIssues }: IssueChartsProps) {
  const { open, total, closed, overdue, dueThisWeek, closedDue, closedInTime, weeks } = overview
  return (
    <dl class="tiles">
      <Tile name={t('overview.figure.open')} value={count(open)} more={t('overview.figure.openMore', { total: count(total), closed: count(closed) })} onOpen={() => onIssues(TO_DO)} />
      <Tile name={t('overview.figure.overdue')} value={count(overdue)} more={t('overview.figure.overdueMore')} tone={overdue > 0 ? 'serious' : null} onOpen={() => onIssues({ due: ['overdue'] })} />
      <Tile name={t('overview.figure.due')} value={count(dueThisWeek)} more={t('overview.figure.dueMore')} tone={dueThisWeek > 0 ? 'general' : null} onOpen={() => onIssues({ due: ['week'] })} />
      <Tile
        name={t('overview.figure.inTime')}
        value={closedDue === 0 ? '—' : `${percent(closedInTime, closedDue)} %`}
        more={closedDue === 0 ? t('overview.figure.inTimeNone', { weeks: weeks.length }) : t('overview.figure.inTimeMore', { weeks: weeks.length, intime: count(closedInTime), due: count(closedDue) })}
      />
    </dl>
  )
}

function Tile(props: { name: string; value: string; more: string; tone?: 'serious' | 'general' | null; onOpen?: () => void }) {
  return (
    <div class={props.tone ? `tile tile-${props.tone}` : 'tile'}>
      <dt>{props.name}</dt>
      <dd class="tile-value">
        {props.onOpen ? <button type="button" class="button button-plain tile-open" aria-label={`${t('overview.show', { name: props.name })} ${props.value}`} onClick={props.onOpen}>{props.value}</button> : props.value}
      </dd>
      <dd class="tile-more">{props.more}</dd>
    </div>
  )
}
