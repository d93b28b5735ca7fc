import { useState } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { ImportChoice, Layout, NameProposal } from '../../../utils/types/roster-import.ts'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'
import { Mapping, type MappingProps } from './Mapping.tsx'
import { RosterPreview } from './RosterPreview.tsx'
import type { RosterImportPreview } from './roster-preview.ts'

/** A file that was read, and what it would do by the choice that stands. */
export interface OpenImport {
  tables: MappingProps['tables']
  choice: ImportChoice
  /** Null while the choice names nothing that could be imported. */
  preview: RosterImportPreview | null
  alike: readonly NameProposal[]
}

export interface ImportPanelProps {
  open: OpenImport | null
  busy: 'reading' | 'importing' | null
  progress: { done: number; total: number } | null
  problem: Phrase | null
  onChooseFile: () => void
  onPaste: (text: string) => void
  onTemplate: (format: 'xlsx' | 'csv') => void
  onTable: (table: number) => void
  onHeader: (header: number) => void
  onLayout: (layout: Layout) => void
  /** A name of the file means a known unit, or does not. */
  onSame: (name: string, unitName: string | null) => void
  onImport: () => void
  onCancel: () => void
}

/** Import: a file or a pasted table, what its columns mean, a look at what it would do, and then it is done. */
export function ImportPanel(props: ImportPanelProps) {
  const { open, busy, progress } = props
  const [text, setText] = useState('')
  return (
    <section class="box import-panel" aria-label={t('rosterdesk.import.name')}>
      {!open && (
        <>
          <div class="actions">
            <button type="button" class="button button-main" disabled={!!busy} onClick={props.onChooseFile}>{t('rosterdesk.import.file')}</button>
            <button type="button" class="button" onClick={() => props.onTemplate('xlsx')}>{t('rosterdesk.import.template')}</button>
            <button type="button" class="button" onClick={() => props.onTemplate('csv')}>{t('rosterdesk.import.templateCsv')}</button>
            <span class="sheet-hint">{t('rosterdesk.import.drop')}</span>
          </div>
          <label class="label import-paste">
            {t('rosterdesk.import.paste')}
            <textarea class="field paste" rows={4} value={text} placeholder={t('rosterdesk.import.pasteHint')} onInput={(event) => setText(event.currentTarget.value)} />
          </label>
          <div class="actions">
            <button type="button" class="button" disabled={!text.trim() || !!busy} onClick={() => props.onPaste(text)}>{t('rosterdesk.import.readPaste')}</button>
            <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
          </div>
        </>
      )}
      {busy && (
        <p class="sheet-busy" role="status">
          {progress ? t('rosterdesk.import.progress', { done: count(progress.done), total: count(progress.total) }) : t(`rosterdesk.import.${busy}`)}
          {progress && <progress aria-label={t('rosterdesk.import.name')} max={progress.total} value={progress.done} />}
        </p>
      )}
      {props.problem && <Problem says={props.problem} />}
      {open && (
        <>
          <details class="unchecked" open={!open.preview || open.preview.problems.some(({ effect }) => effect === 'left-out')}>
            <summary>{t('rosterdesk.map.title', { known: count(Object.keys(open.choice.layout.places).length) })}</summary>
            <Mapping tables={open.tables} choice={open.choice} onTable={props.onTable} onHeader={props.onHeader} onLayout={props.onLayout} />
          </details>
          {open.alike.length > 0 && (
            <fieldset class="alike">
              <legend>{t('rosterdesk.alike.title')}</legend>
              <ul class="lines" tabIndex={0} aria-label={t('rosterdesk.alike.title')}>
                {open.alike.map(({ name, unitName }) => (
                  <li key={name}>
                    <label class="mapping-check">
                      <input type="checkbox" checked={open.choice.same[name] === unitName} onChange={(event) => props.onSame(name, event.currentTarget.checked ? unitName : null)} />
                      {say({ key: 'rosterdesk.alike.says', params: { name, unit: unitName } })}
                    </label>
                  </li>
                ))}
              </ul>
            </fieldset>
          )}
          {open.preview ? (
            <RosterPreview preview={open.preview} busy={!!busy} onImport={props.onImport} onCancelImport={props.onCancel} />
          ) : (
            <>
              <p class="problem-says" role="status">{t('rosterdesk.map.nothing')}</p>
              <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
            </>
          )}
        </>
      )}
    </section>
  )
}
