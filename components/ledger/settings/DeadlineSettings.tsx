import { t } from '../../../utils/locale.ts'
import { SEVERITIES, type Severity } from '../../../utils/types/finding.ts'
import { COLUMN_CLASSES, type ColumnClass } from '../../../utils/types/roster.ts'

export interface DeadlineValues {
  /** Calendar days; null: no deadline. */
  columns: Record<ColumnClass, number | null>
  /** Working days; null: no deadline. */
  severities: Record<Severity, number | null>
}

export interface DeadlineSettingsProps {
  deadlines: DeadlineValues
  onColumnDeadline: (columnClass: ColumnClass, days: number | null) => void
  /** 留言答复时限, working days. */
  letterDays: number
  onLetterDays: (days: number) => void
  onSeverityDeadline: (severity: Severity, days: number | null) => void
}

/** 更新时限 per column class and 整改时限 per severity; an empty field means no deadline. */
export function DeadlineSettings(props: DeadlineSettingsProps) {
  const { deadlines } = props
  return (
    <>
      <section aria-labelledby="set-severities">
        <h2 id="set-severities">{t('ledger.settings.severities')}</h2>
        <p>{t('ledger.settings.severitiesSays')}</p>
        <div class="days">
          {SEVERITIES.map((one) => (
            <Days key={one} label={t(`common.severity.${one}`)} unit={t('ledger.settings.workingDays')} value={deadlines.severities[one]} onDays={(days) => props.onSeverityDeadline(one, days)} />
          ))}
        </div>
      </section>
      <section aria-labelledby="set-letters">
        <h2 id="set-letters">{t('ledger.settings.letters')}</h2>
        <p>{t('ledger.settings.lettersSays')}</p>
        <div class="days">
          <Days label={t('ledger.settings.lettersName')} unit={t('ledger.settings.workingDays')} value={props.letterDays} onDays={(days) => days !== null && props.onLetterDays(days)} />
        </div>
      </section>
      <section aria-labelledby="set-columns">
        <h2 id="set-columns">{t('ledger.settings.columns')}</h2>
        <p>{t('ledger.settings.columnsSays')}</p>
        <div class="days">
          {COLUMN_CLASSES.map((one) => (
            <Days key={one} label={t(`common.class.${one}`)} unit={t('ledger.settings.days')} value={deadlines.columns[one]} onDays={(days) => props.onColumnDeadline(one, days)} />
          ))}
        </div>
      </section>
    </>
  )
}

interface DaysProps {
  label: string
  unit: string
  value: number | null
  onDays: (days: number | null) => void
}

function Days(props: DaysProps) {
  const change = (event: { currentTarget: HTMLInputElement }) => {
    const input = event.currentTarget
    // what is not a number of days (letters, 0, 1.5) goes back to what it was
    if (!input.validity.valid) input.value = props.value === null ? '' : String(props.value)
    else props.onDays(input.value === '' ? null : Number(input.value))
  }
  return (
    <label class="days-one">
      <span>{props.label}</span>
      {/* a new field when the value changes elsewhere: what is typed stays until it is left */}
      <input key={props.value} class="field" type="number" min={1} max={3660} step={1} defaultValue={props.value === null ? '' : String(props.value)} onChange={change} />
      <span>{props.unit}</span>
    </label>
  )
}
