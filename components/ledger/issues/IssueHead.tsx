import { t } from '../../../utils/locale.ts'
import { shortNumber, type Issue } from '../../../utils/types/issue.ts'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { StatusTag } from '../../shared/StatusTag.tsx'

export interface IssueHeadProps {
  issue: Issue
  editing: boolean
  /** The first issue of the same problem, where this one is 疑似重复. */
  duplicate?: { id: string; number: string | number } | null
  onEdit: () => void
  onHelp: () => void
  onDelete: () => void
  onOpenPage: () => void
  onCopy: () => void
  onOpenIssue: (id: string) => void
  onBack: () => void
  /** Left out at the first and last. */
  onPrevious?: () => void
  onNext?: () => void
}

/** What an issue is, the way to its neighbours, and what can be done with it. While editing, nothing leads away. */
export function IssueHead(props: IssueHeadProps) {
  const { issue, editing, duplicate } = props
  return (
    <header class="detail-head">
      <button type="button" class="button" aria-keyshortcuts="Escape" disabled={editing} onClick={props.onBack}>{t('ledger.detail.back')}</button>
      <button type="button" class="button" aria-keyshortcuts="K ArrowLeft" title="K ←" disabled={editing || !props.onPrevious} onClick={props.onPrevious}>{t('ledger.detail.previous')}</button>
      <button type="button" class="button" aria-keyshortcuts="J ArrowRight" title="J →" disabled={editing || !props.onNext} onClick={props.onNext}>{t('ledger.detail.next')}</button>
      <h2 class="detail-number">{t('common.number', { number: shortNumber(issue) })}</h2>
      <SeverityTag severity={issue.severity} />
      <StatusTag status={issue.status} />
      {duplicate && (
        <button type="button" class="button button-small button-plain" onClick={() => props.onOpenIssue(duplicate.id)}>
          {t('ledger.detail.duplicate', { number: duplicate.number })}
        </button>
      )}
      <span class="detail-space" />
      <button type="button" class="button button-small button-plain" aria-keyshortcuts="?" onClick={props.onHelp}>{t('ledger.keys.title')}</button>
      <button type="button" class="button" aria-keyshortcuts="O" title="O" onClick={props.onOpenPage}>{t('ledger.detail.openPage')}</button>
      <button type="button" class="button" onClick={props.onCopy}>{t('issue.copy.button')}</button>
      {!editing && <button type="button" class="button" aria-keyshortcuts="E" title="E" onClick={props.onEdit}>{t('ledger.detail.edit')}</button>}
      <button type="button" class="button button-danger" onClick={props.onDelete}>{t('ledger.detail.delete')}</button>
    </header>
  )
}
