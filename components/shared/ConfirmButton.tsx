import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { t } from '../../utils/locale.ts'

export interface ConfirmButtonProps {
  label: string
  /** The question after the first click. */
  asks: string
  onConfirm: () => void
  disabled?: boolean
}

/** A button that asks once more, in place and without a dialog. Esc or 取消 goes back. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const [asking, setAsking] = useState<boolean | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    // null at the start, so that a page full of these does not fight for the focus
    if (asking !== null) button.current?.focus()
  }, [asking])
  if (!asking) {
    return (
      <button type="button" ref={button} class="button button-danger" disabled={props.disabled} onClick={() => setAsking(true)}>
        {props.label}
      </button>
    )
  }
  const confirm = () => {
    setAsking(false)
    props.onConfirm()
  }
  return (
    <span
      class="confirm"
      role="group"
      aria-label={props.asks}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        setAsking(false)
      }}
    >
      {props.asks}
      <button type="button" class="button button-danger" onClick={confirm}>{props.label}</button>
      <button type="button" ref={button} class="button" onClick={() => setAsking(false)}>{t('common.cancel')}</button>
    </span>
  )
}
