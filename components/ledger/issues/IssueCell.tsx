import { t } from '../../../utils/locale.ts'
import type { ListColumn, ListedIssue } from '../../../utils/types/issue-list.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { dayOf, minuteOf } from '../../shared/format.ts'
import { kindName, kindOf } from '../../shared/kinds.ts'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { StatusTag } from '../../shared/StatusTag.tsx'
import { DueLabel } from './DueLabel.tsx'
import type { IndicatorName } from './facet-names.ts'
import { shortNumber } from '../../../utils/types/issue.ts'

export interface IssueCellProps {
  column: ListColumn
  issue: ListedIssue
  today: Day
  /** The working day after today. */
  nextWorkday?: Day | undefined
  indicatorName: IndicatorName
}

/** What a column shows of an issue. */
export function IssueCell({ column, issue, today, nextWorkday, indicatorName }: IssueCellProps) {
  switch (column) {
    case 'number':
      return (
        <>
          <span class="cell-first">{t('common.number', { number: shortNumber(issue) })}</span>
          {issue.duplicate && <span class="cell-second">{t('issuelist.value.flag.duplicate')}</span>}
        </>
      )
    case 'severity':
      return <SeverityTag severity={issue.severity} />
    case 'kind':
      return <>{kindName(kindOf(issue.check))}</>
    case 'description':
      return (
        <>
          <span class="cell-first">{issue.description}</span>
          {issue.quote && <span class="cell-second">{t('ledger.list.quote', { quote: issue.quote })}</span>}
        </>
      )
    case 'unit':
      return <>{issue.unitName || t('common.unitUnknown')}</>
    case 'page':
      return (
        <>
          <span class="cell-first">{issue.pageTitle}</span>
          <span class="cell-second">{issue.host}</span>
        </>
      )
    case 'found':
      return <>{dayOf(issue.foundAt)}</>
    case 'deadline':
      return <DueLabel issue={issue} today={today} nextWorkday={nextWorkday} />
    case 'status':
      return <StatusTag status={issue.status} />
    case 'site':
      return <>{issue.siteName || issue.host}</>
    case 'column':
      return <>{issue.columnName}</>
    case 'indicator':
      return <>{issue.indicator === null ? '' : (indicatorName(issue.indicator) ?? issue.indicator)}</>
    case 'foundBy':
      return <>{issue.foundBy}</>
    case 'recheck':
      return <>{issue.recheck ? t(`issuelist.value.recheck.${issue.recheck}`) : ''}</>
    case 'rebounds':
      return <>{issue.rebounds || ''}</>
    case 'updated':
      return <>{minuteOf(issue.updatedAt)}</>
  }
}

/** What a cell says in full where it is cut short. */
export function fullTextOf(column: ListColumn, issue: ListedIssue): string | undefined {
  if (column === 'description') return issue.quote ? `${issue.description}\n${issue.quote}` : issue.description
  if (column === 'page') return `${issue.pageTitle}\n${issue.url}`
  if (column === 'unit') return issue.unitName
  if (column === 'site') return issue.siteName
  return column === 'column' ? issue.columnName : undefined
}
