import { t } from '../../utils/locale.ts'

export interface PopupFootProps {
  /** Number of issues recorded today. */
  today: number
  onOpenLedger: () => void
}

/** The way to the ledger. */
export function PopupFoot(props: PopupFootProps) {
  return (
    <footer class="popup-foot">
      <span>{t('popup.todayCount', { count: props.today })}</span>
      <button type="button" class="button" onClick={props.onOpenLedger}>{t('popup.openLedger')}</button>
    </footer>
  )
}
