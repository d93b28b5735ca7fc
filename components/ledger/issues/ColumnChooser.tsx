import { t } from '../../../utils/locale.ts'
import { DEFAULT_COLUMNS, type ColumnSetting } from '../../../utils/types/issue-list.ts'
import { useOpenBox } from './useOpenBox.ts'

export interface ColumnChooserProps {
  columns: readonly ColumnSetting[]
  onColumns: (columns: readonly ColumnSetting[]) => void
}

/** Which columns the list has, and in which order. Widths are drawn at the heads. */
export function ColumnChooser({ columns, onColumns }: ColumnChooserProps) {
  const { open, setOpen, box, button, onKeyDown } = useOpenBox()
  const shown = columns.filter((one) => one.shown).length
  const change = (at: number, next: Partial<ColumnSetting>) => onColumns(columns.map((one, place) => (place === at ? { ...one, ...next } : one)))
  const move = (at: number, step: 1 | -1) => {
    const moved = [...columns]
    moved.splice(at + step, 0, ...moved.splice(at, 1))
    onColumns(moved)
  }
  return (
    <div
      class="facet"
      ref={box}
      onKeyDown={onKeyDown}
    >
      <button type="button" ref={button} class="button button-small" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>{t('issuelist.columns')}</button>
      {open && (
        <div class="facet-choices facet-right" role="dialog" aria-label={t('issuelist.columns')}>
          <ul class="chooser">
            {columns.map((one, at) => {
              const name = t(`issuelist.column.${one.column}`)
              return (
                <li key={one.column}>
                  <label class="facet-choice">
                    {/* the last one stays: a list of nothing helps nobody */}
                    <input type="checkbox" checked={one.shown} disabled={one.shown && shown === 1} onChange={() => change(at, { shown: !one.shown })} />
                    <span class="facet-words">{name}</span>
                  </label>
                  <button type="button" class="button button-small" disabled={at === 0} aria-label={t('issuelist.columnUp', { name })} onClick={() => move(at, -1)}>↑</button>
                  <button type="button" class="button button-small" disabled={at === columns.length - 1} aria-label={t('issuelist.columnDown', { name })} onClick={() => move(at, 1)}>↓</button>
                </li>
              )
            })}
          </ul>
          <button type="button" class="button button-small" onClick={() => onColumns(DEFAULT_COLUMNS)}>{t('issuelist.columnsAgain')}</button>
        </div>
      )}
    </div>
  )
}
