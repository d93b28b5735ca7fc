import type { ComponentChildren } from 'preact'
import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Roster } from '../../../utils/types/roster.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { FileDrop } from '../../shared/FileDrop.tsx'

export interface RosterViewProps {
  roster: Roster
  /** An import or 从本页导入 is open. */
  panel: 'import' | 'page' | null
  /** What the next undo takes back. */
  step: Phrase | null
  onPanel: (panel: 'import' | 'page') => void
  onFile: (file: File) => void
  onTemplate: (format: 'xlsx' | 'csv') => void
  onExport: (format: 'xlsx' | 'csv') => void
  onUndo: () => void
  /** The open panel, given the way to the file dialog. */
  children: (choose: () => void) => ComponentChildren
}

/** 台账底册: ways in and out above, the panel that is open, then units, sites and columns. Empty, it teaches how to begin. */
export function RosterView(props: RosterViewProps) {
  const { roster, panel, step } = props
  const size = roster.units.length + roster.sites.length + roster.columns.length
  const pageButton = <button type="button" class="button" aria-expanded={panel === 'page'} onClick={() => props.onPanel('page')}>{t('rosterdesk.page.name')}</button>
  return (
    <section class="sheet roster-sheet" aria-label={t('rosterdesk.name')}>
      <FileDrop onFile={props.onFile} accept=".xlsx,.csv,.txt,.xls,.et,text/csv" label={t('rosterdesk.import.file')}>
        {(choose) => (
          <>
            {(size > 0 || panel) && (
              <header class="sheet-head">
                <h2 class="sr-only">{t('rosterdesk.name')}</h2>
                <button type="button" class="button button-main" aria-expanded={panel === 'import'} onClick={() => props.onPanel('import')}>{t('rosterdesk.import.name')}</button>
                {pageButton}
                {size > 0 && (
                  <>
                    <button type="button" class="button" onClick={() => props.onExport('xlsx')}>{t('rosterdesk.export.xlsx')}</button>
                    <button type="button" class="button" onClick={() => props.onExport('csv')}>{t('rosterdesk.export.csv')}</button>
                  </>
                )}
                {step && <button type="button" class="button" onClick={props.onUndo}>{t('rosterdesk.undo', { what: say(step) })}</button>}
              </header>
            )}
            {size === 0 && !panel && (
              <EmptyState title={t('rosterdesk.empty.title')} says={t('rosterdesk.empty.says')}>
                <button type="button" class="button button-main" onClick={choose}>{t('rosterdesk.import.file')}</button>
                {pageButton}
                <button type="button" class="button" onClick={() => props.onPanel('import')}>{t('rosterdesk.empty.paste')}</button>
                <button type="button" class="button" onClick={() => props.onTemplate('xlsx')}>{t('rosterdesk.import.template')}</button>
                <span class="sheet-hint">{t('rosterdesk.import.drop')}</span>
                {step && <button type="button" class="button" onClick={props.onUndo}>{t('rosterdesk.undo', { what: say(step) })}</button>}
              </EmptyState>
            )}
            {props.children(choose)}
          </>
        )}
      </FileDrop>
    </section>
  )
}
