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

/** What was ignored, how far, and the way back. */
export function IgnoreList(props: IgnoreListProps) {
  return (
    <section aria-labelledby="set-ignores">
      <h2 id="set-ignores">{t('ledger.settings.ignores', { count: props.ignores.length })}</h2>
      {props.ignores.length === 0 ? (
        <p>{t('ledger.settings.noIgnores')}</p>
      ) : (
        <ul class="lines">
          {props.ignores.map((one) => (
            <li key={one.id}>
              <span class="lines-where">{t(`common.scope.${one.scope}`)}</span>
              <span>{kindName(one.check)} {one.quote && t('ledger.list.quote', { quote: one.quote })}</span>
              <span class="lines-detail">{one.where} {dayOf(one.at)}</span>
              <button
                type="button"
                class="button button-small"
                aria-label={t('ledger.settings.unignoreOne', { quote: one.quote || kindName(one.check) })}
                onClick={() => props.onUnignore(one.id)}
              >
                {t('ledger.settings.unignore')}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
