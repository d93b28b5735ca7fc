import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Severity } from '../../../utils/types/finding.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import { dayOf } from '../../shared/format.ts'
import { EditChoices } from './EditChoices.tsx'
import { EditField, type Around } from './EditField.tsx'
import { EditReply } from './EditReply.tsx'
import { changesOf, collisionsOf, EDIT_PARTS, edited, seenIn, without, wrongIn, type IssueEdit, type TextField } from './issue-edit.ts'
import type { Names } from './values.ts'

export interface IssueEditFormProps {
  /** As it stands now, also when another window changes it meanwhile. */
  issue: Issue
  units: readonly Unit[]
  indicators: readonly { id: string; name: string }[]
  names: Names
  deadlineFor: (severity: Severity) => Day | null
  /** `base`: the issue whose changes by others were seen. Resolves false where nothing was saved: the form stays. */
  onSave: (changes: IssueEdit, base: Issue) => Promise<boolean>
  onCancel: () => void
}

/** Edits an issue; Ctrl+Enter saves. Only changed fields are handed on, and none that was changed elsewhere unseen. */
export function IssueEditForm(props: IssueEditFormProps) {
  const { issue, units, names } = props
  const [edit, setEdit] = useState<IssueEdit>({})
  const [base, setBase] = useState(issue)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const first = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const now = edited(issue, edit)
  const changes = changesOf(issue, edit)
  const wrong = wrongIn(issue, changes, dayOf(issue.foundAt))
  const collisions = collisionsOf(edit, base, issue)
  const blocked = collisions.length > 0 || Object.keys(wrong).length > 0
  const set = (change: IssueEdit) => setEdit((old) => ({ ...old, ...change }))
  const save = async () => {
    if (busy) return
    setTried(true)
    if (blocked) return form.current?.querySelector<HTMLElement>('[aria-invalid=true], .collision button')?.focus()
    setBusy(true)
    if (!(await props.onSave(changes, base))) setBusy(false)
  }
  const around: Around = {
    wrong: tried ? wrong : {},
    collisions,
    names,
    onCollision: (field, mine) => {
      if (mine) setBase((old) => seenIn(old, issue, field))
      else setEdit((old) => without(old, field))
    },
  }
  const text = (field: TextField, isFirst = false) => (
    <EditField key={field} name={field} {...around}>
      {(wiring) => (
        <textarea
          {...wiring}
          rows={rowsFor(now[field])}
          ref={isFirst ? first : undefined}
          value={now[field]}
          onInput={(event) => set({ [field]: event.currentTarget.value })}
        />
      )}
    </EditField>
  )
  return (
    <form
      class="edit"
      ref={form}
      noValidate
      aria-label={t('ledger.edit.title')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
        // Esc leaves only what has nothing to lose; 取消 says plainly that changes go
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (Object.keys(changes).length === 0) props.onCancel()
      }}
    >
      {EDIT_PARTS.words.map((field, index) => text(field, index === 0))}
      <EditChoices around={around} now={now} issue={issue} units={units} indicators={props.indicators} deadlineFor={props.deadlineFor} onSet={set} />
      <details class="edit-part" open={EDIT_PARTS.place.some((field) => around.wrong[field] || collisions.some((one) => one.field === field)) || undefined}>
        <summary>{t('issue.edit.place')}</summary>
        {EDIT_PARTS.place.map((field) => text(field))}
      </details>
      <EditReply around={around} reply={now.reply} onSet={(reply) => set({ reply: { ...edit.reply, ...reply } })} />
      {text('note')}
      {tried && blocked && <p class="wrong" role="alert">{t(collisions.length > 0 ? 'issue.conflict.first' : 'issue.wrong.first', { count: Object.keys(wrong).length })}</p>}
      <div class="actions edit-actions">
        <button type="submit" class="button button-main" disabled={busy}>{t('ledger.edit.save')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
      </div>
    </form>
  )
}

/** Lines of a field that show its text, 6 at most; about 26 Chinese characters go on one. */
function rowsFor(text: string): number {
  return Math.min(6, Math.max(1, Math.ceil(text.length / 26)))
}
