import { t } from '../../../utils/locale.ts'
import type { UnitsPreview } from '../../../utils/types/export.ts'
import { count } from '../../shared/format.ts'

export type UnitDocumentKind = 'sheet' | 'notice' | 'page'

const KINDS: readonly UnitDocumentKind[] = ['sheet', 'notice', 'page']

export interface ExportPreviewTableProps {
  preview: UnitsPreview
  /** Keys of the chosen units; null: all. */
  chosen: readonly string[] | null
  masked: boolean
  busy: boolean
  onChosen: (units: string[] | null) => void
  onDocument: (unit: string, kind: UnitDocumentKind) => void
  onShowWithoutUnit: () => void
}

/** Which folders would be written and what they hold. What should be seen before sending is said first. */
export function ExportPreviewTable(props: ExportPreviewTableProps) {
  const { preview, chosen, busy } = props
  const { units } = preview
  if (units.length === 0) return <p class="sheet-busy" role="status">{t('export.nothing')}</p>
  const isChosen = (key: string) => chosen === null || chosen.includes(key)
  const choose = (key: string, on: boolean) => {
    const keys = units.map((unit) => unit.key).filter((other) => (other === key ? on : isChosen(other)))
    props.onChosen(keys.length === units.length ? null : keys)
  }
  const sum = units.filter(({ key }) => isChosen(key))
  const total = (of: 'issues' | 'shots') => count(sum.reduce((all, unit) => all + unit[of], 0))
  return (
    <>
      <Notes {...props} />
      <p class="export-sum" id="export-sum">{t('export.preview', { units: count(sum.length), issues: total('issues'), shots: total('shots') })}</p>
      <div class="export-table" role="region" tabIndex={0} aria-labelledby="export-sum">
        <table class="table" aria-labelledby="export-sum">
          <thead>
            <tr>
              <th scope="col">
                <label class="choice">
                  <input type="checkbox" checked={chosen === null} ref={(box) => { if (box) box.indeterminate = chosen !== null && chosen.length > 0 }} onChange={(event) => props.onChosen(event.currentTarget.checked ? null : [])} />
                  {t('export.column.folder')}
                </label>
              </th>
              <th scope="col" class="table-number">{t('export.column.issues')}</th>
              <th scope="col" class="table-number">{t('export.column.serious')}</th>
              <th scope="col" class="table-number">{t('export.column.shots')}</th>
              <th scope="col" class="table-number">{t('export.column.personal')}</th>
              <th scope="col">{t('export.column.one')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.key}>
                <th scope="row">
                  <label class="choice">
                    <input type="checkbox" checked={isChosen(unit.key)} onChange={(event) => choose(unit.key, event.currentTarget.checked)} />
                    <span>{unit.name}</span>
                  </label>
                </th>
                <td class="table-number">{count(unit.issues)}</td>
                <td class="table-number">{count(unit.serious)}</td>
                <td class="table-number">{count(unit.shots)}</td>
                <td class="table-number">{count(unit.personal)}</td>
                <td class="export-one">
                  {KINDS.map((kind) => (
                    <button key={kind} type="button" class="button button-small" disabled={busy} aria-label={t(`export.one.${kind}Of`, { unit: unit.name })} onClick={() => props.onDocument(unit.key, kind)}>
                      {t(`export.one.${kind}`)}
                    </button>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Notes({ preview, masked, onShowWithoutUnit }: ExportPreviewTableProps) {
  const { withoutUnit, withoutDeadline, personal } = preview
  return (
    <>
      {withoutUnit > 0 && (
        <div class="note">
          <span class="note-says">{t('export.note.withoutUnit', { count: count(withoutUnit) })}</span>
          <button type="button" class="button button-small" onClick={onShowWithoutUnit}>{t('export.note.showWithoutUnit')}</button>
        </div>
      )}
      {withoutDeadline > 0 && <div class="note"><span class="note-says">{t('export.note.withoutDeadline', { count: count(withoutDeadline) })}</span></div>}
      {personal > 0 && <div class="note"><span class="note-says">{t(masked ? 'export.note.masked' : 'export.note.unmasked', { count: count(personal) })}</span></div>}
    </>
  )
}
