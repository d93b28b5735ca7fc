import { t } from '../../../utils/locale.ts'
import type { ShortcutLine } from '../../../utils/types/shortcut.ts'
import { keysOf } from './shortcut-keys.ts'

export interface ShortcutsProps {
  lines: readonly ShortcutLine[]
  /** Keys are typed here (Firefox); without it the browser's own page is opened. */
  onChange?: (name: string, shortcut: string) => void
  onOpen?: () => void
}

/** What the keyboard can begin from any page, and how that is changed. */
export function Shortcuts({ lines, onChange, onOpen }: ShortcutsProps) {
  return (
    <section aria-labelledby="set-shortcuts">
      <h2 id="set-shortcuts">{t('evidence.shortcuts.title')}</h2>
      <table class="table">
        <caption class="sr-only">{t('evidence.shortcuts.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('evidence.shortcuts.does')}</th>
            <th scope="col">{t('evidence.shortcuts.keys')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, description, shortcut }) => (
            <tr key={name}>
              <th scope="row">{description}</th>
              <td>
                {onChange ? (
                  <input
                    class="field"
                    aria-label={t('evidence.shortcuts.press', { name: description })}
                    placeholder={t('evidence.shortcuts.none')}
                    value={shortcut}
                    readOnly
                    onKeyDown={(event) => {
                      if (event.key === 'Tab' || event.key === 'Escape') return
                      event.preventDefault()
                      const keys = event.key === 'Backspace' || event.key === 'Delete' ? '' : keysOf(event)
                      if (keys !== null) onChange(name, keys)
                    }}
                  />
                ) : (
                  shortcut ? <kbd>{shortcut}</kbd> : <span class="quiet">{t('evidence.shortcuts.none')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="setting-line">
        <p>{t(onChange ? 'evidence.shortcuts.typeSays' : 'evidence.shortcuts.openSays')}</p>
        {onOpen && <button type="button" class="button" onClick={onOpen}>{t('evidence.shortcuts.open')}</button>}
      </div>
    </section>
  )
}
