import { t } from '../../../utils/locale.ts'
import { Switch } from '../../shared/Switch.tsx'

/** Whether the toolbar counts due issues each working morning. */
export function ReminderSetting({ on, onSwitch }: { on: boolean; onSwitch: (on: boolean) => void }) {
  return (
    <section aria-labelledby="set-reminder">
      <h2 id="set-reminder">{t('reminder.switch')}</h2>
      <p>{t('reminder.switchSays')}</p>
      <Switch label={t('reminder.switch')} on={on} onToggle={onSwitch} />
    </section>
  )
}
