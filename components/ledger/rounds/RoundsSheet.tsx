import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'

export type RoundsSection = 'rounds' | 'log'

export interface RoundsSheetProps {
  section: RoundsSection
  onSection: (section: RoundsSection) => void
  children: ComponentChildren
}

/** 轮次: the rounds, or the 读网记录. */
export function RoundsSheet(props: RoundsSheetProps) {
  return (
    <section class="sheet check-sheet" aria-label={t('ledger.tab.rounds')}>
      <nav class="check-sections" aria-label={t('rounds.sections')}>
        {(['rounds', 'log'] as const).map((one) => (
          <button key={one} type="button" class="check-section" aria-current={one === props.section ? 'page' : undefined} onClick={() => props.onSection(one)}>{t(`rounds.section.${one}`)}</button>
        ))}
      </nav>
      {props.children}
    </section>
  )
}
