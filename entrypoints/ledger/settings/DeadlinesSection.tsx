import { useState } from 'preact/hooks'
import { DeadlineQuestion } from '../../../components/ledger/settings/DeadlineQuestion.tsx'
import { DeadlineSettings } from '../../../components/ledger/settings/DeadlineSettings.tsx'
import { OwnDays } from '../../../components/ledger/settings/OwnDays.tsx'
import { ReminderSetting } from '../../../components/ledger/settings/ReminderSetting.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { Settings } from '../../../utils/ledger/settings.ts'
import type { SectionProps } from './section.ts'

/** 时限: days by level and column, holidays, the morning's reminder; and what new rules mean for open issues. */
export function DeadlinesSection({ desk, doing, settings }: SectionProps) {
  // The rules as they were when this was opened or last answered: what changed since is asked about once, however many fields it took.
  const [before, setBefore] = useState<Settings>(settings)
  const plan = useLive(desk.deadlinePlan(before), [before])
  const moves = plan?.moves ?? []
  return (
    <>
      <DeadlineQuestion
        moves={moves.length}
        byHand={plan?.byHand ?? 0}
        onLeave={() => setBefore(settings)}
        onMove={() => {
          doing(() => desk.moveDeadlines(moves), () => desk.moveDeadlinesBack(moves))
          setBefore(settings)
        }}
      />
      <DeadlineSettings
        deadlines={desk.deadlines(settings)}
        letterDays={settings.letterDays}
        onLetterDays={(days) => doing(() => desk.setLetterDays(days))}
        onColumnDeadline={(columnClass, days) => doing(() => desk.setColumnDays(columnClass, days))}
        onSeverityDeadline={(severity, days) => doing(() => desk.setWorkingDays(severity, days))}
      />
      <OwnDays
        own={settings.ownDays}
        unknownYears={desk.unknownYears(settings)}
        onRead={desk.readDays}
        onAdd={(days) => doing(() => desk.addOwnDays(days), () => desk.setOwnDays(settings.ownDays))}
        onRemove={(day) => doing(() => desk.removeOwnDay(day), () => desk.setOwnDays(settings.ownDays))}
      />
      <ReminderSetting on={settings.remindersOn} onSwitch={(on) => doing(() => desk.setReminders(on))} />
    </>
  )
}
