import { DeadlineSettings } from '../../../components/ledger/settings/DeadlineSettings.tsx'
import type { SectionProps } from './section.ts'

/** 时限. */
export function DeadlinesSection({ desk, doing, settings }: SectionProps) {
  return (
    <DeadlineSettings
      deadlines={desk.deadlines(settings)}
      letterDays={settings.letterDays}
      onLetterDays={(days) => doing(() => desk.setLetterDays(days))}
      onColumnDeadline={(columnClass, days) => doing(() => desk.setColumnDays(columnClass, days))}
      onSeverityDeadline={(severity, days) => doing(() => desk.setWorkingDays(severity, days))}
    />
  )
}
