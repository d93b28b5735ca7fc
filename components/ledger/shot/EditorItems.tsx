import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ShotItem } from '../../../utils/types/drawing.ts'

export interface EditorItemsProps {
  items: readonly ShotItem[]
  chosen: number | null
  /** The field for words takes the focus: a text was just placed. */
  writing: boolean
  onChoose: (at: number) => void
  /** `step`: changes of one name that follow each other are taken back as one. */
  onChange: (at: number, item: ShotItem, step: string) => void
  onRemove: (at: number) => void
}

/** What stands on the picture as a list, so that each thing can be reached without a pointer; what is chosen can be worded, changed in kind, taken away. */
export function EditorItems(props: EditorItemsProps) {
  const { items, chosen, onChange } = props
  const one = chosen === null ? undefined : items[chosen]
  return (
    <section class="editor-side" aria-label={t('markup.items')}>
      <h3>{t('markup.items')}</h3>
      {items.length === 0 && <p class="quiet">{t('markup.none')}</p>}
      <ol class="editor-items">
        {items.map((item, at) => (
          <li key={at}>
            <button type="button" class="button button-small" aria-pressed={chosen === at} onClick={() => props.onChoose(at)}>{nameOf(item, at)}</button>
          </li>
        ))}
      </ol>
      {one && chosen !== null && (
        <div class="editor-one">
          {one.kind === 'text' && <Words key={chosen} label={t('markup.words')} value={one.text} takesFocus={props.writing} onInput={(text) => onChange(chosen, { ...one, text }, `words ${chosen}`)} />}
          {one.kind === 'place' && <Words key={chosen} label={t('markup.label')} hint={t('markup.labelSays')} value={/^\d*$/.test(one.label) ? '' : one.label} onInput={(label) => onChange(chosen, { ...one, label }, `words ${chosen}`)} />}
          {(one.kind === 'cover' || one.kind === 'personal') && (
            <fieldset class="fields-plain editor-kind">
              <legend class="label">{t('markup.how')}</legend>
              {(['cover', 'personal'] as const).map((kind) => (
                <label key={kind}>
                  <input type="radio" name="editor-kind" checked={one.kind === kind} onChange={() => onChange(chosen, { ...one, kind }, '')} /> {t(`markup.cover.${kind}`)}
                </label>
              ))}
              <p class="quiet">{t(`markup.coverSays.${one.kind}`)}</p>
            </fieldset>
          )}
          <button type="button" class="button button-small button-danger" aria-keyshortcuts="Delete" title="Del" onClick={() => props.onRemove(chosen)}>{t('markup.remove')}</button>
        </div>
      )}
    </section>
  )
}

/** `箭头 2`; of a text its first words. */
export function nameOf(item: ShotItem, at: number): string {
  const name = t('markup.item', { kind: t(`markup.tool.${item.kind === 'personal' ? 'personal' : item.kind}`), index: at + 1 })
  return item.kind === 'text' && item.text ? `${name} ${item.text.slice(0, 12)}` : name
}

function Words(props: { label: string; hint?: string; value: string; takesFocus?: boolean; onInput: (text: string) => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  // At once, so that the first letter typed is not lost.
  useLayoutEffect(() => {
    if (props.takesFocus) field.current?.focus()
  }, [props.takesFocus])
  return (
    <label class="editor-words">
      <span class="label">{props.label}</span>
      <textarea class="field" rows={3} maxLength={200} ref={field} value={props.value} onInput={(event) => props.onInput(event.currentTarget.value)} />
      {props.hint && <span class="quiet">{props.hint}</span>}
    </label>
  )
}
