import { t } from '../../../utils/locale.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { percent } from '../rounds/names.ts'
import { Chart } from './Chart.tsx'
import { Figure } from './Figure.tsx'

export interface FreshnessChartProps {
  what: 'columns' | 'accounts'
  counts: Partial<Record<State, number>> | null
  onOpen: () => void
}

const STATES = ['overdue', 'due-soon', 'fresh', 'unknown', 'exempt', 'closed'] as const

type State = (typeof STATES)[number]

/** Columns or accounts by freshness: a ring, and the table as its legend. */
export function FreshnessChart({ what, counts, onOpen }: FreshnessChartProps) {
  if (counts === null) {
    return (
      <section class="figure" aria-labelledby={`figure-${what}`}>
        <h2 id={`figure-${what}`}>{t(`overview.${what}.title`)}</h2>
        <EmptyState title={t(`overview.${what}.none`)} />
      </section>
    )
  }
  const states = STATES.filter((state) => counts[state] !== undefined)
  const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return (
    <Figure
      id={what}
      title={t(`overview.${what}.title`)}
      {...(what === 'columns' ? { says: t('overview.columns.says') } : {})}
      beside
      marks={states}
      columns={[{ title: t('overview.columns.state') }, { title: t('overview.count'), number: true }, { title: t('overview.share'), number: true }]}
      rows={states.map((state) => ({ key: state, cells: [t(`overview.state.${state}`), count(counts[state] ?? 0), `${percent(counts[state] ?? 0, total)} %`] }))}
    >
      <Chart
        kind="ring" height={170} labels={states} series={[{ name: 'state', values: states.map((state) => counts[state] ?? 0) }]}
        titleOf={(_, at) => `${t(`overview.state.${states[at] ?? 'unknown'}`)} ${count(counts[states[at] ?? 'unknown'] ?? 0)}`}
        onOpen={onOpen}
      />
    </Figure>
  )
}
