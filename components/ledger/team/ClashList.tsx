import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { minuteOf } from '../../shared/format.ts'

export interface ClashShown {
  key: string
  issueId: string
  number: string
  description: string
  /** What both set, in words. */
  field: string
  /** What stands first. */
  options: readonly { value: string; who: string; at: string }[]
}

export interface ClashListProps {
  clashes: readonly ClashShown[]
  /** Clocks that are more than a day ahead, by how many days. */
  skews?: readonly { who: string; days: number }[]
  /** That another PC went by our id. */
  twin?: Phrase | null
  /** Deleted issues that an edit brought back. */
  returned?: readonly { id: string; number: string; description: string }[]
  onSettle: (key: string, option: number) => void
}

/** 冲突: what two people set to the same thing; one click says which holds. */
export function ClashList({ clashes, skews = [], twin = null, returned = [], onSettle }: ClashListProps) {
  return (
    <section aria-labelledby="team-clashes">
      <h2 id="team-clashes">{t('team.clash.title')}</h2>
      {twin && <p class="box">{say(twin)}</p>}
      {skews.length > 0 && (
        <div class="box" role="group" aria-label={t('team.clash.clock')}>
          <p class="warned">{t('team.clash.skews')}</p>
          <ul class="lines">{skews.map(({ who, days }) => <li key={who}>{t('team.clash.skew', { who: who || t('team.clash.someone'), days })}</li>)}</ul>
        </div>
      )}
      <p>{t(clashes.length > 0 ? 'team.clash.says' : 'team.clash.none')}</p>
      {clashes.map((clash) => (
        <div key={clash.key} class="box" role="group" aria-label={t('common.number', { number: clash.number })}>
          <p class="clash-about"><a href={`#/issues/${clash.issueId}`}>{t('common.number', { number: clash.number })}</a> {clash.description}</p>
          <p class="clash-what">{t('team.clash.field', { field: clash.field })}</p>
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
      {returned.length > 0 && (
        <>
          <p>{t('team.clash.returned')}</p>
          <ul class="lines">{returned.map(({ id, number, description }) => <li key={id}><a href={`#/issues/${id}`}>{t('common.number', { number })}</a> {description}</li>)}</ul>
        </>
      )}
      <p class="quiet">{t('team.clash.twinsSays')} <a href="#/issues?flag=duplicate">{t('team.clash.twins')}</a></p>
    </section>
  )
}
