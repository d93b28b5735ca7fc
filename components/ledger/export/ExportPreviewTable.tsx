import { t } from '../../../utils/locale.ts'
import { count } from '../../shared/format.ts'

export interface ExportPreview {
  /** One folder each, in the order written. */
  units: { unitId: string; name: string; issues: number; shots: number }[]
  /** Issues in all, those without a unit included. */
  issues: number
  shots: number
  withoutUnit: number
}

export interface ExportPreviewTableProps {
  preview: ExportPreview
  onShowWithoutUnit: () => void
}

/** Which folders would be written and what they hold; issues without a unit are said first. */
export function ExportPreviewTable(props: ExportPreviewTableProps) {
  const { units, issues, shots, withoutUnit } = props.preview
  return (
    <>
      {withoutUnit > 0 && (
        <div class="note">
          <span class="note-says">{t('ledger.export.withoutUnit', { count: count(withoutUnit) })}</span>
          <button type="button" class="button button-small" onClick={props.onShowWithoutUnit}>{t('ledger.export.showWithoutUnit')}</button>
        </div>
      )}
      <table class="table">
        <caption class="table-caption">
          {t('ledger.export.preview', { units: count(units.length), issues: count(issues), shots: count(shots) })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.export.folder')}</th>
            <th scope="col" class="table-number">{t('ledger.export.issues')}</th>
            <th scope="col" class="table-number">{t('ledger.export.shots')}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.unitId}>
              <th scope="row">{unit.name}</th>
              <td class="table-number">{count(unit.issues)}</td>
              <td class="table-number">{count(unit.shots)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
