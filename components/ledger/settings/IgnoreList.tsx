import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { IgnoreScope } from '../../shared/FindingActions.tsx'
import { dayOf } from '../../shared/format.ts'
import { kindName } from '../../shared/kinds.ts'

/** One thing that is no longer shown. */
export interface IgnoreRow {
  id: string
  scope: IgnoreScope
  check: string
  /** The words that are ignored. */
  quote: string
  /** Host or address; empty where the scope is `everywhere`. */
  where: string
  /** Instant, ISO 8601 UTC. */
  at: string
}

export interface IgnoreListProps {
  ignores: readonly IgnoreRow[]
  onUnignore: (id: string) => void
}

/** As many as one looks at; the others are searched for. */
const SHOWN = 200

/** What was ignored, how far, and the way back. */
export function IgnoreList(props: IgnoreListProps) {
  const [search, setSearch] = useState('')
  const words = search.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const matching = props.ignores.filter((one) => {
    const text = `${one.quote}\n${one.where}\n${kindName(one.check)}\n${one.check}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
  return (
    <section aria-labelledby="set-ignores">
      <h2 id="set-ignores">{t('ledger.settings.ignores', { count: props.ignores.length })}</h2>
      {props.ignores.length === 0 ? (
        <p>{t('ledger.settings.noIgnores')}</p>
      ) : (
        <>
          <div class="setting-line">
            <input class="field" type="search" aria-label={t('ledger.settings.ignoreSearch')} placeholder={t('ledger.settings.ignoreSearch')} value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
            <span role="status" class="sheet-hint">{t('ledger.settings.ignoreMatching', { shown: Math.min(SHOWN, matching.length), count: props.ignores.length })}</span>
          </div>
          <ul class="lines ignores">
            {matching.slice(0, SHOWN).map((one) => <Ignored key={one.id} one={one} onUnignore={props.onUnignore} />)}
          </ul>
        </>
      )}
    </section>
  )
}

function Ignored({ one, onUnignore }: { one: IgnoreRow; onUnignore: (id: string) => void }) {
  return (
    <li>
      <span class="lines-where">{t(`common.scope.${one.scope}`)}</span>
      <span>{kindName(one.check)} {one.quote && t('ledger.list.quote', { quote: one.quote })}</span>
      <span class="lines-detail">{one.where} {dayOf(one.at)}</span>
      <button type="button" class="button button-small" aria-label={t('ledger.settings.unignoreOne', { quote: one.quote || kindName(one.check) })} onClick={() => onUnignore(one.id)}>
        {t('ledger.settings.unignore')}
      </button>
    </li>
  )
}
