import type { SettingsSection } from '../../../components/ledger/settings/sections.ts'
import { AboutSection } from './AboutSection.tsx'
import { DeadlinesSection } from './DeadlinesSection.tsx'
import { IgnoresSection } from './IgnoresSection.tsx'
import { LinksSection } from './LinksSection.tsx'
import { LimitsSection } from './LimitsSection.tsx'
import { PeopleSection } from './PeopleSection.tsx'
import type { Section } from './section.ts'
import { SitesSection } from './SitesSection.tsx'
import { StorageSection } from './StorageSection.tsx'
import { WordsSection } from './WordsSection.tsx'

/** Parts of 设置 that there are; one that is not here is not shown in the list. One file and one line a part. */
export const SECTIONS: Partial<Record<SettingsSection, Section>> = {
  people: PeopleSection,
  sites: SitesSection,
  deadlines: DeadlinesSection,
  limits: LimitsSection,
  words: WordsSection,
  ignores: IgnoresSection,
  links: LinksSection,
  storage: StorageSection,
  about: AboutSection,
}
