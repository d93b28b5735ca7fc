import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Account, AccountRow, AccountState } from '../../../utils/types/account.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { EmptyState } from '../../shared/EmptyState.tsx'
import { count } from '../../shared/format.ts'
import { Problem } from '../../shared/Problem.tsx'
import { AccountForm, type AccountFields } from './AccountForm.tsx'
import { AccountImport, type AccountsPreview } from './AccountImport.tsx'
import { AccountTable } from './AccountTable.tsx'

export interface AccountsViewProps {
  /** Numbered, in the order shown. */
  rows: readonly AccountRow[]
  today: Day
  /** Names to choose an owner from. */
  units: readonly string[]
  /** What the file or the pasted table would do; null while none was read. */
  preview: AccountsPreview | null
  /** Why it cannot be imported at all. */
  problem?: Phrase | null
  /** `id` null: a new account. The form closes; what went wrong is said by the page. */
  onSave: (id: string | null, fields: AccountFields) => void
  onRemove: (account: Account) => void
  onRead: (given: File | string) => void
  onImport: () => void
  onCancelImport: () => void
  onExport: () => void
  onCsv: () => void
}

/** 政务新媒体: the accounts with what is overdue, adding, editing, import and export. */
export function AccountsView(props: AccountsViewProps) {
  const { rows } = props
  const [editing, setEditing] = useState<Account | 'new' | null>(null)
  const [importing, setImporting] = useState(false)
  const number = (state: AccountState) => rows.filter((row) => row.state === state).length
  const add = () => setEditing('new')
  const save = (id: string | null, fields: AccountFields) => {
    setEditing(null)
    props.onSave(id, fields)
  }
  const remove = (account: Account) => {
    setEditing(null)
    props.onRemove(account)
  }
  const importButton = <button type="button" class="button" aria-expanded={importing} onClick={() => setImporting(!importing)}>{t('selfcheck.accounts.import')}</button>
  const empty = rows.length === 0 && editing === null && !importing
  return (
    <>
      {!empty && (
        <header class="sheet-head">
          <h2>{t('selfcheck.accounts.title', { count: count(rows.length) })}</h2>
          <button type="button" class="button button-main" onClick={add}>{t('selfcheck.accounts.add')}</button>
          {importButton}
          {rows.length > 0 && <button type="button" class="button" onClick={props.onExport}>{t('selfcheck.accounts.export')}</button>}
          <button type="button" class="button" onClick={props.onCsv}>{t(rows.length > 0 ? 'selfcheck.accounts.csv' : 'selfcheck.accounts.template')}</button>
        </header>
      )}
      {editing !== null && (
        <AccountForm key={editing === 'new' ? '' : editing.id} account={editing === 'new' ? null : editing} today={props.today} units={props.units} onSave={save} onRemove={remove} onCancel={() => setEditing(null)} />
      )}
      {importing && (
        <AccountImport preview={props.preview} onRead={props.onRead} onImport={() => { setImporting(false); props.onImport() }} onCancel={() => { setImporting(false); props.onCancelImport() }} />
      )}
      {props.problem && <Problem says={props.problem} />}
      {rows.length > 0 && (
        <>
          <p class="box" role="status">
            {t('selfcheck.accounts.summary', { active: count(rows.length - number('closed')), overdue: count(number('overdue')), unknown: count(number('unknown')) })}
          </p>
          <p class="box-more">{t('selfcheck.accounts.limit')}</p>
          <AccountTable rows={rows} today={props.today} onEdit={setEditing} onSave={props.onSave} />
        </>
      )}
      {empty && (
        <EmptyState title={t('selfcheck.accounts.empty.title')} says={t('selfcheck.accounts.empty.says')}>
          <button type="button" class="button button-main" onClick={add}>{t('selfcheck.accounts.add')}</button>
          {importButton}
          <button type="button" class="button" onClick={props.onCsv}>{t('selfcheck.accounts.template')}</button>
        </EmptyState>
      )}
    </>
  )
}
