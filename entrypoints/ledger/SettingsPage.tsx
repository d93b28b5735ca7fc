import { SETTINGS_SECTIONS, type SettingsSection } from '../../components/ledger/settings/sections.ts'
import { SettingsSheet } from '../../components/ledger/settings/SettingsSheet.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import { SECTIONS } from './settings/index.ts'
import { PeopleSection } from './settings/PeopleSection.tsx'
import type { SectionProps } from './settings/section.ts'

interface SettingsPageProps extends Omit<SectionProps, 'settings'> {
  section: SettingsSection
}

/** 设置: the part that the address names. */
export function SettingsPage({ section, ...given }: SettingsPageProps) {
  const settings = useLive(given.desk.settings, [])
  if (settings === null) return null
  const Shown = SECTIONS[section] ?? PeopleSection
  return (
    <SettingsSheet section={section} sections={SETTINGS_SECTIONS.filter((one) => SECTIONS[one])}>
      <Shown {...given} settings={settings} />
    </SettingsSheet>
  )
}
