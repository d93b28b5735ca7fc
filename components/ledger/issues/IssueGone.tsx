import { t } from '../../../utils/locale.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'

export interface IssueGoneProps {
  state: 'loading' | 'unknown' | 'deleted'
  /** Of a deleted one. */
  number?: number | string
  onBack: () => void
  onRestore?: () => void
}

/** In place of an issue that is being read, was deleted, or is not in this ledger. */
export function IssueGone({ state, number = 0, onBack, onRestore }: IssueGoneProps) {
  if (state === 'loading') return <p class="quiet issue-wait" role="status">{t('issue.loading')}</p>
  const deleted = state === 'deleted'
  return (
    <EmptyState
      title={deleted ? t('issue.gone.deletedTitle', { number }) : t('issue.gone.title')}
      says={deleted ? t('issue.gone.deletedSays') : t('issue.gone.says')}
    >
      {deleted && onRestore && <button type="button" class="button button-main" onClick={onRestore}>{t('issue.gone.restore')}</button>}
      <button type="button" class="button" onClick={onBack}>{t('ledger.detail.back')}</button>
    </EmptyState>
  )
}
