import { t } from '../../../utils/locale.ts'
import { shortNumber, type Issue } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { StatusTag } from '../../shared/StatusTag.tsx'
import { DueLabel } from '../issues/DueLabel.tsx'

export interface PressingIssuesProps {
  /** Overdue first. */
  issues: readonly Issue[]
  today: Day
  /** The working day after today. */
  nextWorkday?: Day
  onOpenIssue: (id: string) => void
}

/** What a unit has to do next. */
export function PressingIssues({ issues, today, nextWorkday, onOpenIssue }: PressingIssuesProps) {
  return (
    <section class="box" aria-labelledby="unit-pressing">
      <h3 id="unit-pressing">{t('unit.pressing')}</h3>
      {issues.length === 0 && <p class="quiet">{t('unit.nothingOpen')}</p>}
      <ul class="pressing">
        {issues.map((issue) => (
          <li key={issue.id}>
            <button type="button" class="button button-plain" onClick={() => onOpenIssue(issue.id)}>{t('common.number', { number: shortNumber(issue) })}</button>
            <SeverityTag severity={issue.severity} />
            <StatusTag status={issue.status} />
            <span class="pressing-says" title={issue.description}>{issue.description}</span>
            <span class="pressing-due"><DueLabel issue={issue} today={today} nextWorkday={nextWorkday} /></span>
          </li>
        ))}
      </ul>
    </section>
  )
}
