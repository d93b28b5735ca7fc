import { t } from '../../../utils/locale.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { daysBetween } from '../../shared/format.ts'
import { dueState } from '../../shared/kinds.ts'

export interface DueLabelProps {
  issue: Pick<Issue, 'status' | 'deadline'>
  today: Day
  /** The working day after today: on a Friday, what is due on Monday is near. */
  nextWorkday?: Day | undefined
}

/** The deadline, and in words how far it is gone or how near. */
export function DueLabel(props: DueLabelProps) {
  const { issue, today } = props
  if (!issue.deadline) return <>{t('ledger.due.none')}</>
  const state = dueState(issue, today, props.nextWorkday)
  const days = daysBetween(today, issue.deadline)
  return (
    <>
      <span class="cell-first">{issue.deadline}</span>
      {state === 'overdue' && <span class="cell-second due-overdue">{t('ledger.due.overdue', { days: -days })}</span>}
      {state === 'soon' && <span class="cell-second due-soon">{t(days === 0 ? 'ledger.due.today' : days === 1 ? 'ledger.due.tomorrow' : 'issue.due.nextWorkday')}</span>}
    </>
  )
}
