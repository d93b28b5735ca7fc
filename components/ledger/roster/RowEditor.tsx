import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { COLUMN_CLASSES, type Column, type ColumnClass, type Site, type Unit } from '../../../utils/types/roster.ts'
import type { RosterKind, RosterRow } from './rows.ts'

/** What a person entered, by kind. */
export type Saved =
  | { kind: 'units'; id: string | null; row: Omit<Unit, 'id'> }
  | { kind: 'sites'; id: string | null; row: Omit<Site, 'id'> }
  | { kind: 'columns'; id: string | null; row: Omit<Column, 'id'> }

export interface RowEditorProps {
  kind: RosterKind
  /** Null: a new row. */
  of: RosterRow | null
  units: readonly Unit[]
  /** Days of each class where a column has none of its own. */
  classDays: Record<ColumnClass, number | null>
  onSave: (saved: Saved) => void
  onCancel: () => void
}

type Texts = Record<'name' | 'aliases' | 'prefix' | 'code' | 'unit' | 'class' | 'days' | 'exemption', string>

/** One row being edited where it stands, or a new one. Enter saves, Esc leaves it as it was. */
export function RowEditor(props: RowEditorProps) {
  const { kind, of } = props
  const [texts, setTexts] = useState<Texts>(() => textsOf(of))
  const [wrong, setWrong] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), [])
  const set = (field: keyof Texts) => (event: { currentTarget: { value: string } }) => setTexts({ ...texts, [field]: event.currentTarget.value })
  const input = (field: keyof Texts, more: Record<string, unknown> = {}) => (
    <label class={`label edit-${field}`}>
      {t(`rosterdesk.edit.${field}`)}
      <input class="field" value={texts[field]} onInput={set(field)} {...more} />
    </label>
  )
  const submit = (event: Event) => {
    event.preventDefault()
    const saved = savedOf(kind, of?.row.id ?? null, texts, props.units)
    if (typeof saved === 'string') setWrong(saved)
    else props.onSave(saved)
  }
  return (
    <form
      class="row-editor"
      ref={form}
      aria-label={t(of ? 'rosterdesk.edit.title' : `rosterdesk.add.${kind}`)}
      onSubmit={submit}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Escape') props.onCancel()
      }}
    >
      {input('name', { maxLength: 200, required: kind !== 'sites' })}
      {kind === 'units' && input('aliases', { maxLength: 1000, placeholder: t('rosterdesk.edit.aliasesHint') })}
      {kind !== 'units' && input('prefix', { maxLength: 2000, required: true, placeholder: 'www.example.gov.cn/' })}
      {kind === 'sites' && input('code', { maxLength: 12 })}
      {kind !== 'units' && input('unit', { list: 'roster-units', autocomplete: 'off' })}
      {kind === 'columns' && (
        <>
          <label class="label edit-class">
            {t('rosterdesk.edit.class')}
            <select class="field" value={texts.class} onChange={set('class')}>
              {COLUMN_CLASSES.map((one) => <option key={one} value={one}>{t(`common.class.${one}`)}</option>)}
            </select>
          </label>
          {input('days', { inputMode: 'numeric', placeholder: String(props.classDays[texts.class as ColumnClass] ?? t('rosterdesk.edit.noDays')) })}
          {input('exemption', { maxLength: 500, placeholder: t('rosterdesk.edit.exemptionHint') })}
        </>
      )}
      <span class="actions">
        <button type="submit" class="button button-main">{t('rosterdesk.save')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
      </span>
      {wrong && <p class="edit-wrong" role="alert">{t(wrong)}</p>}
    </form>
  )
}

function textsOf(of: RosterRow | null): Texts {
  const none: Texts = { name: '', aliases: '', prefix: '', code: '', unit: '', class: 'other', days: '', exemption: '' }
  if (!of) return none
  if (of.kind === 'units') return { ...none, name: of.row.name, aliases: of.row.aliases.join('、') }
  const place = { ...none, name: of.row.name, prefix: of.row.prefix, unit: of.unit }
  if (of.kind === 'sites') return { ...place, code: of.row.siteIdCode ?? '' }
  return { ...place, class: of.row.class, days: of.row.deadlineDays === null ? '' : String(of.row.deadlineDays), exemption: of.row.exemption ?? '' }
}

/** The row, or the key of the sentence that says what is wrong. */
function savedOf(kind: RosterKind, id: string | null, texts: Texts, units: readonly Unit[]): Saved | string {
  const { name } = texts
  if (kind === 'units') return { kind, id, row: { name, aliases: texts.aliases.split(/[、；;，,|｜／/\n]/).map((alias) => alias.trim()).filter(Boolean) } }
  const wanted = texts.unit.trim()
  const unit = units.find((one) => one.name === wanted || one.aliases.includes(wanted))
  if (wanted && !unit) return 'rosterdesk.edit.unknownUnit'
  const place = { name, prefix: texts.prefix, unitId: unit?.id ?? null }
  if (kind === 'sites') return { kind, id, row: { ...place, siteIdCode: texts.code.trim() || null } }
  const days = texts.days.trim().normalize('NFKC')
  if (days && !(/^\d{1,4}$/.test(days) && Number(days) >= 1 && Number(days) <= 3650)) return 'rosterdesk.edit.badDays'
  return { kind, id, row: { ...place, class: texts.class as ColumnClass, deadlineDays: days ? Number(days) : null, exemption: texts.exemption.trim() || null } }
}
