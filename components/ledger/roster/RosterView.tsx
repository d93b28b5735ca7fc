import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { Problem } from '../../shared/Problem.tsx'
import { FileDrop } from '../../shared/FileDrop.tsx'
import { RosterPreview } from './RosterPreview.tsx'
import type { RosterImportPreview, UnitRow } from './roster-preview.ts'
import { UnitTable } from './UnitTable.tsx'

export interface RosterViewProps {
  /** In the order shown. */
  units: readonly UnitRow[]
  /** What the chosen file would do; null while none is chosen. */
  preview: RosterImportPreview | null
  /** `reading` the file, or `importing` it. */
  busy?: 'reading' | 'importing' | null
  /** Why the file cannot be imported at all. */
  problem?: Phrase | null
  onFile: (file: File) => void
  onTemplate: () => void
  onImport: () => void
  onCancelImport: () => void
  /** Shows the issues of a unit. */
  onOpenUnit?: (unitId: string) => void
}

/** 单位: import from a CSV with a look before it happens, the template, and the units. */
export function RosterView(props: RosterViewProps) {
  const { units, preview, busy } = props
  const empty = units.length === 0 && !preview && !busy
  return (
    <section class="sheet" aria-label={t('ledger.tab.roster')}>
      <FileDrop onFile={props.onFile}>
        {(choose) => (
          <>
            {!empty && (
              <header class="sheet-head">
                <h2>{t('ledger.roster.title', { count: units.length })}</h2>
                <button type="button" class="button button-main" disabled={!!busy} onClick={choose}>{t('ledger.roster.import')}</button>
                <button type="button" class="button" onClick={props.onTemplate}>{t('ledger.roster.template')}</button>
                <span class="sheet-hint">{t('ledger.roster.drop')}</span>
              </header>
            )}
            {busy && <p class="sheet-busy" role="status">{t(`ledger.roster.${busy}`)}</p>}
            {props.problem && <Problem says={props.problem} />}
            {preview && <RosterPreview preview={preview} busy={!!busy} onImport={props.onImport} onCancelImport={props.onCancelImport} />}
            {units.length > 0 && <UnitTable units={units} onOpenUnit={props.onOpenUnit} />}
            {empty && (
              <EmptyState title={t('ledger.roster.empty.title')} says={t('ledger.roster.empty.says')}>
                <button type="button" class="button button-main" onClick={choose}>{t('ledger.roster.import')}</button>
                <button type="button" class="button" onClick={props.onTemplate}>{t('ledger.roster.template')}</button>
                <span class="sheet-hint">{t('ledger.roster.drop')}</span>
              </EmptyState>
            )}
          </>
        )}
      </FileDrop>
    </section>
  )
}
