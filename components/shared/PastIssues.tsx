import { say, t } from '../../utils/locale.ts'
import { shortNumber } from '../../utils/types/issue.ts'
import type { PastIssue } from '../../utils/types/recheck.ts'
import { count, dayOf } from './format.ts'
import { SeverityTag } from './SeverityTag.tsx'
import { StatusTag } from './StatusTag.tsx'

export interface PastCallbacks {
  /** 确认已整改, 销号, 退回待整改. */
  onSettlePast?: (issue: PastIssue, to: 'fixed' | 'closed' | 'open') => void
  onLocatePast?: (issue: PastIssue) => void
}

export interface PastIssuesProps extends PastCallbacks {
  past: readonly PastIssue[]
}

/** What the result is drawn like: the tags of the ledger's results. */
const TONE: Record<PastIssue['state'], string> = { standing: 'standing', fixed: 'fixed', look: 'look', waiting: 'waiting' }

/** Issues that were found on this page before: still there, or mended; the step to take is one click. Folds away. Nothing where there are none. */
export function PastIssues({ past, onSettlePast, onLocatePast }: PastIssuesProps) {
  if (past.length === 0) return null
  const of = (state: PastIssue['state']) => past.filter((issue) => issue.state === state).length
  return (
    <details class="past" open aria-label={t('recheck.past.title')}>
      <summary class="past-title">{t('recheck.past.count', { count: count(past.length), standing: count(of('standing')), fixed: count(of('fixed')) })}</summary>
      <ul class="past-list">
        {past.map((issue) => <PastItem key={issue.id} issue={issue} onSettlePast={onSettlePast} onLocatePast={onLocatePast} />)}
      </ul>
    </details>
  )
}

function PastItem({ issue, onSettlePast, onLocatePast }: PastCallbacks & { issue: PastIssue }) {
  const number = shortNumber(issue)
  const { status, state, description, says, now, place } = issue
  return (
    <li class="past-item">
      <p class="past-head">
        <span class={`tag recheck-tag recheck-tag-${TONE[state]}`}>{t(`recheck.past.${state}`)}</span>
        <SeverityTag severity={issue.severity} />
        <StatusTag status={status} />
      </p>
      <p title={description}>{description}</p>
      <p class="past-more">{t('recheck.past.item', { number, day: dayOf(issue.foundAt) })}</p>
      {state !== 'waiting' && <p class="past-more">{say(says)}{now && `：${now}`}</p>}
      <div class="actions" role="group" aria-label={t('recheck.past.actions', { number })}>
        {onSettlePast && state === 'fixed' && status !== 'fixed' && (
          <button type="button" class="button button-small button-main" onClick={() => onSettlePast(issue, 'fixed')}>{t('recheck.past.confirm')}</button>
        )}
        {onSettlePast && state === 'fixed' && (
          <button type="button" class="button button-small" onClick={() => onSettlePast(issue, 'closed')}>{t('recheck.past.close')}</button>
        )}
        {onSettlePast && state === 'standing' && status === 'fixed' && (
          <button type="button" class="button button-small" onClick={() => onSettlePast(issue, 'open')}>{t('recheck.past.back')}</button>
        )}
        {onLocatePast && place && (
          <button type="button" class="button button-small button-plain" onClick={() => onLocatePast(issue)}>{t('recheck.past.locate')}</button>
        )}
      </div>
    </li>
  )
}
