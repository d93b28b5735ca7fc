import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'

export interface FileDropProps {
  onFile: (file: File) => void
  /** What the file dialog offers; CSV where it is not given. */
  accept?: string
  label: string
  /** Given a function that opens the browser's file dialog. */
  children: (choose: () => void) => ComponentChildren
}

/** Takes a file by drag and drop anywhere on what it holds, or through the file dialog. */
export function FileDrop(props: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file) props.onFile(file)
  }
  return (
    <div
      class={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <input
        type="file"
        hidden
        accept={props.accept ?? '.csv,.txt,text/csv'}
        aria-label={props.label}
        ref={input}
        onChange={(event) => {
          take(event.currentTarget.files)
          // so that the same file, mended, can be chosen again
          event.currentTarget.value = ''
        }}
      />
      {props.children(() => input.current?.click())}
    </div>
  )
}
