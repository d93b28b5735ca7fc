import type { ComponentChildren } from 'preact'
import { t } from '../../utils/locale.ts'

/** Tabs that have parts, in their order. */
export const SECTIONS = { units: ['units', 'roster'], rounds: ['rounds', 'log'], selfcheck: ['sites', 'accounts'] } as const

export type SectionedTab = keyof typeof SECTIONS

export type Section = (typeof SECTIONS)[SectionedTab][number]

export interface SectionSheetProps {
  tab: SectionedTab
  section: Section
  onSection: (section: Section) => void
  children: ComponentChildren
}

/** A tab with parts, and one of them: 单位 or 台账底册, 轮次 or 读网记录, 网站自查 or 政务新媒体. */
export function SectionSheet(props: SectionSheetProps) {
  const { tab, section } = props
  return (
    <section class="sheet" aria-label={t(`ledger.tab.${tab}`)}>
      <nav class="section-tabs" aria-label={t(`ledger.sections.${tab}`)}>
        {SECTIONS[tab].map((one) => (
          <button key={one} type="button" class="section-tab" aria-current={one === section ? 'page' : undefined} onClick={() => props.onSection(one)}>{t(`ledger.section.${one}`)}</button>
        ))}
      </nav>
      {props.children}
    </section>
  )
}
