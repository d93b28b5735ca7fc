import { useState } from 'preact/hooks'
import { say, t } from '../../../utils/locale.ts'
import type { AccountRow } from '../../../utils/types/account.ts'
import type { ColumnLine } from '../../../utils/types/unit.ts'

/** So many rows at first; a department may have hundreds of columns. */
const ROWS = 50

/** The columns of a unit with class, deadline and how fresh they were when last read; the most urgent first. */
export function UnitColumns({ columns, onOpenPage }: { columns: readonly ColumnLine[]; onOpenPage: (url: string) => void }) {
  const [all, setAll] = useState(false)
  const shown = all ? columns : columns.slice(0, ROWS)
  return (
    <section class="box" aria-labelledby="unit-columns">
      <h3 id="unit-columns">{t('unit.columns.title', { count: columns.length })}</h3>
      {columns.length === 0 ? (
        <p class="quiet">{t('unit.columns.none')}</p>
      ) : (
        <div class="table-scroll" tabIndex={0} role="group" aria-labelledby="unit-columns">
          <table class="table">
            <thead>
              <tr>{(['name', 'class', 'limit', 'updated', 'state', 'read'] as const).map((one) => <th key={one} scope="col">{t(`unit.columns.${one}`)}</th>)}</tr>
            </thead>
            <tbody>
              {shown.map(({ column, freshness, readOn }) => (
                <tr key={column.id}>
                  <th scope="row"><button type="button" class="button button-plain table-open" onClick={() => onOpenPage(`http://${column.prefix}`)}>{column.name}</button></th>
                  <td>{t(`common.class.${column.class}`)}</td>
                  <td>{column.exemption ? t('unit.columns.exempt', { why: column.exemption }) : limitWords(column.deadlineDays ?? freshness?.limitDays ?? null)}</td>
                  <td>{freshness?.day ?? t('unit.columns.unknown')}</td>
                  <td class={freshness?.state === 'overdue' ? 'due-overdue' : freshness?.state === 'due-soon' ? 'due-soon' : ''}>{t(`unit.state.${freshness?.state ?? 'unread'}`)}</td>
                  <td>{readOn ?? t('unit.state.unread')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < columns.length && <button type="button" class="button units-more" onClick={() => setAll(true)}>{t('unit.columns.all', { count: columns.length })}</button>}
    </section>
  )
}

function limitWords(days: number | null): string {
  return days === null ? t('unit.columns.noLimit') : t('unit.columns.days', { days })
}

/** The 政务新媒体 accounts of a unit. */
export function UnitAccounts({ accounts }: { accounts: readonly AccountRow[] }) {
  if (accounts.length === 0) return null
  return (
    <section class="box" aria-labelledby="unit-accounts">
      <h3 id="unit-accounts">{t('unit.accounts.title', { count: accounts.length })}</h3>
      <div class="table-scroll" tabIndex={0} role="group" aria-labelledby="unit-accounts">
        <table class="table">
          <thead>
            <tr>{(['name', 'platform', 'updated', 'state'] as const).map((one) => <th key={one} scope="col">{t(`unit.accounts.${one}`)}</th>)}</tr>
          </thead>
          <tbody>
            {accounts.map(({ account, says, state }) => (
              <tr key={account.id}>
                <th scope="row">{account.name}</th>
                <td>{t(`roster.account.platform.${account.platform}`)}</td>
                <td>{account.lastUpdate ?? t('unit.columns.unknown')}</td>
                <td class={state === 'overdue' ? 'due-overdue' : ''}>{say(says)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
