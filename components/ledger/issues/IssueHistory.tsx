import { t } from '../../../utils/locale.ts'
import type { IssueEvent } from '../../../utils/types/issue.ts'
import { minuteOf } from '../../shared/format.ts'

export interface IssueHistoryProps {
  /** The oldest first. */
  events: readonly IssueEvent[]
}

/** Who changed what when; the newest on top. */
export function IssueHistory(props: IssueHistoryProps) {
  if (props.events.length === 0) return null
  return (
    <section class="history" aria-labelledby="history-title">
      <h3 id="history-title">{t('ledger.history.title')}</h3>
      <ol reversed>
        {[...props.events].reverse().map((event) => (
          <li key={event.id}>
            <span class="history-when">{minuteOf(event.at)} {event.by}</span>
            <b>{t(`ledger.history.${event.kind}`)}</b>
            {Object.entries(event.changes).map(([field, [before, after]]) => (
              <span key={field} class="history-change">
                {t('ledger.history.change', { field: fieldName(field), before: valueWords(field, before), after: valueWords(field, after) })}
              </span>
            ))}
            {event.reason && <span class="history-change">{t('ledger.history.reason', { reason: event.reason })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function fieldName(field: string): string {
  const key = `ledger.field.${field}`
  const name = t(key)
  return name === key ? field : name
}

function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('ledger.history.nothing')
  if (field === 'status' || field === 'severity') return t(`common.${field}.${String(value)}`)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
