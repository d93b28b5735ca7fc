import { t } from '../../../utils/locale.ts'
import { count } from '../../shared/format.ts'
import { weekName } from '../issues/facet-names.ts'
import type { RoundWeek } from './self-check.ts'

/** First and last week, by their names. */
export interface Round {
  from: string
  to: string
}

export type RoundKind = 'week' | 'quarter' | 'weeks'

export interface RoundChoiceProps {
  kind: RoundKind
  round: Round
  /** Weeks with readings, and this week, the newest first. */
  weeks: readonly RoundWeek[]
  onKind: (kind: RoundKind) => void
  /** Of 选择周. */
  onRound: (round: Round) => void
}

const KEYS = { week: 'selfcheck.thisWeek', quarter: 'selfcheck.thisQuarter', weeks: 'selfcheck.weeks' } as const

/** 本周, 本季度, or any weeks from one to another. */
export function RoundChoice(props: RoundChoiceProps) {
  const { kind, round, weeks } = props
  return (
    <>
      <div class="filters-status" role="group" aria-label={t('selfcheck.round')}>
        {(['week', 'quarter', 'weeks'] as const).map((one) => (
          <button key={one} type="button" class="filter-status" aria-pressed={one === kind} onClick={() => props.onKind(one)}>{t(KEYS[one])}</button>
        ))}
      </div>
      {kind === 'weeks' && (
        <>
          <Week label={t('selfcheck.from')} weeks={weeks} value={round.from} onChange={(from) => props.onRound({ from, to: from > round.to ? from : round.to })} />
          <Week label={t('selfcheck.to')} weeks={weeks} value={round.to} onChange={(to) => props.onRound({ from: to < round.from ? to : round.from, to })} />
        </>
      )}
    </>
  )
}

function Week(props: { label: string; weeks: readonly RoundWeek[]; value: string; onChange: (week: string) => void }) {
  return (
    <label class="label">
      {props.label}
      <select class="field" value={props.value} onChange={(event) => props.onChange(event.currentTarget.value)}>
        {props.weeks.map((one) => (
          <option key={one.week} value={one.week}>{t('selfcheck.weekChoice', { name: weekName(one), count: count(one.count) })}</option>
        ))}
      </select>
    </label>
  )
}
