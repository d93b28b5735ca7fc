import { say, t } from '../../../utils/locale.ts'
import { count } from '../../shared/format.ts'
import { changesNothing, type ImportCount, type RosterImportPreview } from './roster-preview.ts'

export interface RosterPreviewProps {
  preview: RosterImportPreview
  busy: boolean
  onImport: () => void
  onCancelImport: () => void
}

/** Lines of problems that are drawn; a file with more is mended in several goes anyway. */
const SHOWN = 200

/** What an import would add and change, and which lines have problems. */
export function RosterPreview(props: RosterPreviewProps) {
  const { preview } = props
  const nothing = changesNothing(preview)
  return (
    <section class="box" aria-labelledby="preview-title">
      <h3 id="preview-title">{t('ledger.preview.title', { file: preview.fileName })}</h3>
      <p class="box-more">{t('ledger.preview.read', { lines: count(preview.lines), encoding: preview.encoding })}</p>
      <ul class="figures">
        <Figure name="units" count={preview.units} />
        <Figure name="sites" count={preview.sites} />
        <Figure name="columns" count={preview.columns} />
      </ul>
      {preview.problems.length > 0 && (
        <>
          <h4>{t('ledger.preview.problems', { count: count(preview.problems.length) })}</h4>
          <ul class="lines" tabIndex={0} aria-label={t('ledger.preview.problems', { count: count(preview.problems.length) })}>
            {preview.problems.slice(0, SHOWN).map((one) => (
              <li key={`${one.line} ${say(one.says)}`}>
                <span class="lines-where">{one.line === null ? t('ledger.preview.file') : t('ledger.preview.line', { line: one.line })}</span>
                <span>{say(one.says)}</span>
                <span class={`lines-effect effect-${one.effect}`}>{t(`ledger.preview.${one.effect}`)}</span>
              </li>
            ))}
            {preview.problems.length > SHOWN && <li>{t('ledger.preview.more', { count: count(preview.problems.length - SHOWN) })}</li>}
          </ul>
        </>
      )}
      {preview.changes.length > 0 && (
        <details class="unchecked">
          <summary>{t('ledger.preview.changes', { count: count(preview.changes.length + preview.moreChanges) })}</summary>
          <ul class="lines" tabIndex={0} aria-label={t('ledger.preview.changesName')}>
            {preview.changes.map((one) => (
              <li key={`${one.kind} ${one.name} ${one.detail}`}>
                <span class="lines-where">{t(`ledger.preview.${one.action}.${one.kind}`)}</span>
                <span>{one.name}</span>
                <span class="lines-detail">{one.detail}</span>
              </li>
            ))}
            {preview.moreChanges > 0 && <li>{t('ledger.preview.more', { count: count(preview.moreChanges) })}</li>}
          </ul>
        </details>
      )}
      <div class="actions">
        <button type="button" class="button button-main" disabled={props.busy || nothing} onClick={props.onImport}>{t('ledger.preview.import')}</button>
        <button type="button" class="button" onClick={props.onCancelImport}>{t('common.cancel')}</button>
        {nothing && <span class="box-more">{t('ledger.preview.nothing')}</span>}
      </div>
    </section>
  )
}

function Figure(props: { name: 'units' | 'sites' | 'columns'; count: ImportCount }) {
  const { added, changed, same } = props.count
  return (
    <li>
      <b>{t(`ledger.preview.${props.name}`)}</b>
      <span>{t('ledger.preview.counts', { added: count(added), changed: count(changed), same: count(same) })}</span>
    </li>
  )
}
