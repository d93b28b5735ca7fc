import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Issue, IssueEvent, Status } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import { minuteOf } from '../../shared/format.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { SeverityTag } from '../../shared/SeverityTag.tsx'
import { ShotView, type ShotViewProps } from '../../shared/ShotView.tsx'
import { StatusTag } from '../../shared/StatusTag.tsx'
import { IssueEditForm, type IssueEdit } from './IssueEditForm.tsx'
import { IssueFields } from './IssueFields.tsx'
import { IssueHistory } from './IssueHistory.tsx'
import { StatusChange } from './StatusChange.tsx'

/** A screenshot of an issue, ready to be shown. */
export interface ShotPicture extends Pick<ShotViewProps, 'src' | 'width' | 'height' | 'outlines'> {
  hash: string
  /** Instant, ISO 8601 UTC. */
  takenAt: string
}

export interface IssueDetailProps {
  issue: Issue
  /** The oldest first. */
  events: readonly IssueEvent[]
  shots: readonly ShotPicture[]
  units: readonly Unit[]
  today: Day
  /** Statuses that may follow the present one. */
  transitions: readonly Status[]
  /** The first issue of the same problem, where this one is 疑似重复. */
  duplicate?: Pick<Issue, 'id' | 'number'> | null
  /** Name of the issue's indicator; its id is shown without it. */
  indicatorName?: string | null
  /** Open in the edit form (E) or at the status buttons (S). */
  focus?: 'edit' | 'status' | null
  onEdit: (changes: IssueEdit) => void
  onStatus: (status: Status, reason: string) => void
  /** Deletes at once; the toast offers the way back. */
  onDelete: () => void
  onOpenPage: () => void
  /** Takes the missing picture of the page, which must be open. */
  onRetake?: () => void
  onOpenIssue: (id: string) => void
  onBack: () => void
  /** Left out at the first and last. */
  onPrevious?: () => void
  onNext?: () => void
}

/** One issue: its picture, its fields, its life. Keys: E edits, S goes to the status buttons, Esc goes back to the list. */
export function IssueDetail(props: IssueDetailProps) {
  const { issue, duplicate } = props
  const [editing, setEditing] = useState(props.focus === 'edit')
  useEffect(() => setEditing(props.focus === 'edit'), [issue.id, props.focus])
  const article = useRef<HTMLElement>(null)
  const [atStatus, setAtStatus] = useState(props.focus === 'status')
  useEffect(() => setAtStatus(props.focus === 'status'), [issue.id, props.focus])
  useEffect(() => {
    // so that the keys work without a click; the form and the status buttons take the focus themselves
    if (!editing && !atStatus) article.current?.focus({ preventScroll: true })
  }, [issue.id, editing])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || editing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') props.onBack()
    else if (event.target instanceof HTMLInputElement) return
    else if (event.key === 'e' || event.key === 'E') setEditing(true)
    else if (event.key === 's' || event.key === 'S') setAtStatus(true)
    else return
    event.preventDefault()
  }
  return (
    <article class="detail" aria-label={t('ledger.detail.name', { number: issue.number })} tabIndex={-1} ref={article} onKeyDown={onKeyDown}>
      <header class="detail-head">
        <button type="button" class="button" disabled={editing} onClick={props.onBack}>{t('ledger.detail.back')}</button>
        <button type="button" class="button" disabled={editing || !props.onPrevious} onClick={props.onPrevious}>{t('ledger.detail.previous')}</button>
        <button type="button" class="button" disabled={editing || !props.onNext} onClick={props.onNext}>{t('ledger.detail.next')}</button>
        <h2 class="detail-number">{t('common.number', { number: issue.number })}</h2>
        <SeverityTag severity={issue.severity} />
        <StatusTag status={issue.status} />
        {duplicate && (
          <button type="button" class="button button-small button-plain" onClick={() => props.onOpenIssue(duplicate.id)}>
            {t('ledger.detail.duplicate', { number: duplicate.number })}
          </button>
        )}
        <span class="detail-space" />
        <button type="button" class="button" onClick={props.onOpenPage}>{t('ledger.detail.openPage')}</button>
        {!editing && <button type="button" class="button" aria-keyshortcuts="E" onClick={() => setEditing(true)}>{t('ledger.detail.edit')}</button>}
        <button type="button" class="button button-danger" onClick={props.onDelete}>{t('ledger.detail.delete')}</button>
      </header>
      <div class="detail-body">
        <div class="detail-shots">
          {issue.shots.length === 0 && (
            <EmptyState title={t('ledger.detail.noShot')} says={t('ledger.detail.retakeSays')}>
              {props.onRetake && <button type="button" class="button" onClick={props.onRetake}>{t('ledger.detail.retake')}</button>}
            </EmptyState>
          )}
          {props.shots.map((shot, index) => (
            <ShotView
              key={shot.hash}
              src={shot.src}
              width={shot.width}
              height={shot.height}
              outlines={shot.outlines}
              alt={t('ledger.detail.shot', { number: issue.number, index: index + 1 })}
              caption={t('ledger.detail.takenAt', { at: minuteOf(shot.takenAt) })}
            />
          ))}
        </div>
        <div class="detail-words">
          <StatusChange key={`${issue.id}-${issue.status}`} transitions={props.transitions} takesFocus={atStatus} onStatus={props.onStatus} />
          {editing ? (
            <IssueEditForm
              key={issue.id}
              issue={issue}
              units={props.units}
              onCancel={() => setEditing(false)}
              onSave={(changes) => {
                setEditing(false)
                if (Object.keys(changes).length > 0) props.onEdit(changes)
              }}
            />
          ) : (
            <IssueFields issue={issue} today={props.today} indicatorName={props.indicatorName} />
          )}
          <IssueHistory events={props.events} />
        </div>
      </div>
    </article>
  )
}
