import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'
import type { SettingsSection } from './sections.ts'

export interface SettingsSheetProps {
  section: SettingsSection
  /** Those that there are, in order. */
  sections: readonly SettingsSection[]
  children: ComponentChildren
}

/** 设置: a list of parts at the side, one part shown. Each change is kept at once; there is no save button to forget. */
export function SettingsSheet(props: SettingsSheetProps) {
  return (
    <div class="settings-sheet">
      <nav class="settings-nav" aria-label={t('ledger.tab.settings')}>
        {props.sections.map((one) => (
          <a key={one} class="settings-link" href={`#/settings/${one}`} aria-current={one === props.section ? 'page' : undefined}>
            {t(`ledger.settings.section.${one}`)}
          </a>
        ))}
      </nav>
      {/* A new part begins at its top. */}
      <section key={props.section} class="settings" aria-label={t(`ledger.settings.section.${props.section}`)}>
        {props.children}
      </section>
    </div>
  )
}
