import { t } from '../../utils/locale.ts'
import type { Glance } from '../../utils/types/glance.ts'
import { Switch } from '../shared/Switch.tsx'

export interface PopupHeadProps {
  glance: Glance | null
  onToggleSite: (on: boolean) => void
}

/** Name, host, and the switch of this site. */
export function PopupHead(props: PopupHeadProps) {
  const { glance } = props
  return (
    <header class="popup-head">
      <h1 class="popup-name">{t('common.product')}</h1>
      <span class="popup-host" title={glance?.host}>{glance?.host}</span>
      {glance && glance.state !== 'restricted' && (
        <Switch label={t('popup.site')} on={glance.state !== 'off'} onToggle={props.onToggleSite} />
      )}
    </header>
  )
}
