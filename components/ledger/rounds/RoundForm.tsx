import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Round } from '../../../utils/types/round.ts'

export type RoundFields = Pick<Round, 'name' | 'from' | 'to'>

export interface RoundFormProps {
  fields: RoundFields
  /** True for a round that is new. */
  isNew: boolean
  onSave: (fields: RoundFields) => void
  onCancel: () => void
}

/** Name and days of a round. Esc leaves it as it was. */
export function RoundForm(props: RoundFormProps) {
  const [fields, setFields] = useState(props.fields)
  const set = (change: Partial<RoundFields>) => setFields({ ...fields, ...change })
  const backwards = fields.from !== '' && fields.to !== '' && fields.to < fields.from
  return (
    <form
      class="box round-form"
      aria-label={t(props.isNew ? 'rounds.new' : 'rounds.edit')}
      onKeyDown={(event) => event.key === 'Escape' && props.onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        if (!backwards) props.onSave({ ...fields, name: fields.name.trim() })
      }}
    >
      <label class="label">
        {t('rounds.form.name')}
        <input class="field" autofocus maxLength={60} required={props.isNew} value={fields.name} placeholder={t('rounds.form.namePlaceholder')} onInput={(event) => set({ name: event.currentTarget.value })} />
      </label>
      <label class="label">
        {t('rounds.form.from')}
        <input class="field" type="date" required value={fields.from} onInput={(event) => set({ from: event.currentTarget.value })} />
      </label>
      <label class="label">
        {t('rounds.form.to')}
        <input class="field" type="date" required value={fields.to} aria-invalid={backwards} onInput={(event) => set({ to: event.currentTarget.value })} />
      </label>
      <button type="submit" class="button button-main" disabled={backwards}>{t(props.isNew ? 'rounds.form.create' : 'rounds.form.save')}</button>
      <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
      {backwards && <p class="form-problem" role="alert">{t('rounds.bad-span')}</p>}
    </form>
  )
}
