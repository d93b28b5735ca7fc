export interface SwitchProps {
  label: string
  on: boolean
  onToggle: (on: boolean) => void
  disabled?: boolean
}

/** On or off, at once. */
export function Switch(props: SwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={props.on} disabled={props.disabled} onClick={() => props.onToggle(!props.on)}>
      <span>{props.label}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  )
}
