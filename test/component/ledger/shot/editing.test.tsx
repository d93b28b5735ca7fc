import { describe, expect, test } from 'vitest'
import { after, begun, isChanged, type Act, type Editing } from '../../../../components/ledger/shot/editing.ts'
import type { ShotItem } from '../../../../utils/types/drawing.ts'

const box = (x: number): ShotItem => ({ kind: 'box', x, y: 0, width: 10, height: 10 })
const all = (start: Editing, ...acts: Act[]) => acts.reduce(after, start)
const at = (editing: Editing) => editing.items.map((item) => (item.kind === 'box' ? item.x : item.kind))

describe('steps back and forth', () => {
  test('each step can be taken back and done again; a new one forgets what was taken back', () => {
    const made = all(begun([]), { do: 'add', item: box(1) }, { do: 'add', item: box(2) }, { do: 'remove', at: 0 })
    expect(at(made)).toEqual([2])
    const back = all(made, { do: 'undo' }, { do: 'undo' })
    expect(at(back)).toEqual([1])
    expect(at(after(back, { do: 'redo' }))).toEqual([1, 2])
    expect(after(after(back, { do: 'add', item: box(5) }), { do: 'redo' }).items).toHaveLength(2)
    expect(isChanged(all(made, { do: 'undo' }, { do: 'undo' }, { do: 'undo' }, { do: 'undo' }), [])).toBe(false)
  })

  test('key presses of one move are one step; another move after choosing anew is its own', () => {
    const moves = (x: number): Act => ({ do: 'change', at: 0, item: box(x), step: 'move 0' })
    const moved = all(begun([box(0)]), moves(1), moves(2), moves(3))
    expect(at(after(moved, { do: 'undo' }))).toEqual([0])
    const twice = all(moved, { do: 'choose', at: 0 }, moves(4), moves(5))
    expect(at(after(twice, { do: 'undo' }))).toEqual([3])
  })

  test('what was just added is chosen, what was taken away is not', () => {
    const added = after(begun([box(0)]), { do: 'add', item: box(1) })
    expect(added.chosen).toBe(1)
    expect(after(added, { do: 'remove', at: 1 }).chosen).toBeNull()
  })
})
