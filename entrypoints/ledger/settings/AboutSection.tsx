import { AboutView } from '../../../components/ledger/settings/AboutView.tsx'
import type { SectionProps } from './section.ts'

/** 关于. */
export function AboutSection({ desk, doing, settings }: SectionProps) {
  return <AboutView version={desk.version()} language={settings.language} readsPictures={desk.noPictures() === null} absences={desk.absences()} onLanguage={(language) => doing(() => desk.setLanguage(language))} />
}
