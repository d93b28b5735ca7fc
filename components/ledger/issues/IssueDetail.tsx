import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { CaptureKind } from '../../../utils/types/capture.ts'
import type { Severity } from '../../../utils/types/finding.ts'
import { shortNumber, type Issue, type IssueEvent, type Status } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import type { IssueEdit } from './issue-edit.ts'
import { IssueEditForm } from './IssueEditForm.tsx'
import { IssueFields } from './IssueFields.tsx'
import { IssueHead, type IssueHeadProps } from './IssueHead.tsx'
import { IssueHistory } from './IssueHistory.tsx'
import { IssueShots, type ShotDeeds, type ShotPicture } from './IssueShots.tsx'
import { IssueTwins, type Twin } from './IssueTwins.tsx'
import { ISSUE_KEYS, KeyHelp } from './KeyHelp.tsx'
import { NoteBox } from './NoteBox.tsx'
import { StatusChange } from './StatusChange.tsx'
import { usePastedPicture } from './usePastedPicture.ts'

export type { ShotPicture } from './IssueShots.tsx'

export interface IssueDetailProps extends Omit<IssueHeadProps, 'editing' | 'onEdit' | 'onHelp'> {
  /** The oldest first. */
  events: readonly IssueEvent[]
  /** Null while they are loaded. */
  shots: readonly ShotPicture[] | null
  units: readonly Unit[]
  /** 检查指标 to choose from, and whose names are shown. */
  indicators: readonly { id: string; name: string }[]
  /** The others of the same problem. */
  twins: readonly Twin[]
  today: Day
  /** The working day after today. */
  nextWorkday?: Day
  deadlineFor: (severity: Severity) => Day | null
  /** Statuses that may follow the present one. */
  transitions: readonly Status[]
  /** 复查结果, where there is something to show. */
  recheck?: ComponentChildren
  /** 取证信息. */
  evidence?: ComponentChildren
  /** Open in the edit form (E) or at the status buttons (S). */
  focus?: 'edit' | 'status' | null
  /** Resolves false where nothing was saved. */
  onEdit: (changes: IssueEdit, base: Issue) => Promise<boolean>
  onNote: (text: string) => void
  onStatus: (status: Status, reason: string) => void
  /** Takes a picture of the page, which must be open. */
  onRetake?: (kind: CaptureKind) => void
  /** What can be done with the pictures. */
  shotDeeds?: ShotDeeds
}

/**
 * One issue: its pictures, its fields, its life.
 * Keys: J → and K ← go to the neighbours in the list, E edits, D marks up the first picture, Ctrl+V adds a copied one, S goes to the status buttons, O opens the page, Esc goes back, ? tells them.
 */
export function IssueDetail(props: IssueDetailProps) {
  const { issue, focus } = props
  const [editing, setEditing] = useState(focus === 'edit')
  const [help, setHelp] = useState(false)
  const atStatus = focus === 'status'
  const article = useRef<HTMLElement>(null)
  useLayoutEffect(() => setEditing(focus === 'edit'), [issue.id, focus])
  useLayoutEffect(() => {
    // so that the keys work without a click; the form and the status buttons take the focus themselves
    if (!editing && !atStatus) article.current?.focus({ preventScroll: true })
  }, [issue.id, editing])
  const keys: Record<string, (() => void) | undefined> = {
    Escape: props.onBack,
    j: props.onNext,
    ArrowRight: props.onNext,
    k: props.onPrevious,
    ArrowLeft: props.onPrevious,
    e: () => setEditing(true),
    d: props.shotDeeds && props.shots?.[0]?.src ? () => props.shotDeeds?.onMark(0) : undefined,
    s: () => article.current?.querySelector<HTMLElement>('.life button')?.focus(),
    o: props.onOpenPage,
    '?': () => setHelp(true),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || editing || help || event.ctrlKey || event.metaKey || event.altKey) return
    const typing = event.target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)
    const run = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!run || (typing && event.key !== 'Escape')) return
    event.preventDefault()
    run()
  }
  usePastedPicture(editing ? undefined : props.shotDeeds?.onPaste)
  const names = { indicator: (id: string | null) => props.indicators.find((one) => one.id === id)?.name ?? null }
  return (
    <article class="detail" aria-label={t('ledger.detail.name', { number: shortNumber(issue) })} tabIndex={-1} ref={article} onKeyDown={onKeyDown}>
      <IssueHead {...props} editing={editing} onEdit={() => setEditing(true)} onHelp={() => setHelp(true)} />
      <div class="detail-body">
        <div class="detail-shots">
          <IssueShots key={issue.id} number={shortNumber(issue)} shots={props.shots} onRetake={props.onRetake} deeds={props.shotDeeds} />
        </div>
        <div class="detail-words">
          <StatusChange key={`${issue.id}-${issue.status}`} transitions={props.transitions} takesFocus={atStatus} onStatus={props.onStatus} />
          {props.recheck}
          {editing ? (
            <IssueEditForm
              key={issue.id}
              issue={issue}
              units={props.units}
              indicators={props.indicators}
              names={names}
              deadlineFor={props.deadlineFor}
              onCancel={() => setEditing(false)}
              onSave={async (changes, base) => {
                const saved = Object.keys(changes).length === 0 || (await props.onEdit(changes, base))
                if (saved) setEditing(false)
                return saved
              }}
            />
          ) : (
            <>
              <IssueFields issue={issue} today={props.today} nextWorkday={props.nextWorkday} indicatorName={names.indicator(issue.indicator)} />
              <NoteBox key={issue.id} onNote={props.onNote} />
            </>
          )}
          {props.evidence}
          <IssueTwins twins={props.twins} onOpen={props.onOpenIssue} />
          <IssueHistory events={props.events} names={names} />
        </div>
      </div>
      {help && <KeyHelp keys={ISSUE_KEYS} onClose={() => setHelp(false)} />}
    </article>
  )
}
