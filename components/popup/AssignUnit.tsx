import { useState } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import type { Unit } from '../../utils/types/roster.ts'

/** A unit of the roster, or a name that is not in it yet. */
export type UnitChoice = { unitId: string } | { newName: string }

export interface AssignUnitProps {
  units: readonly Unit[]
  onAssignUnit: (choice: UnitChoice) => void
}

/** Asked once where nothing says to whom a page belongs: choose or type a name; the answer is remembered. */
export function AssignUnit(props: AssignUnitProps) {
  const [name, setName] = useState('')
  const trimmed = name.trim()
  const submit = (event: Event) => {
    event.preventDefault()
    if (!trimmed) return
    const known = props.units.find((unit) => unit.name === trimmed || unit.aliases.includes(trimmed))
    props.onAssignUnit(known ? { unitId: known.id } : { newName: trimmed })
  }
  return (
    <form class="note assign" onSubmit={submit}>
      <label class="note-says" for="assign-unit">{t('popup.assign.asks')}</label>
      <span class="assign-line">
        <input
          id="assign-unit"
          class="field"
          list="assign-units"
          autocomplete="off"
          placeholder={t('popup.assign.placeholder')}
          aria-describedby="assign-remembers"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <datalist id="assign-units">
          {props.units.map((unit) => <option key={unit.id} value={unit.name} />)}
        </datalist>
        <button type="submit" class="button" disabled={!trimmed}>{t('popup.assign.save')}</button>
      </span>
      <span class="note-more" id="assign-remembers">{t('popup.assign.remembers')}</span>
    </form>
  )
}
