import type { ComponentChildren } from 'preact'
import css from '../../../assets/styles/ledger.css?inline'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { LedgerBroken } from '../../../components/ledger/LedgerBroken.tsx'
import { AboutView } from '../../../components/ledger/settings/AboutView.tsx'
import { AddSite } from '../../../components/ledger/settings/AddSite.tsx'
import { ArchiveBox } from '../../../components/ledger/settings/ArchiveBox.tsx'
import { BackupBox } from '../../../components/ledger/settings/BackupBox.tsx'
import { DeleteAll } from '../../../components/ledger/settings/DeleteAll.tsx'
import { PermissionList } from '../../../components/ledger/settings/PermissionList.tsx'
import { RestoreBox, type RestorePreview } from '../../../components/ledger/settings/RestoreBox.tsx'
import { StorageUsed } from '../../../components/ledger/settings/StorageUsed.tsx'
import { VetoLimitSettings } from '../../../components/ledger/settings/VetoLimitSettings.tsx'
import { IDLE, type WorkProgress, type WorkShown } from '../../../components/ledger/settings/work.ts'
import { LossNote } from '../../../components/ledger/LossNote.tsx'
import { SavedNote } from '../../../components/ledger/SavedNote.tsx'
import { SpaceNote } from '../../../components/ledger/SpaceNote.tsx'
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

const GB = 1024 ** 3
const USE = [{ kind: 'issues', count: 12_345, bytes: 80_000_000 }, { kind: 'shots', count: 11_800, bytes: 6 * GB }, { kind: 'log', count: 90_211, bytes: 60_000_000 }, { kind: 'verdicts', count: 20_000, bytes: 9_000_000 }, { kind: 'lists', count: 42, bytes: 400_000 }]
const PREVIEW: RestorePreview = {
  kind: 'backup', madeAt: '2026-11-20T01:35:00Z', missing: 2,
  rows: [{ name: 'issues', inFile: 1204, here: 1380 }, { name: 'shots', inFile: 1180, here: 1344 }, { name: 'units', inFile: 42, here: 42 }, { name: 'columns', inFile: 238, here: 240 }, { name: 'visits', inFile: 8000, here: 9100 }],
}
const WEEKS = [{ week: '2026-W20', ended: 31, waiting: 0 }, { week: '2026-W21', ended: 40, waiting: 2 }, { week: '2026-W22', ended: 52, waiting: 0 }]
const work = (stage: WorkProgress['stage']): WorkShown => ({ ...IDLE, progress: { stage, done: 320, total: 1180 } })

const storage = (level: 'ok' | 'warn' | 'full', persisted: boolean, busy: boolean) => (
  <>
    <StorageUsed estimate={{ used: level === 'ok' ? 6 * GB : level === 'warn' ? 17 * GB : 20 * GB, quota: 20 * GB }} level={level} use={USE} persisted={persisted} old={{ count: level === 'ok' ? 0 : 4120, days: 30 }} onKeep={tell('keep')} onThin={tell('thin')} />
    <BackupBox last={busy ? '2026-11-01T01:35:00Z' : ''} days={14} onDays={tell('days')} work={busy ? work('shots') : IDLE} onBackup={tell('backup')} onCancel={tell('cancel')} />
    <RestoreBox preview={busy ? null : PREVIEW} work={busy ? { ...IDLE, problem: { key: 'storage.refused.damaged', params: { where: 'data/issues/00001.json' } } } : IDLE} onFile={tell('file')} onRestore={tell('restore')} onLeave={tell('leave')} onCancel={tell('cancel')} />
    <ArchiveBox before="2026-06-01" today="2026-11-20" onBefore={tell('before')} weeks={busy ? [] : WEEKS} checked={busy ? null : { issues: 83, changed: 1, unsent: 2 }} work={busy ? work('swap') : IDLE} onWrite={tell('write')} onFile={tell('file')} onRemove={tell('remove')} onCancel={tell('cancel')} />
    <DeleteAll onBackup={tell('backup')} onDelete={tell('delete')} />
  </>
)

const LIMITS = [
  { id: 'W-V3', name: '首页不更新', warnAt: 10, limit: 15, own: false },
  { id: 'W-V4.1', name: '动态要闻和公告政策栏目不更新', warnAt: 2, limit: 4, own: true },
]
const PERMISSIONS = ['pages', 'capture', 'storage', 'sidePanel', 'declarativeNetRequestWithHostAccess'].map((name, n) => ({ name, state: (['on', 'off', 'on', 'absent', 'on'] as const)[n]! }))

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
  'settings-storage': part('storage', () => storage('ok', true, false)),
  'settings-storage-warn': part('storage', () => storage('warn', false, true)),
  'settings-storage-full': part('storage', () => storage('full', false, false)),
  'settings-limits': part('limits', () => <VetoLimitSettings limits={LIMITS} onLimit={tell('limit')} />),
  'settings-permissions': part('people', () => <PermissionList permissions={PERMISSIONS} />),
  'settings-add-site': part('sites', () => <AddSite onAdd={tell('add')} />),
  'settings-about': part('about', () => <AboutView version="0.1.0" language="auto" readsPictures absences={[]} onLanguage={tell('language')} />),
  'settings-about-old': part('about', () => <AboutView version="0.1.0" language="auto" readsPictures={false} absences={[{ key: 'ocr.unable.legacy' }, ...['model', 'highlights', 'panel', 'requests'].map((one) => ({ key: `ledger.settings.lacks.${one}` }))]} onLanguage={tell('language')} />),
  'ledger-broken': inPage(css, () => <LedgerBroken trouble={{ kind: 'broken', says: { key: 'storage.broken.refused' }, detail: 'UnknownError: Internal error opening backing store' }} work={IDLE} onReload={tell('reload')} onExport={tell('export')} onCancel={tell('cancel')} />),
  'ledger-outdated': inPage(css, () => <LedgerBroken trouble={{ kind: 'outdated' }} work={IDLE} onReload={tell('reload')} onExport={tell('export')} onCancel={tell('cancel')} />),
  'ledger-space-full': inPage(css, () => <SpaceNote space={{ level: 'full', percent: 99 }} backupDue={null} onLater={tell('later')} />),
  'ledger-backup-due': inPage(css, () => <SpaceNote space={null} backupDue={{ days: 20 }} onLater={tell('later')} />),
  'ledger-loss': inPage(css, () => <LossNote loss={{ from: 3, to: 6, left: 2, at: '2026-11-22T02:00:00.000Z' }} work={IDLE} onExport={tell('export')} onCancel={tell('cancel')} onSeen={tell('seen')} />),
  'ledger-saved': inPage(css, () => <SavedNote saved={`${'青禾县人民政府办公室政务公开和政府网站管理科'.repeat(2)}-问题清单.zip`} onAgain={tell('again')} onSeen={tell('seen')} />),
  'settings-ignores-bare': part('ignores', () => <IgnoreList ignores={[]} onUnignore={tell('unignore')} />),
}
