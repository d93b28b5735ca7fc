import { t } from '../../utils/locale.ts'

export interface WelcomeProps {
  captureAllowed: boolean
  onAllowCapture: () => void
  /** Leaves the welcome. */
  onStart: () => void
}

const STEPS = ['open', 'record', 'export'] as const

/** Shown once after installing: three steps, and the one permission that needs a click. */
export function Welcome(props: WelcomeProps) {
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">{t('ledger.welcome.title')}</h2>
      <p>{t('ledger.welcome.says')}</p>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>
            <b>{t(`ledger.welcome.${step}.title`)}</b>
            <span>{t(`ledger.welcome.${step}.says`)}</span>
          </li>
        ))}
      </ol>
      <div class="actions">
        {props.captureAllowed ? (
          <span class="done">{t('ledger.welcome.captureAllowed')}</span>
        ) : (
          <button type="button" class="button button-main" onClick={props.onAllowCapture}>{t('ledger.welcome.allowCapture')}</button>
        )}
        <button type="button" class={props.captureAllowed ? 'button button-main' : 'button'} onClick={props.onStart}>{t('ledger.welcome.start')}</button>
      </div>
      <p class="box-more">{t('ledger.welcome.privacy')}</p>
    </section>
  )
}
