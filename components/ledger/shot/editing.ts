import type { ShotItem } from '../../../utils/types/drawing.ts'

/** A picture's things while a person works on them, with the way back and forth. */
export interface Editing {
  items: readonly ShotItem[]
  /** Index of the one that is chosen. */
  chosen: number | null
  past: readonly (readonly ShotItem[])[]
  future: readonly (readonly ShotItem[])[]
  /** Steps with the same name that follow each other are one step back: each key press of a move, each letter of a text. */
  step: string
}

export type Act =
  | { do: 'choose'; at: number | null }
  | { do: 'add'; item: ShotItem }
  /** `step`: see `Editing.step`. */
  | { do: 'change'; at: number; item: ShotItem; step: string }
  | { do: 'remove'; at: number }
  | { do: 'undo' }
  | { do: 'redo' }

/** More steps back than anyone takes. */
const MOST = 200

export function begun(items: readonly ShotItem[]): Editing {
  return { items, chosen: null, past: [], future: [], step: '' }
}

export function after(editing: Editing, act: Act): Editing {
  const { items, past, future } = editing
  if (act.do === 'choose') return { ...editing, chosen: act.at, step: '' }
  if (act.do === 'undo' || act.do === 'redo') {
    const [from, to] = act.do === 'undo' ? [past, future] : [future, past]
    const next = from[from.length - 1]
    if (!next) return editing
    const left = from.slice(0, -1)
    const gone = [...to, items]
    return { items: next, chosen: null, step: '', ...(act.do === 'undo' ? { past: left, future: gone } : { past: gone, future: left }) }
  }
  if (act.do === 'change') {
    const changed = items.map((one, at) => (at === act.at ? act.item : one))
    const goesOn = act.step !== '' && act.step === editing.step
    return { items: changed, chosen: act.at, past: goesOn ? past : kept(past, items), future: [], step: act.step }
  }
  const next = act.do === 'add' ? [...items, act.item] : items.filter((_, at) => at !== act.at)
  return { items: next, chosen: act.do === 'add' ? items.length : null, past: kept(past, items), future: [], step: '' }
}

function kept(past: Editing['past'], items: readonly ShotItem[]): Editing['past'] {
  return [...past, items].slice(-MOST)
}

/** Whether anything differs from what the work began with. */
export function isChanged(editing: Editing, first: readonly ShotItem[]): boolean {
  return JSON.stringify(editing.items) !== JSON.stringify(first)
}
