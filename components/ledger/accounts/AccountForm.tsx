import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import { ACCOUNT_STATUSES, PLATFORMS, type Account } from '../../../utils/types/account.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'

/** What a person enters of an account. */
export type AccountFields = Pick<Account, 'platform' | 'name' | 'owner' | 'url' | 'deadlineDays' | 'lastUpdate' | 'status' | 'note'>

export interface AccountFormProps {
  /** null: a new one. */
  account: Account | null
  today: Day
  /** Names to choose an owner from; others may be written. */
  units: readonly string[]
  onSave: (id: string | null, fields: AccountFields) => void
  onRemove: (account: Account) => void
  onCancel: () => void
}

const NEW: AccountFields = { platform: 'weixin', name: '', owner: '', url: null, deadlineDays: null, lastUpdate: null, status: 'active', note: '' }

/** Adds or edits one account; Enter saves, Esc leaves. */
export function AccountForm(props: AccountFormProps) {
  const { account } = props
  const [fields, setFields] = useState<AccountFields>(() => (account ? fieldsOf(account) : NEW))
  const first = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => first.current?.focus(), [])
  const set = (change: Partial<AccountFields>) => setFields({ ...fields, ...change })
  return (
    <form
      class="box edit"
      aria-label={t(account ? 'selfcheck.accounts.formEdit' : 'selfcheck.accounts.formAdd')}
      onSubmit={(event) => {
        event.preventDefault()
        props.onSave(account?.id ?? null, { ...fields, name: fields.name.trim(), owner: fields.owner.trim(), note: fields.note.trim() })
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel()
      }}
    >
      <div class="edit-line">
        <label class="label">
          {t('roster.account.field.name')}
          <input class="field" ref={first} required pattern=".*\S.*" maxLength={200} value={fields.name} onInput={(event) => set({ name: event.currentTarget.value })} />
        </label>
        <label class="label">
          {t('roster.account.field.platform')}
          <select class="field" value={fields.platform} onChange={(event) => set({ platform: event.currentTarget.value as Account['platform'] })}>
            {PLATFORMS.map((one) => <option key={one} value={one}>{t(`roster.account.platform.${one}`)}</option>)}
          </select>
        </label>
        <label class="label">
          {t('roster.account.field.owner')}
          <input class="field" list="account-owners" maxLength={200} value={fields.owner} onInput={(event) => set({ owner: event.currentTarget.value })} />
          <datalist id="account-owners">{props.units.map((name) => <option key={name} value={name} />)}</datalist>
        </label>
      </div>
      <div class="edit-line">
        <label class="label">
          {t('roster.account.field.last')}
          <input class="field" type="date" max={props.today} value={fields.lastUpdate ?? ''} onInput={(event) => set({ lastUpdate: event.currentTarget.value || null })} />
        </label>
        <label class="label">
          {t('roster.account.field.days')}
          <input class="field" type="number" min={1} max={3650} step={1} placeholder={t('selfcheck.accounts.daysHint')} value={fields.deadlineDays ?? ''} onInput={(event) => set({ deadlineDays: event.currentTarget.value === '' ? null : Number(event.currentTarget.value) })} />
        </label>
        <label class="label">
          {t('roster.account.field.status')}
          <select class="field" value={fields.status} onChange={(event) => set({ status: event.currentTarget.value as Account['status'] })}>
            {ACCOUNT_STATUSES.map((one) => <option key={one} value={one}>{t(`roster.account.status.${one}`)}</option>)}
          </select>
        </label>
      </div>
      <div class="edit-line">
        <label class="label">
          {t('roster.account.field.url')}
          <input class="field" type="url" pattern="https?://.+" maxLength={2000} value={fields.url ?? ''} onInput={(event) => set({ url: event.currentTarget.value || null })} />
        </label>
        <label class="label">
          {t('roster.account.field.note')}
          <input class="field" maxLength={200} value={fields.note} onInput={(event) => set({ note: event.currentTarget.value })} />
        </label>
      </div>
      <div class="actions">
        <button type="submit" class="button button-main">{t('selfcheck.accounts.save')}</button>
        <button type="button" class="button" onClick={props.onCancel}>{t('common.cancel')}</button>
        {account && <ConfirmButton label={t('selfcheck.accounts.remove')} asks={t('selfcheck.accounts.removeAsks', { name: account.name })} onConfirm={() => props.onRemove(account)} />}
      </div>
    </form>
  )
}

function fieldsOf({ platform, name, owner, url, deadlineDays, lastUpdate, status, note }: Account): AccountFields {
  return { platform, name, owner, url, deadlineDays, lastUpdate, status, note }
}
