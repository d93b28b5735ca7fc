import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Status } from '../../../utils/types/issue.ts'

export interface StatusChangeProps {
  transitions: readonly Status[]
  takesFocus: boolean
  onStatus: (status: Status, reason: string) => void
}

/** A reason and a button for each status that may follow. */
export function StatusChange(props: StatusChangeProps) {
  const [reason, setReason] = useState('')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (props.takesFocus) first.current?.focus()
  }, [props.takesFocus])
  if (props.transitions.length === 0) return null
  return (
    <section class="life" aria-label={t('ledger.life.title')}>
      <label class="label">
        {t('ledger.life.reason')}
        <input class="field" value={reason} placeholder={t('ledger.life.placeholder')} onInput={(event) => setReason(event.currentTarget.value)} />
      </label>
      <div class="actions">
        {props.transitions.map((status, index) => (
          <button
            key={status}
            type="button"
            ref={index === 0 ? first : undefined}
            class={`button ${index === 0 ? 'button-main' : ''}`}
            onClick={() => props.onStatus(status, reason.trim())}
          >
            {t(`ledger.life.to.${status}`)}
          </button>
        ))}
      </div>
    </section>
  )
}
