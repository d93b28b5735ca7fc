import { describe, expect, test } from 'vitest'
import { CaptureLayerView, type CaptureLayerProps } from '../../../components/marks/capture/CaptureLayerView.tsx'
import { fireEvent, render, screen, vi } from '../kit.tsx'

const BOX = { x: 10, y: 20, width: 300, height: 150 }

function layer(change: Partial<CaptureLayerProps> = {}) {
  const told = {
    onDragFrom: vi.fn(), onDragTo: vi.fn(), onDragEnd: vi.fn(), onKey: vi.fn(), onPoint: vi.fn(), onStep: vi.fn(),
    onAgain: vi.fn(), onTake: vi.fn(), onCancel: vi.fn(), onEnough: vi.fn(),
  }
  const shown = (change: Partial<CaptureLayerProps>) => <CaptureLayerView state="choosing" kind="region" number={null} box={null} label="" cut={false} progress={null} hidden={false} says={null} {...told} {...change} />
  const view = render(shown(change))
  return { ...told, ...view, again: (change: Partial<CaptureLayerProps>) => view.rerender(shown(change)) }
}

describe('a region', () => {
  test('takes the keyboard, and says what for and how', () => {
    layer({ number: 12 })
    expect(document.activeElement?.getAttribute('aria-label')).toBe('框选截图区域')
    expect(screen.getByText('截图加到第 12 号问题')).toBeTruthy()
  })

  test.each([
    ['ArrowLeft', {}, 'onKey', ['ArrowLeft', { shift: false, fine: false }]],
    ['ArrowDown', { shiftKey: true, ctrlKey: true }, 'onKey', ['ArrowDown', { shift: true, fine: true }]],
    ['Enter', {}, 'onTake', []],
    ['Escape', {}, 'onCancel', []],
  ] as const)('%s %j', (key, how, callback, given) => {
    const told = layer({ box: BOX })
    fireEvent.keyDown(document.activeElement!, { key, ...how })
    expect(told[callback]).toHaveBeenCalledWith(...given)
  })

  test('a page never hears what is pressed here', () => {
    const heard = vi.fn()
    document.body.addEventListener('keydown', heard)
    layer()
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' })
    document.body.removeEventListener('keydown', heard)
    expect(heard).not.toHaveBeenCalled()
  })

  test('its buttons take, begin anew and cancel; Enter on a button is the button’s', () => {
    const { onTake, onAgain, onCancel } = layer({ box: BOX })
    fireEvent.keyDown(screen.getByRole('button', { name: '重选' }), { key: 'Enter' })
    expect(onTake).not.toHaveBeenCalled()
    for (const name of ['截取', '重选', '取消']) fireEvent.click(screen.getByRole('button', { name }))
    expect([onTake, onAgain, onCancel].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1])
  })

  test('says why the last try came to nothing', () => {
    layer({ box: BOX, says: { phrase: { key: 'app.error.shot.missed' }, tone: 'problem' } })
    expect(screen.getByText('页面被切到后台，没有拍到。请让页面留在前面，再截一次')).toBeTruthy()
  })
})

describe('an element', () => {
  test.each([
    ['ArrowUp', {}, 'parent'], ['ArrowDown', {}, 'child'], ['ArrowRight', {}, 'next'], ['ArrowLeft', {}, 'previous'], ['Tab', {}, 'next'], ['Tab', { shiftKey: true }, 'previous'],
  ] as const)('%s %j goes %s', (key, how, way) => {
    const { onStep } = layer({ kind: 'element', box: BOX, label: 'p' })
    fireEvent.keyDown(document.activeElement!, { key, ...how })
    expect(onStep).toHaveBeenCalledWith(way)
  })

  test('a click takes what is outlined; what is cut off is said', () => {
    const { onTake } = layer({ kind: 'element', box: BOX, label: 'div', cut: true })
    expect(screen.getByText('300 × 150 · 只能截到露出的部分')).toBeTruthy()
    fireEvent.click(screen.getByRole('application'))
    expect(onTake).toHaveBeenCalledOnce()
  })
})

describe('a long picture', () => {
  test('shows how far it is, and can be ended or cancelled', () => {
    const { onEnough, onCancel } = layer({ state: 'taking', kind: 'page', progress: 42 })
    expect(screen.getByText('正在截整页 42%')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '到此为止' }))
    fireEvent.keyDown(screen.getByRole('group'), { key: 'Escape' })
    expect([onEnough.mock.calls.length, onCancel.mock.calls.length]).toEqual([1, 1])
  })

  test('says in its bar that another must wait', () => {
    layer({ state: 'taking', kind: 'page', progress: 42, says: { phrase: { key: 'app.error.capture-busy' }, tone: 'problem' } })
    expect(screen.getByRole('status').textContent).toBe('这个页面上正在截图，请等它完成或先取消')
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('42')
  })

  test('is unseen in its own picture, and what is pressed meanwhile is for it', () => {
    const view = layer({ state: 'taking', kind: 'page', progress: 42 })
    const bar = screen.getByRole('group')
    expect([document.activeElement, bar.classList.contains('unseen')]).toEqual([bar, false])
    view.again({ state: 'taking', kind: 'page', progress: 88, hidden: true })
    expect([document.activeElement, bar.classList.contains('unseen')]).toEqual([bar, true])
    fireEvent.keyDown(bar, { key: 'Escape' })
    expect(view.onCancel).toHaveBeenCalledOnce()
  })
})
