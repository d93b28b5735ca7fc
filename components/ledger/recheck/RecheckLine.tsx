import { say, t } from '../../../utils/locale.ts'
import { shortNumber, type Issue } from '../../../utils/types/issue.ts'
import type { RecheckItem } from '../../../utils/types/recheck.ts'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { StatusTag } from '../../shared/StatusTag.tsx'

export interface RecheckRow {
  item: RecheckItem
  issue: Issue | null
}

export interface RecheckLineProps extends RecheckRow {
  onFollow: (issue: Issue, to: 'closed' | 'open') => void
  onOpenIssue: (id: string) => void
  onOpenPage: (url: string) => void
}

/** One issue's result: what was found, what it says now, and the step that a person may follow. */
export function RecheckLine({ item, issue, onFollow, onOpenIssue, onOpenPage }: RecheckLineProps) {
  const { found, number, settled } = item
  if (!found) return null
  const living = issue !== null && issue.deletedAt === null && settled === null
  const closable = living && found.result === 'fixed' && (issue.status === 'open' || issue.status === 'fixed' || issue.status === 'doubtful')
  const returnable = living && found.result === 'standing' && issue.status === 'fixed'
  const shot = issue?.shots.some(({ role, takenAt }) => role === 'after' && takenAt === found.at) ?? false
  return (
    <li class={`recheck-line recheck-is-${found.result}`}>
      <p class="recheck-head">
        <b>{t('common.number', { number: issue ? shortNumber(issue) : number })}</b>
        <span class={`tag recheck-tag recheck-tag-${found.result}`}>{t('recheck.list.found', { result: t(`recheck.result.${found.result}`) })}</span>
        {issue && <SeverityTag severity={issue.severity} />}
        {issue && <StatusTag status={issue.status} />}
        {issue && issue.rebounds > 0 && <span class="tag">{t('recheck.list.rebounds', { times: issue.rebounds })}</span>}
        {shot && <span class="tag">{t('recheck.list.shot')}</span>}
        {issue?.unitName && <span class="recheck-unit">{issue.unitName}</span>}
      </p>
      {issue && <p class="recheck-about" title={issue.description}>{issue.description}</p>}
      <p class="recheck-found">
        {say(found.says)}
        {found.now && <span class="recheck-now">{t('recheck.list.now', { now: found.now })}</span>}
      </p>
      <div class="actions">
        {closable && (
          <button type="button" class="button button-small button-main" aria-label={t('recheck.list.closeNumber', { number })} onClick={() => onFollow(issue, 'closed')}>
            {t('recheck.list.close')}
          </button>
        )}
        {returnable && <button type="button" class="button button-small" onClick={() => onFollow(issue, 'open')}>{t('recheck.list.back')}</button>}
        {settled !== null && <span class="recheck-settled">{t('recheck.list.settled')}</span>}
        {issue && <button type="button" class="button button-small button-plain" onClick={() => onOpenIssue(issue.id)}>{t('recheck.list.openIssue')}</button>}
        <button type="button" class="button button-small button-plain" onClick={() => onOpenPage(item.url)}>{t('recheck.list.openPage')}</button>
      </div>
    </li>
  )
}
