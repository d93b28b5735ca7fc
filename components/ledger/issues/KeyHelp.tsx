import { useEffect, useRef } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface KeyHelpProps {
  onClose: () => void
}

const KEYS: readonly [keys: string[], name: string][] = [
  [['↑', '↓'], 'move'],
  [['Home', 'End', 'PgUp', 'PgDn'], 'far'],
  [['Enter'], 'open'],
  [['E'], 'edit'],
  [['S'], 'status'],
  [['Space'], 'tick'],
  [['Shift+↑', 'Shift+↓'], 'range'],
  [['Ctrl+A'], 'all'],
  [['Del'], 'remove'],
  [['←', '→'], 'fold'],
  [['/'], 'search'],
  [['Esc'], 'back'],
  [['?'], 'help'],
]

/** The keys of the list. */
export function KeyHelp(props: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => before instanceof HTMLElement && before.focus()
  }, [])
  return (
    <dialog class="keys" aria-labelledby="keys-title" ref={dialog} onClose={props.onClose}>
      <h2 id="keys-title">{t('ledger.keys.title')}</h2>
      <dl>
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{t(`ledger.keys.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button button-main" onClick={() => dialog.current?.close()}>{t('common.close')}</button>
    </dialog>
  )
}
