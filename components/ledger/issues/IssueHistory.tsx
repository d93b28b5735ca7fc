import { t } from '../../../utils/locale.ts'
import type { IssueEvent } from '../../../utils/types/issue.ts'
import { minuteOf } from '../../shared/format.ts'
import { fieldName, valueWords, type Names } from './values.ts'

export interface IssueHistoryProps {
  /** The oldest first. */
  events: readonly IssueEvent[]
  names: Names
}

/** Said by the line itself, or by another field: a unit's id by its name, the host by the address. */
const UNSAID: ReadonlySet<string> = new Set(['unitId', 'host', 'fixedOn', 'deletedAt', 'fingerprint', 'shots', 'rebounds', 'recheck.says', 'recheck.at'])

/** Who changed what when; the newest on top. */
export function IssueHistory(props: IssueHistoryProps) {
  if (props.events.length === 0) return null
  return (
    <section class="history" aria-labelledby="history-title">
      <h3 id="history-title">{t('ledger.history.title')}</h3>
      <ol reversed>
        {[...props.events].reverse().map((event) => (
          <li key={event.id}>
            <span class="history-when">
              <time dateTime={event.at}>{minuteOf(event.at)}</time> {event.by || t('issue.history.nobody')}
            </span>
            <b>{t(`ledger.history.${event.kind}`)}</b>
            {changesOf(event).map(([field, before, after]) => (
              <span key={field} class="history-change">
                {t('ledger.history.change', { field: fieldName(field), before: valueWords(field, before, props.names), after: valueWords(field, after, props.names) })}
              </span>
            ))}
            {event.reason && <span class="history-change">{t('ledger.history.reason', { reason: event.reason })}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Field, before, after; the unit's answer and the re-check taken apart, so that only what changed in them is said. */
function changesOf({ changes }: IssueEvent): [field: string, before: unknown, after: unknown][] {
  const all = Object.entries(changes).flatMap(([field, [before, after]]): [string, unknown, unknown][] => {
    if (field !== 'reply' && field !== 'recheck') return [[field, before, after]]
    const [was, is] = [partsOf(before), partsOf(after)]
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((part) => [`${field}.${part}`, was[part] ?? '', is[part] ?? ''])
  })
  return all.filter(([field, before, after]) => !UNSAID.has(field) && before !== after)
}

function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
