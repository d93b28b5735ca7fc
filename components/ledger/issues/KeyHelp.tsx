import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface KeyHelpProps {
  keys: readonly KeyLine[]
  onClose: () => void
}

/** Keys, and what they do: `ledger.keys.<name>`. */
type KeyLine = readonly [keys: readonly string[], name: string]

export const LIST_KEYS: readonly KeyLine[] = [
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

export const ISSUE_KEYS: readonly KeyLine[] = [
  [['J', '→'], 'next'],
  [['K', '←'], 'previous'],
  [['E'], 'edit'],
  [['D'], 'mark'],
  [['Ctrl+V'], 'paste'],
  [['S'], 'status'],
  [['O'], 'page'],
  [['Esc'], 'back'],
  [['?'], 'help'],
]

/** The keys of a view. */
export function KeyHelp(props: KeyHelpProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    return () => before instanceof HTMLElement && before.focus()
  }, [])
  return (
    <dialog class="keys" aria-labelledby="keys-title" ref={dialog} onClose={props.onClose}>
      <h2 id="keys-title">{t('ledger.keys.title')}</h2>
      <dl>
        {props.keys.map(([keys, name]) => (
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
