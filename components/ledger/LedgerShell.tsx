import type { ComponentChildren } from 'preact'
import { t, type Language } from '../../utils/locale.ts'
import { SyncLine, type SyncLineProps } from '../shared/SyncLine.tsx'
import { Toast, type Notice } from '../shared/Toast.tsx'

export type LedgerTab = 'overview' | 'issues' | 'recheck' | 'units' | 'rounds' | 'selfcheck' | 'export' | 'team' | 'settings'

export const LEDGER_TABS: readonly LedgerTab[] = ['overview', 'issues', 'recheck', 'units', 'rounds', 'selfcheck', 'export', 'team', 'settings']

export interface LedgerShellProps {
  tab: LedgerTab
  onTab: (tab: LedgerTab) => void
  notice?: Notice | null
  onNoticeClose: () => void
  language?: Language
  /** 同步: brings in the team's changes where there is a team, then writes the units' lists of this week. */
  onSync?: () => void
  /** How it stands with the team's server. */
  sync?: SyncLineProps | undefined
  /** Shows the language switch where it is given. */
  onLanguage?: (language: Language) => void
  /** One line above the view. */
  note?: ComponentChildren
  children: ComponentChildren
}

/** Top bar with 概览 / 问题 / 复查 / 单位 / 轮次 / 自查 / 导出 / 团队 / 设置, the view under it, and the toast. */
export function LedgerShell(props: LedgerShellProps) {
  const { tab, language, onLanguage } = props
  const other: Language = language === 'en' ? 'zh-CN' : 'en'
  return (
    <div class="ledger">
      <header class="bar">
        <h1 class="bar-name">{t('common.product')}</h1>
        <nav class="bar-tabs" aria-label={t('ledger.tabs')}>
          {LEDGER_TABS.map((one) => (
            <button key={one} type="button" class="bar-tab" aria-current={one === tab ? 'page' : undefined} onClick={() => props.onTab(one)}>
              {t(`ledger.tab.${one}`)}
            </button>
          ))}
        </nav>
        {props.sync && <SyncLine {...props.sync} />}
        {props.onSync && <button type="button" class="button button-small" title={t('common.syncSays')} onClick={props.onSync}>{t('common.sync')}</button>}
        {onLanguage && (
          <button type="button" class="button button-small" lang={other} onClick={() => onLanguage(other)}>{t(`ledger.language.${other}`)}</button>
        )}
      </header>
      {props.note}
      <main class="view">{props.children}</main>
      <Toast notice={props.notice ?? null} onClose={props.onNoticeClose} />
    </div>
  )
}
