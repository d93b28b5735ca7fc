import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Status } from '../../../utils/types/issue.ts'

export interface StatusChangeProps {
  /** Statuses that may follow; no other is offered. */
  transitions: readonly Status[]
  takesFocus: boolean
  onStatus: (status: Status, reason: string) => void
}

/** Reasons that are given most often, by the status they lead to; how many each has. */
const SUGGESTED: Record<Status, number> = { open: 3, fixed: 3, closed: 2, 'false-alarm': 3, doubtful: 2, 'no-action': 3 }

/** A button for each status that may follow; then its reason, suggested or in one's own words. Esc goes back a step. */
export function StatusChange(props: StatusChangeProps) {
  const { transitions } = props
  const [to, setTo] = useState<Status | null>(null)
  const first = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (props.takesFocus) first.current?.focus()
  }, [props.takesFocus])
  if (transitions.length === 0) return null
  return (
    <section class="life" aria-label={t('ledger.life.title')}>
      <div class="actions">
        {transitions.map((status, index) => (
          <button
            key={status}
            type="button"
            ref={index === 0 ? first : undefined}
            class={`button ${index === 0 ? 'button-main' : ''}`}
            aria-expanded={to === status}
            onClick={() => setTo(to === status ? null : status)}
          >
            {t(`ledger.life.to.${status}`)}
          </button>
        ))}
      </div>
      {to && (
        <Reason
          key={to}
          to={to}
          onCancel={() => {
            setTo(null)
            first.current?.focus()
          }}
          onReason={(reason) => {
            setTo(null)
            props.onStatus(to, reason)
          }}
        />
      )}
    </section>
  )
}

function Reason({ to, onReason, onCancel }: { to: Status; onReason: (reason: string) => void; onCancel: () => void }) {
  const suggested = Array.from({ length: SUGGESTED[to] }, (_, index) => t(`issue.reason.${to}.${index + 1}`))
  const [reason, setReason] = useState(suggested[0] ?? '')
  const [missing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.select(), [])
  const save = () => {
    if (reason.trim()) return onReason(reason.trim())
    setMissing(true)
    field.current?.focus()
  }
  return (
    <form
      class="reason"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <label class="label">
        {t('issue.reason.label')}
        <input
          class="field"
          ref={field}
          value={reason}
          maxLength={500}
          aria-invalid={missing}
          aria-describedby={missing ? 'reason-missing' : undefined}
          onInput={(event) => {
            setReason(event.currentTarget.value)
            setMissing(false)
          }}
        />
      </label>
      {missing && <p class="wrong" id="reason-missing" role="alert">{t('issue.reason.missing')}</p>}
      <div class="reason-suggested" role="group" aria-label={t('issue.reason.suggested')}>
        {suggested.map((one) => (
          <button key={one} type="button" class="button button-small" aria-pressed={one === reason} onClick={() => setReason(one)}>{one}</button>
        ))}
      </div>
      <div class="actions">
        <button type="submit" class="button button-main">{t('issue.reason.save', { status: t(`common.status.${to}`) })}</button>
        <button type="button" class="button" onClick={onCancel}>{t('common.cancel')}</button>
      </div>
    </form>
  )
}
