import { useRef } from 'preact/hooks'

export interface FileChoiceProps {
  label: string
  accept: string
  disabled: boolean
  onFile: (file: File) => void
}

/** A button that opens the browser's file dialog. */
export function FileChoice(props: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        type="file"
        hidden
        accept={props.accept}
        aria-label={props.label}
        ref={input}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          if (file) props.onFile(file)
          // so that the same file can be chosen again
          event.currentTarget.value = ''
        }}
      />
      <button type="button" class="button" disabled={props.disabled} onClick={() => input.current?.click()}>{props.label}</button>
    </>
  )
}
