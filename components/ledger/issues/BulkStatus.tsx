import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Status } from '../../../utils/types/issue.ts'
import { count } from '../../shared/format.ts'

export interface StatusOfMany {
  status: Status
  /** Ticked issues that may become it. */
  may: number
  /** Numbers of the first few that may not, and how many they are. */
  not: { numbers: readonly number[]; count: number }
}

export interface BulkStatusProps {
  statuses: readonly StatusOfMany[]
  busy: boolean
  onStatus: (status: Status, reason: string) => void
}

/** A reason and a button for each status that some of the ticked issues may take; what cannot be changed is named before it is pressed. */
export function BulkStatus({ statuses, busy, onStatus }: BulkStatusProps) {
  const [reason, setReason] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus(), [])
  return (
    <div class="many-panel">
      <label class="label">
        {t('issuelist.bulk.reason')}
        <input class="field" ref={field} value={reason} placeholder={t('issuelist.bulk.optional')} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <ul class="many-statuses">
        {statuses.filter(({ may }) => may > 0).map(({ status, may, not }) => (
          <li key={status}>
            <button type="button" class="button" disabled={busy} onClick={() => onStatus(status, reason.trim())}>
              {t('issuelist.bulk.to', { name: t(`ledger.life.to.${status}`), count: count(may) })}
            </button>
            {not.count > 0 && (
              <span class="many-not">{t(not.count > not.numbers.length ? 'issuelist.bulk.notMany' : 'issuelist.bulk.not', { numbers: not.numbers.join(t('common.listComma')), count: count(not.count) })}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
