import { t } from '../../../utils/locale.ts'
import { minuteOf } from '../../shared/format.ts'

export interface ClashShown {
  key: string
  issueId: string
  number: string
  description: string
  cell: string
  /** What stands first. */
  options: readonly { value: string; who: string; at: string }[]
}

export interface ClashListProps {
  clashes: readonly ClashShown[]
  onSettle: (key: string, option: number) => void
}

/** 冲突: what two people set to the same thing; one click says which holds. */
export function ClashList({ clashes, onSettle }: ClashListProps) {
  return (
    <section aria-labelledby="team-clashes">
      <h2 id="team-clashes">{t('team.clash.title')}</h2>
      <p>{t(clashes.length > 0 ? 'team.clash.says' : 'team.clash.none')}</p>
      {clashes.map((clash) => (
        <div key={clash.key} class="box" role="group" aria-label={t('common.number', { number: clash.number })}>
          <p><a href={`#/issues/${clash.issueId}`}>{t('common.number', { number: clash.number })}</a> {clash.description}</p>
          <ul class="lines">
            {clash.options.map(({ value, who, at }, n) => (
              <li key={n}>
                <b>{value}</b> <span class="quiet">{who || t('issue.history.nobody')} {minuteOf(at)}</span>
                <button type="button" class="button button-small" aria-label={t('team.clash.takeThis', { value })} onClick={() => onSettle(clash.key, n)}>{t('team.clash.take')}</button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
