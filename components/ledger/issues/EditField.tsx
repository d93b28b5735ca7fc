import type { ComponentChildren } from 'preact'
import { say, t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Collision } from './issue-edit.ts'
import { fieldName, valueWords, type Names } from './values.ts'

/** What every field of the form is told. */
export interface Around {
  wrong: Partial<Record<string, Phrase>>
  collisions: readonly Collision[]
  names: Names
  /** `mine`: what was typed here is kept, else what the other window wrote. */
  onCollision: (field: string, mine: boolean) => void
}

/** What a field's input is given besides its own. */
export interface Wiring {
  id: string
  class: string
  'aria-invalid': boolean
  'aria-describedby'?: string
}

interface EditFieldProps extends Around {
  name: string
  children: (wiring: Wiring) => ComponentChildren
}

/** A field of the form with its name, what is wrong with it, and what another window made of it meanwhile. */
export function EditField(props: EditFieldProps) {
  const { name, wrong, collisions, names, onCollision } = props
  const id = `edit-${name.replace('.', '-')}`
  const collision = collisions.find(({ field }) => field === name)
  const bad = wrong[name]
  const told = [bad && `${id}-wrong`, collision && `${id}-theirs`].filter(Boolean).join(' ')
  return (
    <div class="edit-field">
      <label class="label" for={id}>{fieldName(name)}</label>
      {props.children({ id, class: 'field', 'aria-invalid': Boolean(bad), ...(told ? { 'aria-describedby': told } : {}) })}
      {bad && <p class="wrong" id={`${id}-wrong`}>{say(bad)}</p>}
      {collision && (
        <div class="collision" role="alert">
          <p id={`${id}-theirs`}>{t('issue.conflict.field', { theirs: valueWords(name, collision.theirs, names) })}</p>
          <button type="button" class="button button-small" onClick={() => onCollision(name, true)}>{t('issue.conflict.mine')}</button>
          <button type="button" class="button button-small" onClick={() => onCollision(name, false)}>{t('issue.conflict.theirs')}</button>
        </div>
      )}
    </div>
  )
}
