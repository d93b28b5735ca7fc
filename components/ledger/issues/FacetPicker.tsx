import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Facet, FacetChoice } from '../../../utils/types/filter.ts'
import { count } from '../../shared/format.ts'
import { choiceName, type IndicatorName } from './facet-names.ts'
import { useOpenBox } from './useOpenBox.ts'

export interface FacetPickerProps {
  facet: Facet
  choices: readonly FacetChoice[]
  chosen: readonly string[]
  indicatorName: IndicatorName
  onChoose: (values: readonly string[]) => void
}

/** From here on a list of choices has its own search. */
const MANY = 10
/** Choices drawn at a time; a county may have 20,000 columns. */
const DRAWN = 200

/** A button that opens the choices of one facet, each with its count; any number may be ticked. Esc closes and gives the focus back. */
export function FacetPicker(props: FacetPickerProps) {
  const { facet, choices, chosen } = props
  const { open, setOpen, box, button, onKeyDown } = useOpenBox()
  const name = t(`issuelist.facet.${facet}`)
  const only = chosen.length === 1 ? choices.find(({ value }) => value === chosen[0]) : undefined
  const label = chosen.length === 0 ? name : t('issuelist.chosen', { facet: name, choice: only ? choiceName(facet, only, props.indicatorName) : t('issuelist.several', { number: chosen.length }) })
  return (
    <div
      class="facet"
      ref={box}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        ref={button}
        class={`facet-button ${chosen.length ? 'facet-on' : ''}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <span class="facet-label">{label}</span>
        <span aria-hidden="true">▾</span>
      </button>
      {open && <Choices {...props} name={name} />}
    </div>
  )
}

function Choices(props: FacetPickerProps & { name: string }) {
  const { facet, choices, chosen, name } = props
  const [text, setText] = useState('')
  const named = choices.map((choice) => ({ ...choice, words: choiceName(facet, choice, props.indicatorName) }))
  const asked = text.trim().toLowerCase()
  const found = asked ? named.filter(({ words }) => words.toLowerCase().includes(asked)) : named
  const set = new Set(chosen)
  const toggle = (value: string) => props.onChoose(set.has(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <div class="facet-choices" role="dialog" aria-label={name}>
      {choices.length > MANY && (
        <input class="field" type="search" aria-label={t('issuelist.searchIn', { facet: name })} placeholder={t('issuelist.searchIn', { facet: name })} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      )}
      <div class="facet-list">
        {found.slice(0, DRAWN).map(({ value, words, count: number }) => (
          <label key={value} class="facet-choice" title={words}>
            <input type="checkbox" checked={set.has(value)} onChange={() => toggle(value)} />
            <span class="facet-words">{words}</span>
            <span class="facet-count">{count(number)}</span>
          </label>
        ))}
      </div>
      {found.length === 0 && <p class="facet-none">{t('issuelist.noChoice')}</p>}
      {found.length > DRAWN && <p class="facet-none">{t('issuelist.moreChoices', { count: count(found.length - DRAWN) })}</p>}
      {chosen.length > 0 && <button type="button" class="button button-small" onClick={() => props.onChoose([])}>{t('issuelist.anyChoice')}</button>}
    </div>
  )
}
