import type { ComponentChildren } from 'preact'
import css from '../../../assets/styles/ledger.css?inline'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { CaptureSetting } from '../../../components/ledger/settings/CaptureSetting.tsx'
import { DeadlineSettings } from '../../../components/ledger/settings/DeadlineSettings.tsx'
import { IgnoreList } from '../../../components/ledger/settings/IgnoreList.tsx'
import { LinkSettings } from '../../../components/ledger/settings/LinkSettings.tsx'
import { ReaderSetting } from '../../../components/ledger/settings/ReaderSetting.tsx'
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../components/ledger/settings/sections.ts'
import { SettingsSheet } from '../../../components/ledger/settings/SettingsSheet.tsx'
import { SiteSwitches } from '../../../components/ledger/settings/SiteSwitches.tsx'
import { WordingLevel } from '../../../components/ledger/words/WordingLevel.tsx'
import { inPage, tell, type Show } from './show.tsx'

/** One part of 设置 as it stands in the page. */
const part = (section: SettingsSection, what: () => ComponentChildren): Show =>
  inPage(css, () => (
    <LedgerShell tab="settings" onTab={tell('tab')} notice={null} onNoticeClose={tell('close')} language="zh-CN" onLanguage={tell('language')}>
      <SettingsSheet section={section} sections={SETTINGS_SECTIONS}>{what()}</SettingsSheet>
    </LedgerShell>
  ))

const people = (full: boolean) => (
  <>
    <ReaderSetting reader={full ? '王读网' : ''} onReader={tell('reader')} />
    <CaptureSetting captureAllowed={full} onAllowCapture={tell('capture')} />
  </>
)

const deadlines = () => (
  <DeadlineSettings
    letterDays={5}
    onLetterDays={tell('letters')}
    deadlines={{
      columns: {
        news: 14, notice: 180, policy: 180, interpretation: 180, personnel: 365, plan: 365,
        finance: 365, guide: 365, statutory: 180, letters: 5, archive: null, other: 365,
      },
      severities: { serious: 1, general: 3, minor: 5, doubtful: null },
    }}
    onColumnDeadline={tell('column')}
    onSeverityDeadline={tell('severity')}
  />
)

const IGNORES = [
  { id: '1', scope: 'site', check: 'wording/x', quote: '截止目前', where: 'www.qinghe.gov.cn', at: '2026-11-20T01:35:00Z' },
  { id: '2', scope: 'everywhere', check: 'links/dead', quote: '', where: '', at: '2026-11-19T01:35:00Z' },
] as const

export const SETTINGS: Record<string, Show> = {
  'settings-people': part('people', () => people(true)),
  'settings-people-bare': part('people', () => people(false)),
  'settings-sites': part('sites', () => <SiteSwitches sites={[{ host: 'www.qinghe.gov.cn', on: true }, { host: 'old.jytyj.qinghe.gov.cn', on: false }]} onSite={tell('site')} />),
  'settings-sites-bare': part('sites', () => <SiteSwitches sites={[]} onSite={tell('site')} />),
  'settings-deadlines': part('deadlines', deadlines),
  'settings-words': part('words', () => <WordingLevel level="balanced" measured={{ strict: 0.05, balanced: 0.3, full: 2 }} onLevel={tell('wording')} />),
  'settings-links': part('links', () => <LinkSettings hours={{ alive: 24, other: 1 }} onHours={tell('hours')} inPrivate={false} onPrivate={tell('private')} listed={['www.12371.cn', 'www.12388.gov.cn']} onListed={tell('listed')} />),
  'settings-links-bare': part('links', () => <LinkSettings hours={{ alive: 24, other: 0 }} onHours={tell('hours')} inPrivate onPrivate={tell('private')} listed={[]} onListed={tell('listed')} />),
  'settings-ignores': part('ignores', () => <IgnoreList ignores={IGNORES} onUnignore={tell('unignore')} />),
  'settings-ignores-bare': part('ignores', () => <IgnoreList ignores={[]} onUnignore={tell('unignore')} />),
}
