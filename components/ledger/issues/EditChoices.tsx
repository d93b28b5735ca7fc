import { t } from '../../../utils/locale.ts'
import { SEVERITIES, type Severity } from '../../../utils/types/finding.ts'
import type { Issue } from '../../../utils/types/issue.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import { kindName, MANUAL_TYPES } from '../../shared/kinds.ts'
import { EditField, type Around } from './EditField.tsx'
import type { IssueEdit } from './issue-edit.ts'

interface EditChoicesProps {
  around: Around
  now: Issue
  issue: Issue
  units: readonly Unit[]
  indicators: readonly { id: string; name: string }[]
  /** What the deadline would be by the rules; null where there is none. */
  deadlineFor: (severity: Severity) => Day | null
  onSet: (change: IssueEdit) => void
}

/** The fields of an issue that are chosen, not written. */
export function EditChoices({ around, now, issue, units, indicators, deadlineFor, onSet }: EditChoicesProps) {
  const unitKnown = now.unitId === null || units.some((unit) => unit.id === now.unitId)
  const kinds = [...new Set([issue.check, ...MANUAL_TYPES.map((type) => `manual/${type}`)])]
  const known = now.indicator === null || indicators.some(({ id }) => id === now.indicator)
  const byRule = deadlineFor(now.severity)
  return (
    <div class="edit-line">
      <EditField name="severity" {...around}>
        {(wiring) => (
          <select {...wiring} value={now.severity} onChange={(event) => onSet({ severity: event.currentTarget.value as Severity })}>
            {SEVERITIES.map((one) => <option key={one} value={one}>{t(`common.severity.${one}`)}</option>)}
          </select>
        )}
      </EditField>
      <EditField name="deadline" {...around}>
        {(wiring) => (
          <>
            <input {...wiring} type="date" value={now.deadline ?? ''} onInput={(event) => onSet({ deadline: event.currentTarget.value || null })} />
            {now.severity !== issue.severity && byRule !== null && byRule !== now.deadline && (
              <button type="button" class="button button-small" onClick={() => onSet({ deadline: byRule })}>{t('issue.edit.byRule', { day: byRule })}</button>
            )}
          </>
        )}
      </EditField>
      <EditField name="unitId" {...around}>
        {(wiring) => (
          <select
            {...wiring}
            value={now.unitId ?? ''}
            onChange={(event) => {
              const unit = units.find((one) => one.id === event.currentTarget.value)
              onSet({ unitId: unit?.id ?? null, unitName: unit?.name ?? '' })
            }}
          >
            <option value="">{t('common.unitUnknown')}</option>
            {!unitKnown && <option value={now.unitId ?? ''}>{now.unitName}</option>}
            {units.map((unit) => <option key={unit.id} value={unit.id}>{unit.name}</option>)}
          </select>
        )}
      </EditField>
      <EditField name="check" {...around}>
        {(wiring) => (
          <select {...wiring} value={now.check} onChange={(event) => onSet({ check: event.currentTarget.value })}>
            {kinds.map((kind) => <option key={kind} value={kind}>{kindName(kind)}</option>)}
          </select>
        )}
      </EditField>
      <EditField name="indicator" {...around}>
        {(wiring) => (
          <select {...wiring} value={now.indicator ?? ''} onChange={(event) => onSet({ indicator: event.currentTarget.value || null })}>
            <option value="">{t('issue.edit.noIndicator')}</option>
            {!known && <option value={now.indicator ?? ''}>{now.indicator}</option>}
            {indicators.map(({ id, name }) => <option key={id} value={id}>{`${id} ${name}`}</option>)}
          </select>
        )}
      </EditField>
      <EditField name="publishedOn" {...around}>
        {(wiring) => <input {...wiring} type="date" value={now.publishedOn ?? ''} onInput={(event) => onSet({ publishedOn: event.currentTarget.value || null })} />}
      </EditField>
      <EditField name="onHome" {...around}>
        {(wiring) => (
          <select {...wiring} value={now.onHome ? 'yes' : 'no'} onChange={(event) => onSet({ onHome: event.currentTarget.value === 'yes' })}>
            {['yes', 'no'].map((one) => <option key={one} value={one}>{t(`ledger.onHome.${one}`)}</option>)}
          </select>
        )}
      </EditField>
    </div>
  )
}
