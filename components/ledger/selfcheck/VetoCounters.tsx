import { t } from '../../../utils/locale.ts'
import type { CountedItem, VetoCounter } from '../../../utils/types/round.ts'

export interface VetoCountersProps {
  counters: readonly VetoCounter[]
  /** Name of an indicator. */
  nameOf: (indicator: string) => string
  onOpen: (url: string) => void
}

/** What each rule counts. */
const WORDS: Record<string, string> = {
  'W-V1.1': 'selfcheck.count.words', 'W-V3': 'selfcheck.count.days', 'W-V5.2': 'selfcheck.count.letters', 'W-V6.2': 'selfcheck.count.guides',
}
const STATES = { none: 'selfcheck.state.none', warn: 'selfcheck.state.warn', veto: 'selfcheck.state.veto', unread: 'selfcheck.state.unread', person: 'selfcheck.state.person' } as const

/** How near each veto is: words, a bar, and what was counted. */
export function VetoCounters(props: VetoCountersProps) {
  return (
    <ul class="counters">
      {props.counters.map((counter) => <Counter key={counter.indicator} counter={counter} name={props.nameOf(counter.indicator)} onOpen={props.onOpen} />)}
    </ul>
  )
}

function Counter(props: { counter: VetoCounter; name: string; onOpen: (url: string) => void }) {
  const { counter, name } = props
  const { count, limit, items, suspected } = counter
  // Suspect words and a home page without dates are never near a veto by number: a person judges.
  const asks = (counter.indicator === 'W-V1.1' || counter.indicator === 'W-V3') && suspected.length > 0
  const state = counter.unread ? 'unread' : counter.state
  // A home page on which no date was read is not one of today.
  const key = counter.indicator === 'W-V3' && suspected.length > 0 ? 'selfcheck.count.noDate' : (WORDS[counter.indicator] ?? 'selfcheck.count.columns')
  const says = t(key, { count, limit, suspected: suspected.length })
  return (
    <li class={`counter counter-${state}`}>
      <p class="counter-head">
        <b class="counter-name">{name}</b>
        <span class={`tag counter-state-${state}`}>{t(STATES[asks ? 'person' : state])}</span>
      </p>
      {state !== 'unread' && <p class="counter-says">{says}</p>}
      {state !== 'unread' && !asks && counter.indicator !== 'W-V1.1' && (
        <progress class={`gauge gauge-${state}`} aria-label={t('selfcheck.gauge', { name, says })} max={limit} value={Math.min(count, limit)} />
      )}
      <Items summary="selfcheck.counted" items={items} open={state === 'warn' || state === 'veto'} onOpen={props.onOpen} />
      <Items summary="selfcheck.suspected" items={suspected} open={asks} onOpen={props.onOpen} />
    </li>
  )
}

function Items(props: { summary: 'selfcheck.counted' | 'selfcheck.suspected'; items: readonly CountedItem[]; open: boolean; onOpen: (url: string) => void }) {
  if (props.items.length === 0) return null
  return (
    <details class="unchecked" open={props.open}>
      <summary>{t(props.summary, { count: props.items.length })}</summary>
      <ul class="counted">
        {props.items.map((item, at) => (
          <li key={`${at} ${item.url}`}>
            <button type="button" class="button button-plain table-open" title={item.url} aria-label={t('selfcheck.open', { name: item.name })} onClick={() => props.onOpen(item.url)}>{item.name}</button>
            {item.day !== null && item.ageDays !== null && <span class="box-more">{t('selfcheck.updated', { day: item.day, age: item.ageDays })}</span>}
            {item.onHome && <span class="box-more">{t('selfcheck.onHome')}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}
