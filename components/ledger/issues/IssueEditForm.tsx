import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { SEVERITIES } from '../../../utils/types/finding.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Unit } from '../../../utils/types/roster.ts'

const TEXT_FIELDS = ['description', 'quote', 'suggestion', 'context', 'basis', 'columnName', 'pageTitle', 'note'] as const

type Editable = (typeof TEXT_FIELDS)[number] | 'severity' | 'unitId' | 'unitName' | 'deadline'

/** What was changed, and nothing else. */
export type IssueEdit = Partial<Pick<Issue, Editable>>

export interface IssueEditFormProps {
  issue: Issue
  units: readonly Unit[]
  onSave: (changes: IssueEdit) => void
  onCancel: () => void
}

/** Edits an issue; Ctrl+Enter saves. Only changed fields are handed on. */
export function IssueEditForm(props: IssueEditFormProps) {
  const { issue } = props
  const [edit, setEdit] = useState<IssueEdit>({})
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const now = { ...issue, ...edit }
  const set = (change: IssueEdit) => setEdit({ ...edit, ...change })
  const changes = changesOf(issue, edit)
  const save = () => props.onSave(changes)
  const unitKnown = now.unitId === null || props.units.some((unit) => unit.id === now.unitId)
  return (
    <form
      class="edit"
      aria-label={t('ledger.edit.title')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
        // Esc leaves only what has nothing to lose; 取消 says plainly that changes go
        if (event.key !== 'Escape') return
        event.preventDefault()
        if (Object.keys(changes).length === 0) props.onCancel()
      }}
    >
      <div class="edit-line">
        <label class="label">
          {t('ledger.field.severity')}
          <select class="field" value={now.severity} onChange={(event) => set({ severity: event.currentTarget.value as Issue['severity'] })}>
            {SEVERITIES.map((one) => <option key={one} value={one}>{t(`common.severity.${one}`)}</option>)}
          </select>
        </label>
        <label class="label">
          {t('ledger.field.unitName')}
          <select
            class="field"
            value={now.unitId ?? ''}
            onChange={(event) => {
              const unit = props.units.find((one) => one.id === event.currentTarget.value)
              set({ unitId: unit?.id ?? null, unitName: unit?.name ?? '' })
            }}
          >
            <option value="">{t('common.unitUnknown')}</option>
            {!unitKnown && <option value={now.unitId ?? ''}>{now.unitName}</option>}
            {props.units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
          </select>
        </label>
        <label class="label">
          {t('ledger.field.deadline')}
          <input
            class="field"
            type="date"
            value={now.deadline ?? ''}
            onInput={(event) => set({ deadline: event.currentTarget.value || null })}
          />
        </label>
      </div>
      {TEXT_FIELDS.map((field, index) => (
        <label key={field} class="label">
          {t(`ledger.field.${field}`)}
          <textarea
            class="field"
            rows={rowsFor(now[field])}
            ref={index === 0 ? first : undefined}
            value={now[field]}
            onInput={(event) => set({ [field]: event.currentTarget.value })}
          />
        </label>
      ))}
      <div class="actions">
        <button type="submit" class="button button-main">{t('ledger.edit.save')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
      </div>
    </form>
  )
}

/** Lines of a field that show its text, 6 at most; about 26 Chinese characters go on one. */
function rowsFor(text: string): number {
  return Math.min(6, Math.max(1, Math.ceil(text.length / 26)))
}

/** Fields of `edit` that differ from the issue. */
export function changesOf(issue: Issue, edit: IssueEdit): IssueEdit {
  return Object.fromEntries(Object.entries(edit).filter(([field, value]) => issue[field as Editable] !== value))
}
