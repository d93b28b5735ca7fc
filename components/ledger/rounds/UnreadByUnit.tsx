import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { RoundFacts, UnreadGroup, UnreadStop } from '../../../utils/types/round-facts.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'

export interface UnreadByUnitProps {
  coverage: RoundFacts['coverage']
  onOpen: (url: string) => void
  onRoster: () => void
}

/** As many of a unit as are drawn at once. */
const SHOWN = 200

/** Columns that no one has opened in this round, by unit, with class and deadline. */
export function UnreadByUnit({ coverage, onOpen, onRoster }: UnreadByUnitProps) {
  const [text, setText] = useState('')
  if (coverage === null) {
    return (
      <EmptyState title={t('rounds.figure.noRoster')} says={t('rounds.unread.noRoster')}>
        <button type="button" class="button button-main" onClick={onRoster}>{t('rounds.unread.goRoster')}</button>
      </EmptyState>
    )
  }
  const left = coverage.known - coverage.read
  if (left === 0) return <p class="done">{t('rounds.unread.none', { known: count(coverage.known) })}</p>
  const words = text.trim().toLowerCase()
  const shown = coverage.unread.flatMap((group) => narrowed(group, words))
  return (
    <section class="check-part" aria-labelledby="round-unread">
      <div class="round-title">
        <h2 id="round-unread">{t('rounds.unread.title', { unread: count(left), known: count(coverage.known) })}</h2>
        <input class="field round-does" type="search" value={text} aria-label={t('rounds.unread.filter')} placeholder={t('rounds.unread.filter')} onInput={(event) => setText(event.currentTarget.value)} />
      </div>
      {shown.map((group) => (
        <details key={group.unitId ?? ''} class="unread-group" open={words !== '' || coverage.unread.length <= 3}>
          <summary>{t('rounds.unread.group', { unit: group.unit || t('rounds.unread.noUnit'), count: count(group.columns.length) })}</summary>
          <ul class="lines" tabIndex={0} aria-label={group.unit || t('rounds.unread.noUnit')}>
            {group.columns.slice(0, SHOWN).map((one) => <Stop key={one.id} stop={one} onOpen={onOpen} />)}
            {group.columns.length > SHOWN && <li>{t('rounds.unread.more', { count: count(group.columns.length - SHOWN) })}</li>}
          </ul>
        </details>
      ))}
    </section>
  )
}

function Stop({ stop, onOpen }: { stop: UnreadStop; onOpen: (url: string) => void }) {
  return (
    <li>
      <button type="button" class="button button-plain table-open" title={stop.url} aria-label={t('rounds.unread.open', { name: stop.name })} onClick={() => onOpen(stop.url)}>{stop.name}</button>
      <span>{t(`common.class.${stop.class}`)}</span>
      <span class="lines-detail">{stop.limitDays === null ? t('rounds.unread.noLimit') : t('rounds.unread.limit', { days: stop.limitDays })}</span>
    </li>
  )
}

/** A unit whose name has the words keeps all its columns, another those whose names have them. */
function narrowed(group: UnreadGroup, words: string): UnreadGroup[] {
  if (words === '' || group.unit.toLowerCase().includes(words)) return [group]
  const columns = group.columns.filter(({ name }) => name.toLowerCase().includes(words))
  return columns.length > 0 ? [{ ...group, columns }] : []
}
