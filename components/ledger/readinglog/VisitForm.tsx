import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import type { HandVisit, Shift } from '../../../utils/types/visit.ts'

export interface VisitFormProps {
  day: Day
  today: Day
  reader: string
  units: readonly Unit[]
  onSave: (fields: HandVisit) => void
  onCancel: () => void
}

/** 补记: what was read on a phone or another machine. Esc leaves it. */
export function VisitForm({ day, today, reader, units, onSave, onCancel }: VisitFormProps) {
  const [fields, setFields] = useState<HandVisit>({ day: day > today ? today : day, shift: 'morning', reader, unitId: null, columnName: '', url: '', minutes: 10, note: '' })
  const set = (change: Partial<HandVisit>) => setFields({ ...fields, ...change })
  const ahead = fields.day > today
  return (
    <form
      class="box round-form"
      aria-label={t('readinglog.form.title')}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      onSubmit={(event) => {
        event.preventDefault()
        if (!ahead) onSave(fields)
      }}
    >
      <label class="label">{t('readinglog.form.day')}<input class="field" type="date" required max={today} value={fields.day} aria-invalid={ahead} onInput={(event) => set({ day: event.currentTarget.value })} /></label>
      <label class="label">
        {t('readinglog.form.shift')}
        <select class="field" value={fields.shift} onChange={(event) => set({ shift: event.currentTarget.value as Shift })}>
          {(['morning', 'afternoon'] as const).map((one) => <option key={one} value={one}>{t(`readinglog.shift.${one}`)}</option>)}
        </select>
      </label>
      <label class="label">{t('readinglog.form.reader')}<input class="field" required maxLength={40} value={fields.reader} onInput={(event) => set({ reader: event.currentTarget.value })} /></label>
      <label class="label">{t('readinglog.form.what')}<input class="field" autofocus required maxLength={200} value={fields.columnName} placeholder={t('readinglog.form.whatPlaceholder')} onInput={(event) => set({ columnName: event.currentTarget.value })} /></label>
      <label class="label">
        {t('readinglog.form.unit')}
        <select class="field" value={fields.unitId ?? ''} onChange={(event) => set({ unitId: event.currentTarget.value || null })}>
          <option value="">{t('readinglog.form.noUnit')}</option>
          {units.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </select>
      </label>
      <label class="label">{t('readinglog.form.url')}<input class="field" type="url" maxLength={2000} value={fields.url} onInput={(event) => set({ url: event.currentTarget.value })} /></label>
      <label class="label">{t('readinglog.form.minutes')}<input class="field" type="number" min={0} max={720} required value={fields.minutes} onInput={(event) => set({ minutes: Number(event.currentTarget.value) })} /></label>
      <label class="label">{t('readinglog.form.note')}<input class="field" maxLength={200} value={fields.note} placeholder={t('readinglog.form.notePlaceholder')} onInput={(event) => set({ note: event.currentTarget.value })} /></label>
      <button type="submit" class="button button-main" disabled={ahead}>{t('readinglog.form.save')}</button>
      <button type="button" class="button" onClick={onCancel}>{t('common.cancel')}</button>
      {ahead && <p class="form-problem" role="alert">{t('readinglog.ahead')}</p>}
    </form>
  )
}
