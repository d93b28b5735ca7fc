import type { ComponentChildren } from 'preact'
import { t } from '../../../utils/locale.ts'
import { size } from '../../shared/format.ts'
import { CaptureSetting } from './CaptureSetting.tsx'
import { DeadlineSettings, type DeadlineValues } from './DeadlineSettings.tsx'
import { IgnoreList, type IgnoreRow } from './IgnoreList.tsx'
import { SiteSwitches, type SiteSwitch } from './SiteSwitches.tsx'
import type { ColumnClass } from '../../../utils/types/roster.ts'
import type { Severity } from '../../../utils/types/finding.ts'
import { WordingLevel, type WordingLevelName, type WordingLevelProps } from '../words/WordingLevel.tsx'

export interface SettingsViewProps {
  /** Sites that a person switched on or off. */
  sites: readonly SiteSwitch[]
  onSite: (host: string, on: boolean) => void
  deadlines: DeadlineValues
  /** Calendar days; null: no deadline. */
  onColumnDeadline: (columnClass: ColumnClass, days: number | null) => void
  /** 留言答复时限, working days. */
  letterDays: number
  onLetterDays: (days: number) => void
  /** Working days; null: no deadline. */
  onSeverityDeadline: (severity: Severity, days: number | null) => void
  wordingLevel: WordingLevelName
  wordingMeasured: WordingLevelProps['measured']
  onWordingLevel: (level: WordingLevelName) => void
  /** 词库: packs, ignored words, own words. */
  words?: ComponentChildren
  /** 检查人: written into each issue. */
  reader: string
  onReader: (name: string) => void
  ignores: readonly IgnoreRow[]
  onUnignore: (id: string) => void
  captureAllowed: boolean
  onAllowCapture: () => void
  /** Bytes; null where the browser does not say. */
  storage: { used: number; quota: number; issues: number; shots: number } | null
}

/** 设置: each change is kept at once; there is no save button to forget. */
export function SettingsView(props: SettingsViewProps) {
  const { storage } = props
  return (
    <section class="sheet settings" aria-label={t('ledger.tab.settings')}>
      <section aria-labelledby="set-reader">
        <h2 id="set-reader">{t('ledger.settings.reader')}</h2>
        <label class="label">
          {t('ledger.settings.readerSays')}
          <input key={props.reader} class="field" autocomplete="name" defaultValue={props.reader} onChange={(event) => props.onReader(event.currentTarget.value.trim())} />
        </label>
      </section>
      <CaptureSetting captureAllowed={props.captureAllowed} onAllowCapture={props.onAllowCapture} />
      <WordingLevel level={props.wordingLevel} measured={props.wordingMeasured} onLevel={props.onWordingLevel} />
      {props.words}
      <SiteSwitches sites={props.sites} onSite={props.onSite} />
      <DeadlineSettings deadlines={props.deadlines} letterDays={props.letterDays} onLetterDays={props.onLetterDays} onColumnDeadline={props.onColumnDeadline} onSeverityDeadline={props.onSeverityDeadline} />
      <IgnoreList ignores={props.ignores} onUnignore={props.onUnignore} />
      {storage && (
        <section aria-labelledby="set-storage">
          <h2 id="set-storage">{t('ledger.settings.storage')}</h2>
          <p>{t('ledger.settings.storageSays', { issues: storage.issues, shots: storage.shots, used: size(storage.used), quota: size(storage.quota) })}</p>
          <progress class="progress" aria-labelledby="set-storage" max={storage.quota} value={storage.used} />
        </section>
      )}
    </section>
  )
}
