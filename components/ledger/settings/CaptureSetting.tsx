import { t } from '../../../utils/locale.ts'

export interface CaptureSettingProps {
  captureAllowed: boolean
  onAllowCapture: () => void
}

/** Whether the browser lets us take screenshots, and the button that asks for it. */
export function CaptureSetting(props: CaptureSettingProps) {
  return (
    <section aria-labelledby="set-capture">
      <h2 id="set-capture">{t('ledger.settings.capture')}</h2>
      <p>{t(props.captureAllowed ? 'ledger.settings.captureOn' : 'ledger.settings.captureOff')}</p>
      {!props.captureAllowed && (
        <button type="button" class="button button-main" onClick={props.onAllowCapture}>{t('ledger.settings.allowCapture')}</button>
      )}
    </section>
  )
}
