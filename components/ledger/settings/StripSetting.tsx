import { t } from '../../../utils/locale.ts'
import { Switch } from '../../shared/Switch.tsx'

/** Whether pictures that are handed out carry a strip with number, time, page and address. */
export function StripSetting({ on, onSwitch }: { on: boolean; onSwitch: (on: boolean) => void }) {
  return (
    <section aria-labelledby="set-strip">
      <h2 id="set-strip">{t('markup.strip.title')}</h2>
      <p>{t('markup.strip.says')}</p>
      <Switch label={t('markup.strip.switch')} on={on} onToggle={onSwitch} />
    </section>
  )
}
