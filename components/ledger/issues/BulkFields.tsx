import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { SEVERITIES, type Severity } from '../../../utils/types/finding.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Unit } from '../../../utils/types/roster.ts'

/** What many issues are given; a field left out stays as it is in each. */
export type ManyFields = Partial<Pick<Issue, 'severity' | 'unitId' | 'deadline'>>

export interface BulkFieldsProps {
  units: readonly Unit[]
  busy: boolean
  onFields: (fields: ManyFields) => void
}

const KEEP = 'keep'
const NONE = 'none'

/** Severity, unit and deadline for all ticked issues. */
export function BulkFields({ units, busy, onFields }: BulkFieldsProps) {
  const [fields, setFields] = useState<ManyFields>({})
  const first = useRef<HTMLSelectElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const set = <F extends keyof ManyFields>(field: F, value: ManyFields[F]) => {
    const { [field]: _before, ...rest } = fields
    setFields(value === undefined ? rest : { ...rest, [field]: value })
  }
  return (
    <form
      class="many-panel many-fields"
      onSubmit={(event) => {
        event.preventDefault()
        onFields(fields)
      }}
    >
      <label class="label">
        {t('ledger.field.severity')}
        <select class="field" ref={first} value={fields.severity ?? KEEP} onChange={({ currentTarget: { value } }) => set('severity', value === KEEP ? undefined : (value as Severity))}>
          <option value={KEEP}>{t('issuelist.bulk.keep')}</option>
          {SEVERITIES.map((one) => <option key={one} value={one}>{t(`common.severity.${one}`)}</option>)}
        </select>
      </label>
      <label class="label">
        {t('ledger.field.unitName')}
        <select
          class="field many-unit"
          value={fields.unitId === undefined ? KEEP : fields.unitId === null ? NONE : fields.unitId}
          onChange={({ currentTarget: { value } }) => set('unitId', value === KEEP ? undefined : value === NONE ? null : value)}
        >
          <option value={KEEP}>{t('issuelist.bulk.keep')}</option>
          <option value={NONE}>{t('common.unitUnknown')}</option>
          {units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
        </select>
      </label>
      <label class="label">
        {t('ledger.field.deadline')}
        <input class="field" type="date" disabled={fields.deadline === null} value={fields.deadline ?? ''} onInput={({ currentTarget: { value } }) => set('deadline', value || undefined)} />
      </label>
      <label class="many-none">
        <input type="checkbox" checked={fields.deadline === null} onChange={({ currentTarget: { checked } }) => set('deadline', checked ? null : undefined)} />
        {t('issuelist.bulk.noDeadline')}
      </label>
      <button type="submit" class="button button-main" disabled={busy || Object.keys(fields).length === 0}>{t('ledger.edit.save')}</button>
    </form>
  )
}
