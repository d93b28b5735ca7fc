import { say, t } from '../../../utils/locale.ts'
import type { Account, AccountRow } from '../../../utils/types/account.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { AccountFields } from './AccountForm.tsx'

export interface AccountTableProps {
  rows: readonly AccountRow[]
  today: Day
  onEdit: (account: Account) => void
  onSave: (id: string, fields: AccountFields) => void
}

/** 序号 | 账号名称 | 开设主体 | 状态 | 逾期情况, and what can be done. */
export function AccountTable(props: AccountTableProps) {
  return (
    <table class="table account-table">
      <caption class="sr-only">{t('ledger.section.accounts')}</caption>
      <thead>
        <tr>
          <th scope="col" class="table-number">{t('selfcheck.accounts.number')}</th>
          <th scope="col">{t('roster.account.field.name')}</th>
          <th scope="col">{t('roster.account.field.owner')}</th>
          <th scope="col">{t('selfcheck.accounts.state')}</th>
          <th scope="col">{t('selfcheck.accounts.overdue')}</th>
          <th scope="col">{t('selfcheck.accounts.actions')}</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => <Line key={row.account.id} {...props} row={row} />)}
      </tbody>
    </table>
  )
}

function Line(props: AccountTableProps & { row: AccountRow }) {
  const { row, today } = props
  const { account, number, state } = row
  const { id, name, platform, owner, note } = account
  return (
    <tr>
      <td class="table-number">{number}</td>
      <th scope="row">
        {name} <span class="box-more">{t(`roster.account.platform.${platform}`)}</span>
        {note && <span class="check-rule">{note}</span>}
      </th>
      <td>{owner}</td>
      <td><span class={`tag account-${state}`}>{say(row.says)}</span></td>
      <td>{say(row.overdue)}</td>
      <td>
        <span class="actions">
          {account.status === 'active' && account.lastUpdate !== today && (
            <button type="button" class="button button-small" aria-label={t('selfcheck.accounts.todayOf', { name })} onClick={() => props.onSave(id, { ...account, lastUpdate: today })}>{t('selfcheck.accounts.today')}</button>
          )}
          <button type="button" class="button button-small" aria-label={t('selfcheck.accounts.editOf', { name })} onClick={() => props.onEdit(account)}>{t('selfcheck.accounts.edit')}</button>
        </span>
      </td>
    </tr>
  )
}
