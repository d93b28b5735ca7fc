import { t } from '../../../utils/locale.ts'
import { count } from '../../shared/format.ts'
import type { UnitRow } from './roster-preview.ts'

export interface UnitTableProps {
  units: readonly UnitRow[]
  onOpenUnit?: (unitId: string) => void
}

/** The units with what they answer for. */
export function UnitTable(props: UnitTableProps) {
  return (
    <table class="table">
      <caption class="sr-only">{t('ledger.units.name')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('ledger.units.unit')}</th>
          <th scope="col">{t('ledger.units.aliases')}</th>
          <th scope="col" class="table-number">{t('ledger.units.sites')}</th>
          <th scope="col" class="table-number">{t('ledger.units.columns')}</th>
          <th scope="col" class="table-number">{t('ledger.units.open')}</th>
        </tr>
      </thead>
      <tbody>
        {props.units.map(({ unit, sites, columns, openIssues }) => (
          <tr key={unit.id}>
            <th scope="row">
              {props.onOpenUnit ? (
                <button type="button" class="button button-plain table-open" onClick={() => props.onOpenUnit?.(unit.id)}>{unit.name}</button>
              ) : (
                unit.name
              )}
            </th>
            <td>{unit.aliases.join(t('common.listComma'))}</td>
            <td class="table-number">{count(sites)}</td>
            <td class="table-number">{count(columns)}</td>
            <td class="table-number">{count(openIssues)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
