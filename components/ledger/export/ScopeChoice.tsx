import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'
import { addDays, addMonths, daysInMonth, partsOf } from '../../../utils/types/day.ts'
import type { ExportScope } from '../../../utils/types/export.ts'
import type { Day } from '../../../utils/types/reading.ts'

export type Preset = 'week' | 'last-week' | 'month' | 'quarter'

const PRESETS: readonly Preset[] = ['week', 'last-week', 'month', 'quarter']

/** First and last day of what a preset names, seen from today. */
export function spanOfPreset(preset: Preset, today: Day): { from: Day; to: Day } {
  const [year, month] = partsOf(today)
  const first = (of: number): Day => `${year}-${String(of).padStart(2, '0')}-01`
  if (preset === 'month') return { from: first(month), to: addDays(addMonths(first(month), 1), -1) }
  if (preset === 'quarter') {
    const start = first(month - ((month - 1) % 3))
    return { from: start, to: addDays(addMonths(start, 3), -1) }
  }
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7) - (preset === 'last-week' ? 7 : 0))
  return { from: monday, to: addDays(monday, 6) }
}

/** The preset that a scope is; null for a span of one's own. */
export function presetOf({ from, to }: Pick<ExportScope, 'from' | 'to'>, today: Day): Preset | null {
  return PRESETS.find((preset) => {
    const span = spanOfPreset(preset, today)
    return span.from === from && span.to === to
  }) ?? null
}

export interface ScopeChoiceProps {
  today: Day
  scope: ExportScope
  onScope: (scope: ExportScope) => void
  /** What else holds for everything that is exported. */
  children?: ComponentChildren
}

/** 本周, 上周, 本月, 本季度 or any days; issues found then, or all that are not settled. */
export function ScopeChoice({ today, scope, onScope, children }: ScopeChoiceProps) {
  const now = presetOf(scope, today)
  // Another span has other units.
  const span = (from: Day, to: Day) => onScope({ ...scope, from, to, units: null })
  return (
    <header class="sheet-head export-scope">
      <div class="choices" role="group" aria-label={t('export.scope.name')}>
        {PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            class="button button-small"
            aria-pressed={preset === now}
            onClick={() => {
              const { from, to } = spanOfPreset(preset, today)
              span(from, to)
            }}
          >
            {t(`export.scope.${preset}`)}
          </button>
        ))}
      </div>
      <DayField label={t('export.scope.from')} day={scope.from} onDay={(from) => span(from, from > scope.to ? from : scope.to)} />
      <DayField label={t('export.scope.to')} day={scope.to} onDay={(to) => span(to < scope.from ? to : scope.from, to)} />
      <label class="label">
        {t('export.scope.what')}
        <select class="field" value={scope.what} onChange={(event) => onScope({ ...scope, what: event.currentTarget.value === 'open' ? 'open' : 'found', units: null })}>
          <option value="found">{t('export.scope.found')}</option>
          <option value="open">{t('export.scope.open')}</option>
        </select>
      </label>
      {children}
    </header>
  )
}

function DayField({ label, day, onDay }: { label: string; day: Day; onDay: (day: Day) => void }) {
  const isDay = (value: string) => {
    const [year, month, date] = partsOf(value)
    return /^\d{4}-\d\d-\d\d$/.test(value) && year >= 1900 && date <= daysInMonth(year, month)
  }
  return (
    <label class="label">
      {label}
      <input type="date" class="field" required value={day} onChange={(event) => isDay(event.currentTarget.value) && onDay(event.currentTarget.value)} />
    </label>
  )
}
