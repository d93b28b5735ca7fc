import { t } from '../../utils/locale.ts'
import { SyncLine, syncAdvice, type SyncLineProps } from '../shared/SyncLine.tsx'

export interface PopupFootProps {
  /** Number of issues recorded today. */
  today: number
  sync?: SyncLineProps | undefined
  onOpenLedger: () => void
  /** 同步: the ledger opens and writes the units' lists of this week. */
  onSync: () => void
  /** 在侧边栏里打开; absent where there is none, and there itself. */
  onOpenPanel?: (() => void) | undefined
}

/** The way to the ledger. */
export function PopupFoot(props: PopupFootProps) {
  // where there is something to do it is told above, with what to do
  const quiet = props.sync?.seen && syncAdvice(props.sync.seen) === '' ? props.sync : null
  return (
    <footer class="popup-foot">
      <span class="popup-count">{t('popup.todayCount', { count: props.today })}{quiet && <SyncLine {...quiet} />}</span>
      {props.onOpenPanel && <button type="button" class="button" title={t('popup.panelSays')} onClick={props.onOpenPanel}>{t('popup.openPanel')}</button>}
      <button type="button" class="button" title={t('common.syncSays')} onClick={props.onSync}>{t('common.sync')}</button>
      <button type="button" class="button" onClick={props.onOpenLedger}>{t('popup.openLedger')}</button>
    </footer>
  )
}
