import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'

export type SelfCheckSection = 'sites' | 'accounts'

export interface SelfCheckSheetProps {
  section: SelfCheckSection
  onSection: (section: SelfCheckSection) => void
  children: ComponentChildren
}

/** 自查: 网站自查 or 政务新媒体. */
export function SelfCheckSheet(props: SelfCheckSheetProps) {
  return (
    <section class="sheet check-sheet" aria-label={t('ledger.tab.selfcheck')}>
      <nav class="check-sections" aria-label={t('selfcheck.sections')}>
        {(['sites', 'accounts'] as const).map((one) => (
          <button key={one} type="button" class="check-section" aria-current={one === props.section ? 'page' : undefined} onClick={() => props.onSection(one)}>{t(`selfcheck.section.${one}`)}</button>
        ))}
      </nav>
      {props.children}
    </section>
  )
}
