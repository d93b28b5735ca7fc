import { t } from '../../utils/locale.ts'
import { shortNumber, type Issue } from '../../utils/types/issue.ts'
import { minuteOf } from '../shared/format.ts'
import { SeverityTag } from '../shared/SeverityTag.tsx'

export interface TodayProps {
  /** The newest first. */
  issues: readonly Issue[]
  onOpenIssue: (issue: Issue) => void
  onUndo: (issue: Issue) => void
}

/** Today's issues: open one, or take it back. */
export function Today(props: TodayProps) {
  if (props.issues.length === 0) return null
  return (
    <section class="today" aria-label={t('popup.today')}>
      <h2 class="part-title">{t('popup.today')}</h2>
      <ul>
        {props.issues.map((issue) => (
          <li key={issue.id}>
            <button type="button" class="today-open" title={issue.description} onClick={() => props.onOpenIssue(issue)}>
              <span class="today-number">{t('common.number', { number: shortNumber(issue) })}</span>
              <SeverityTag severity={issue.severity} />
              <span class="today-says">{issue.description}</span>
              <span class="today-at">{minuteOf(issue.foundAt).slice(11)}</span>
            </button>
            <button
              type="button"
              class="button button-small button-plain"
              aria-label={t('popup.undoOne', { number: shortNumber(issue) })}
              onClick={() => props.onUndo(issue)}
            >
              {t('common.undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
