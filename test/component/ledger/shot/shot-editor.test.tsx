import { beforeAll, describe, expect, test } from 'vitest'
import { ShotEditor, type ShotEditorProps } from '../../../../components/ledger/shot/ShotEditor.tsx'
import type { ShotEdit } from '../../../../utils/types/drawing.ts'
import { act, fireEvent, render, screen, vi } from '../../kit.tsx'
import { soon } from '../../../soon.ts'

const STANDING = { hash: 'h', outlines: [{ x: 100, y: 100, width: 200, height: 40, label: '' }], drawings: [{ kind: 'box' as const, x: 300, y: 300, width: 100, height: 50 }], personal: [{ x: 10, y: 10, width: 50, height: 20 }] }

beforeAll(() => {
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true
  }
})

function editor(change: Partial<ShotEditorProps> = {}) {
  const onSave = vi.fn<(edit: ShotEdit, everywhere: boolean, base: object) => Promise<boolean>>(async () => true)
  const onClose = vi.fn()
  const props = { number: 12, index: 1, src: 'x', width: 1280, height: 800, standing: STANDING, sharers: { numbers: [], mayStay: true }, tagsOf: () => ['12 错别字'], onSave, onClose, ...change }
  const view = render(<ShotEditor {...props} />)
  return { onSave, onClose, again: (more: Partial<ShotEditorProps>) => view.rerender(<ShotEditor {...props} {...more} />) }
}

const key = (name: string, held: KeyboardEventInit = {}) => fireEvent.keyDown(screen.getByRole('group', { name: /画面/ }), { key: name, ...held })
const items = () => screen.queryAllByRole('listitem').map((item) => item.textContent)

describe('by keys alone', () => {
  test('a thing is placed, moved, sized, and kept', async () => {
    const { onSave, onClose } = editor()
    expect(items()).toEqual(['1. 导出时遮盖', '2. 问题位置', '3. 方框'])
    key('b')
    key('Enter')
    expect(items()).toHaveLength(4)
    const steps: [string, KeyboardEventInit?][] = [['ArrowRight'], ['ArrowRight', { shiftKey: true }], ['ArrowDown', { ctrlKey: true }]]
    for (const [name, held] of steps) key(name, held)
    key('s', { ctrlKey: true })
    await soon(() => expect(onClose).toHaveBeenCalled())
    const { drawings } = onSave.mock.calls[0]![0]
    expect(drawings).toHaveLength(2)
    const placed = onSave.mock.calls[0]![0].drawings[1] as { x: number; height: number }
    // In the middle, two steps right of where it was placed and one step taller.
    expect(placed.x % 10).not.toBe(0)
    expect(placed.height).toBe(90)
  })

  test('undo and redo; Del takes away; what is unchanged is left without a question', () => {
    const { onSave, onClose } = editor()
    fireEvent.click(screen.getByRole('button', { name: '3. 方框' }))
    key('Delete')
    expect(items()).toHaveLength(2)
    key('z', { ctrlKey: true })
    expect(items()).toHaveLength(3)
    key('y', { ctrlKey: true })
    expect(items()).toHaveLength(2)
    key('z', { ctrlKey: true })
    key('Escape')
    expect(onClose).toHaveBeenCalled()
    expect(onSave).not.toHaveBeenCalled()
  })

  test('letters typed into words are no tools', () => {
    editor()
    key('t')
    key('Enter')
    const field = screen.getByLabelText('文字内容')
    fireEvent.keyDown(field, { key: 'c' })
    fireEvent.keyDown(field, { key: 'Delete' })
    fireEvent.input(field, { target: { value: '此处' } })
    expect(items()[3]).toBe('4. 文字 此处')
    expect(screen.getByRole('button', { name: /选择/ }).getAttribute('aria-pressed')).toBe('true')
  })
})

describe('leaving and covering', () => {
  test('unsaved work is asked about: go on, save, or drop', async () => {
    const { onSave, onClose } = editor()
    key('a')
    key('Enter')
    key('Escape')
    key('Escape')
    screen.getByText('标注还没有保存')
    fireEvent.click(screen.getByRole('button', { name: '继续编辑' }))
    expect(onClose).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '取消' }))
    fireEvent.click(screen.getByRole('button', { name: '不保存，离开' }))
    expect(onClose).toHaveBeenCalled()
    expect(onSave).not.toHaveBeenCalled()
  })

  test('what is covered for good is said plainly before it is saved, also for other issues; one may leave those out', async () => {
    const { onSave } = editor({ sharers: { numbers: [3, 8], mayStay: true } })
    key('c')
    key('Enter')
    key('s', { ctrlKey: true })
    screen.getByText('保存后不能撤销', { exact: false })
    const box = screen.getByRole('checkbox', { name: /另有 2 个问题（编号 3、8）/ })
    expect((box as HTMLInputElement).checked).toBe(true)
    fireEvent.click(box)
    screen.getByText('仍能看到没有遮盖的原图', { exact: false })
    expect(onSave).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '遮盖并保存' }))
    await soon(() => expect(onSave).toHaveBeenCalled())
    expect(onSave.mock.calls[0]![0].covers).toHaveLength(1)
    expect(onSave.mock.calls[0]![1]).toBe(false)
  })

  test('in a shared ledger the others are covered, too, without a choice', () => {
    editor({ sharers: { numbers: [3], mayStay: false } })
    key('c')
    key('Enter')
    key('s', { ctrlKey: true })
    screen.getByText('另有 1 个问题（编号 3）', { exact: false })
    expect(screen.queryByRole('checkbox')).toBeNull()
  })

  test('a cover may be one for exports only, and that needs no question', async () => {
    const { onSave } = editor()
    key('c')
    key('Enter')
    fireEvent.click(screen.getByRole('radio', { name: '只在导出时遮盖' }))
    key('s', { ctrlKey: true })
    await soon(() => expect(onSave).toHaveBeenCalled())
    expect(onSave.mock.calls[0]![0]).toMatchObject({ covers: [], personal: [{}, {}] })
  })

  test('where nothing was saved the work stays', async () => {
    const refused = vi.fn(async () => false)
    const { onClose } = editor({ onSave: refused })
    key('a')
    key('Enter')
    key('s', { ctrlKey: true })
    await soon(() => expect(refused).toHaveBeenCalled())
    await act(async () => {})
    expect([items().length, onClose.mock.calls.length]).toEqual([4, 0])
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', false)
  })
})

describe('another window', () => {
  test('changed the picture: saving waits for a choice; mine goes on what stands now', async () => {
    const { again, onSave } = editor()
    key('a')
    key('Enter')
    const theirs = { ...STANDING, drawings: [] }
    again({ standing: theirs })
    screen.getByText('这张图刚在另一个窗口里改过', { exact: false })
    key('s', { ctrlKey: true })
    expect(onSave).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: '用我的标注' }))
    key('s', { ctrlKey: true })
    await soon(() => expect(onSave).toHaveBeenCalled())
    expect(onSave.mock.calls[0]![2]).toEqual(theirs)
    expect(onSave.mock.calls[0]![0].drawings).toHaveLength(2)
  })

  test('theirs may be taken; a picture that was taken away waits until it is back', () => {
    const { again } = editor()
    key('a')
    key('Enter')
    again({ standing: null })
    screen.getByText('移除了', { exact: false })
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true)
    again({ standing: { ...STANDING, drawings: [] } })
    fireEvent.click(screen.getByRole('button', { name: '用对方的标注' }))
    expect(items()).toEqual(['1. 导出时遮盖', '2. 问题位置'])
  })
})
