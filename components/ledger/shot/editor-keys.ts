import { moved, resized, type PictureSize } from '../../../utils/drawing/items.ts'
import type { ShotItem } from '../../../utils/types/drawing.ts'
import { TOOLS, type Hand } from './tools.ts'

/** What keys do in the editor. */
export interface KeyDeeds {
  items: readonly ShotItem[]
  chosen: number | null
  picture: PictureSize
  onHand: (hand: Hand) => void
  /** Enter: places a thing of the tool in hand in the middle of what is seen. */
  onPlace: () => void
  onChange: (at: number, item: ShotItem, step: string) => void
  onRemove: (at: number) => void
  onUndo: () => void
  onRedo: () => void
  onSave: () => void
  /** Esc: lets go of what is chosen or of the tool, else leaves. */
  onEscape: () => void
}

const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/** Does what a key says. @returns whether it meant something here */
export function keyDeed(event: KeyboardEvent, deeds: KeyDeeds): boolean {
  const { items, chosen, picture } = deeds
  const typing = event.target instanceof HTMLTextAreaElement
  const held = event.ctrlKey || event.metaKey
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  if (held && key === 'S') return deeds.onSave(), true
  if (held && key === 'Enter') return deeds.onSave(), true
  if (key === 'Escape') return deeds.onEscape(), true
  if (typing || event.altKey) return false
  if (held && key === 'Z') return (event.shiftKey ? deeds.onRedo : deeds.onUndo)(), true
  if (held && key === 'Y') return deeds.onRedo(), true
  const item = chosen === null ? undefined : items[chosen]
  const arrow = ARROWS[key]
  if (arrow && item && chosen !== null) {
    // As far as it is seen on any picture; with Shift to the pixel.
    const by = event.shiftKey ? 1 : Math.max(1, Math.round(picture.width / 128))
    deeds.onChange(chosen, (held ? resized : moved)(item, arrow[0] * by, arrow[1] * by, picture), `${held ? 'size' : 'move'} ${chosen}`)
    return true
  }
  if (held) return false
  if ((key === 'Delete' || key === 'Backspace') && item && chosen !== null) return deeds.onRemove(chosen), true
  const tool = TOOLS.find(([, name]) => name === key)
  if (tool) return deeds.onHand(tool[0]), true
  // A button takes Enter for itself.
  if (key === 'Enter' && !(event.target instanceof HTMLButtonElement)) return deeds.onPlace(), true
  return false
}
