import { useState } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import { CHECK_STATES, type CheckState, type HandTick, type SelfCheckRow } from '../../../utils/types/round.ts'
import { count } from '../../shared/format.ts'
import { tally } from './self-check.ts'

export interface SelfCheckTableProps {
  rows: readonly SelfCheckRow[]
  /** What changed is kept at once. */
  onTick: (indicator: string, change: Partial<HandTick>) => void
  onOpen: (url: string) => void
}

/** 指标对照自查表: what the machine found, and what a person ticks and writes. */
export function SelfCheckTable(props: SelfCheckTableProps) {
  const [only, setOnly] = useState<CheckState | null>(null)
  const counts = tally(props.rows)
  const rows = only === null ? props.rows : props.rows.filter(({ state }) => state === only)
  return (
    <>
      <div class="filters-status" role="group" aria-label={t('selfcheck.result')}>
        <button type="button" class="filter-status" aria-pressed={only === null} onClick={() => setOnly(null)}>{t('selfcheck.all')}</button>
        {CHECK_STATES.map((state) => (
          <button key={state} type="button" class="filter-status" aria-pressed={only === state} onClick={() => setOnly(only === state ? null : state)}>
            {t(`indicators.state.${state}`)}
            <span class="filter-count">{count(counts[state])}</span>
          </button>
        ))}
      </div>
      {rows.length === 0 ? (
        <p class="box-more" role="status">{t('selfcheck.noneOfState')}</p>
      ) : (
        <table class="table check-table">
          <caption class="sr-only">{t('selfcheck.table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('selfcheck.indicator')}</th>
              <th scope="col">{t('selfcheck.result')}</th>
              <th scope="col">{t('selfcheck.hand')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => <Line key={row.indicator} row={row} onTick={props.onTick} onOpen={props.onOpen} />)}
          </tbody>
        </table>
      )}
    </>
  )
}

function Line(props: Omit<SelfCheckTableProps, 'rows'> & { row: SelfCheckRow }) {
  const { row } = props
  const { indicator, name, note } = row
  const state = row.byHand ? row.state : null
  return (
    <tr>
      <th scope="row">
        <span class="check-name">{name}</span> <span class="box-more">{t(`indicators.kind.${row.kind}`)}</span>
        <span class="check-rule">{row.rule}</span>
      </th>
      <td>
        <span class={`tag check-${row.state}`}>{t(`indicators.state.${row.state}`)}</span> <span>{say(row.result)}</span>
        {row.places.length > 0 && (
          <details class="unchecked">
            <summary>{t('selfcheck.places', { count: row.places.length })}</summary>
            <ul class="counted">
              {row.places.map((place) => (
                <li key={place.url}>
                  <button type="button" class="button button-plain table-open" title={place.url} aria-label={t('selfcheck.open', { name: place.name })} onClick={() => props.onOpen(place.url)}>{place.name}</button>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td class="check-hand">
        <select class="field" aria-label={t('selfcheck.handOf', { name })} value={state ?? ''} onChange={(event) => props.onTick(indicator, { state: (event.currentTarget.value || null) as CheckState | null })}>
          <option value="">{t('selfcheck.byMachine')}</option>
          {CHECK_STATES.map((one) => <option key={one} value={one}>{t(`indicators.state.${one}`)}</option>)}
        </select>
        {/* a new field when the note changes elsewhere: what is typed stays until it is left */}
        <input key={note} class="field" maxLength={500} placeholder={t('selfcheck.note')} aria-label={t('selfcheck.noteOf', { name })} defaultValue={note} onChange={(event) => props.onTick(indicator, { note: event.currentTarget.value.trim() })} />
      </td>
    </tr>
  )
}
