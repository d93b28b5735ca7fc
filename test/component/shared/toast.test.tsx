import { expect, test } from 'vitest'
import { Toast, type Notice } from '../../../components/shared/Toast.tsx'
import { act, fireEvent, render, screen, vi } from '../kit.tsx'

const done: Notice = { says: { key: 'sample.recorded', params: { number: 12 } } }
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms))
const problem: Notice = { says: { key: 'sample.failed' }, tone: 'problem' }

test('the live regions are there before anything is said', () => {
  render(<Toast notice={null} onClose={vi.fn()} />)
  expect(screen.getByRole('status').textContent).toBe('')
  expect(screen.getByRole('alert').textContent).toBe('')
})

test('what went well is announced politely, what did not at once', () => {
  const { rerender } = render(<Toast notice={done} onClose={vi.fn()} />)
  expect(screen.getByRole('status').textContent).toContain('已记录 第 12 号')
  rerender(<Toast notice={problem} onClose={vi.fn()} />)
  expect(screen.getByRole('status').textContent).toBe('')
  expect(screen.getByRole('alert').textContent).toContain('没有成功')
})

test('the action runs', () => {
  const run = vi.fn()
  render(<Toast notice={{ ...done, action: { label: { key: 'common.undo' }, run } }} onClose={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: '撤销' }))
  expect(run).toHaveBeenCalledOnce()
})

test('it leaves by itself, but not under the pointer, and a problem stays', () => {
  vi.useFakeTimers()
  const close = vi.fn()
  const { container, rerender } = render(<Toast notice={done} onClose={close} stays={1000} />)
  const place = container.querySelector('.toast-place')
  if (!place) throw new Error('no toast')
  fireEvent.mouseEnter(place)
  pass(5000)
  expect(close).not.toHaveBeenCalled()
  fireEvent.mouseLeave(place)
  pass(1000)
  expect(close).toHaveBeenCalledOnce()
  rerender(<Toast notice={problem} onClose={close} stays={1000} />)
  pass(60_000)
  expect(close).toHaveBeenCalledOnce()
})

test('one that was closed under the pointer does not hold the next', () => {
  vi.useFakeTimers()
  const close = vi.fn()
  const { container, rerender } = render(<Toast notice={done} onClose={close} stays={1000} />)
  fireEvent.mouseEnter(container.querySelector('.toast-place')!)
  fireEvent.click(screen.getByRole('button', { name: '关闭' }))
  // its buttons are gone, and with them what would have told that the pointer left
  rerender(<Toast notice={null} onClose={close} stays={1000} />)
  rerender(<Toast notice={done} onClose={close} stays={1000} />)
  pass(1000)
  expect(close).toHaveBeenCalledTimes(2)
})
