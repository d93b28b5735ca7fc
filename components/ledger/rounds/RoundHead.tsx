import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { RoundFacts, RoundRow } from '../../../utils/types/round-facts.ts'
import type { Round } from '../../../utils/types/round.ts'
import { count } from '../../shared/format.ts'
import { roundDays, roundName } from './names.ts'
import { RoundForm, type RoundFields } from './RoundForm.tsx'

export interface RoundHeadProps {
  rows: readonly RoundRow[]
  facts: RoundFacts
  /** Ids of this week's and this quarter's round. */
  current: { week: string; quarter: string }
  onRound: (id: string) => void
  onSave: (fields: RoundFields) => void
  onAdd: (fields: RoundFields) => void
  onClose: (closed: boolean) => void
  /** Takes back what was changed about a week or quarter; takes away a span of one's own. */
  onReset: () => void
}

/** Which round, and what can be done about it. */
export function RoundHead(props: RoundHeadProps) {
  const { rows, facts: { round, current: underWay } } = props
  const [form, setForm] = useState<'edit' | 'new' | null>(null)
  const state = round.closedAt !== null ? 'isClosed' : underWay ? 'now' : 'over'
  const changed = round.kind === 'span' || round.name !== '' || rows.some((row) => row.round.id === round.id && isChanged(row.round))
  return (
    <>
      <header class="sheet-head">
        <div class="filters-status" role="group" aria-label={t('rounds.choose')}>
          <button type="button" class="filter-status" aria-pressed={round.id === props.current.week} onClick={() => props.onRound(props.current.week)}>{t('rounds.thisWeek')}</button>
          <button type="button" class="filter-status" aria-pressed={round.id === props.current.quarter} onClick={() => props.onRound(props.current.quarter)}>{t('rounds.thisQuarter')}</button>
        </div>
        <label class="label">
          {t('rounds.choose')}
          <select class="field round-choice" value={round.id} onChange={(event) => props.onRound(event.currentTarget.value)}>
            {rows.map((row) => (
              <option key={row.round.id} value={row.round.id}>{t('rounds.choice', { name: roundName(row.round), visits: count(row.visits), issues: count(row.issues) })}</option>
            ))}
          </select>
        </label>
        <button type="button" class="button" onClick={() => setForm('new')}>{t('rounds.new')}</button>
      </header>
      {form && (
        <RoundForm
          key={`${form} ${round.id}`}
          isNew={form === 'new'}
          fields={form === 'new' ? { name: '', from: round.from, to: round.to } : { name: round.name, from: round.from, to: round.to }}
          onCancel={() => setForm(null)}
          onSave={(fields) => {
            setForm(null)
            if (form === 'new') props.onAdd(fields)
            else props.onSave(fields)
          }}
        />
      )}
      <div class="round-title">
        <h2>{roundName(round)}</h2>
        <span class="box-more">{roundDays(round)}</span>
        <span class={`tag round-${state}`}>{t(`rounds.${state}`)}</span>
        <span class="round-does">
          <button type="button" class="button button-small" onClick={() => setForm('edit')}>{t('rounds.edit')}</button>
          <button type="button" class="button button-small" onClick={() => props.onClose(round.closedAt === null)}>{t(round.closedAt === null ? 'rounds.close' : 'rounds.reopen')}</button>
          {changed && <button type="button" class="button button-small button-plain" onClick={props.onReset}>{t(round.kind === 'span' ? 'rounds.remove' : 'rounds.restore')}</button>}
        </span>
      </div>
    </>
  )
}

/** A week of other than seven days, or a quarter that does not begin with a month, was given its days by a person. */
function isChanged({ kind, from, to }: Round): boolean {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  if (kind === 'week') return days !== 7 || new Date(`${from}T00:00:00Z`).getUTCDay() !== 1
  return !/-(?:01|04|07|10)-01$/.test(from) || !/-(?:03-31|06-30|09-30|12-31)$/.test(to)
}
