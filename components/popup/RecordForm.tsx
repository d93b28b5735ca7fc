import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import { SEVERITIES, type Severity } from '../../utils/types/finding.ts'
import type { Unit } from '../../utils/types/roster.ts'
import type { CaptureKind } from '../../utils/types/capture.ts'
import { CaptureKinds } from '../shared/CaptureKinds.tsx'
import { MANUAL_TYPES, type ManualType } from '../shared/kinds.ts'

/** What a person found that no check finds. */
export interface ManualRecord {
  type: ManualType
  severity: Severity
  description: string
  /** Null: to whom the page belongs, or no one yet. */
  unitId: string | null
}

export interface RecordFormProps {
  /** Address of the page: the unit chosen for one is not chosen for the next. */
  url: string | undefined
  /** Nothing can be recorded of what is shown now; what was typed is kept. */
  hidden: boolean
  units: readonly Unit[]
  /** Unit of the page. */
  unitId: string | null
  busy: boolean
  /** True when the last recording did not work: then the text stays, so that nothing typed is lost. */
  failed?: boolean
  onRecordManual: (record: ManualRecord) => void
  /** A picture of what is chosen in the page, with what was written here; null where nothing was. */
  onCapture?: (kind: CaptureKind, record: ManualRecord | null) => void
}

/** What is visible is taken by 记录; these are chosen in the page. */
const CHOSEN: readonly CaptureKind[] = ['region', 'element', 'page']

/** One line of text and Enter; type, severity and unit have defaults and may be changed. */
export function RecordForm(props: RecordFormProps) {
  const [type, setType] = useState<ManualType>('wording')
  const [severity, setSeverity] = useState<Severity>('general')
  const [chosenUnit, setChosenUnit] = useState<string | null>(null)
  const [description, setDescription] = useState('')
  const unitId = chosenUnit ?? props.unitId
  useLayoutEffect(() => setChosenUnit(null), [props.url])
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !props.busy && !props.failed) setDescription('')
    wasBusy.current = props.busy
  }, [props.busy, props.failed])
  const ready = description.trim() !== '' && !props.busy
  const written = (): ManualRecord => ({ type, severity, description: description.trim(), unitId: unitId || null })
  const submit = (event: Event) => {
    event.preventDefault()
    if (ready) props.onRecordManual(written())
  }
  return (
    <form class="record" hidden={props.hidden} aria-label={t('popup.record.title')} onSubmit={submit}>
      <div class="record-line">
        <select class="field" aria-label={t('popup.record.type')} value={type} onChange={(event) => setType(event.currentTarget.value as ManualType)}>
          {MANUAL_TYPES.map((one) => <option key={one} value={one}>{t(`common.kind.manual/${one}`)}</option>)}
        </select>
        <select
          class="field"
          aria-label={t('popup.record.severity')}
          value={severity}
          onChange={(event) => setSeverity(event.currentTarget.value as Severity)}
        >
          {SEVERITIES.map((one) => <option key={one} value={one}>{t(`common.severity.${one}`)}</option>)}
        </select>
        <select
          class="field record-unit"
          aria-label={t('popup.record.unit')}
          value={unitId ?? ''}
          onChange={(event) => setChosenUnit(event.currentTarget.value)}
        >
          <option value="">{t('common.unitUnknown')}</option>
          {props.units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
        </select>
      </div>
      {props.onCapture && (
        <div class="record-line record-capture">
          <span aria-hidden="true">{t('common.capture.choose')}</span>
          <CaptureKinds name={t('common.capture.choose')} kinds={CHOSEN} disabled={props.busy} onCapture={(kind) => props.onCapture?.(kind, description.trim() === '' ? null : written())} />
        </div>
      )}
      <div class="record-line">
        <input
          class="field record-text"
          aria-label={t('popup.record.description')}
          placeholder={t('popup.record.placeholder')}
          value={description}
          onInput={(event) => setDescription(event.currentTarget.value)}
        />
        <button type="submit" class="button button-main" disabled={!ready}>
          {t(props.busy ? 'common.finding.recording' : 'common.finding.record')}
        </button>
      </div>
    </form>
  )
}
