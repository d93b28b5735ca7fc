import { expect, test } from 'vitest'
import { DeadlineQuestion } from '../../../../components/ledger/settings/DeadlineQuestion.tsx'
import { OwnDays, type OwnDaysProps } from '../../../../components/ledger/settings/OwnDays.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'

function open(change: Partial<OwnDaysProps> = {}) {
  const told = { onAdd: vi.fn(), onRemove: vi.fn(), onRead: vi.fn(() => ({ holidays: ['2027-02-05', '2027-02-06'], workdays: ['2027-01-31'], unread: ['2月30日'] })) }
  return { ...render(<OwnDays own={{ holidays: ['2027-02-05'], workdays: ['2027-01-31'] }} unknownYears={[2027]} {...told} {...change} />), told }
}

test('a day is added as what it is chosen to be, and taken away', () => {
  const { told } = open()
  fireEvent.input(screen.getByLabelText('日期'), { target: { value: '2027-02-13' } })
  fireEvent.change(screen.getByLabelText('这一天'), { target: { value: 'workdays' } })
  fireEvent.click(screen.getByRole('button', { name: '加入' }))
  expect(told.onAdd).toHaveBeenCalledExactlyOnceWith({ holidays: [], workdays: ['2027-02-13'] })
  fireEvent.click(screen.getByRole('button', { name: '删除 2027-01-31' }))
  expect(told.onRemove).toHaveBeenCalledExactlyOnceWith('2027-01-31')
})

test('a pasted notice is shown as days before it is taken in', () => {
  const { told } = open()
  fireEvent.input(screen.getByLabelText('粘贴放假通知或日期'), { target: { value: '2月5日至6日放假' } })
  fireEvent.click(screen.getByRole('button', { name: '识别日期' }))
  expect(told.onRead).toHaveBeenCalledExactlyOnceWith('2月5日至6日放假', 'holidays')
  expect(screen.getByText('认出放假 2 天、上班 1 天：')).toBeTruthy()
  expect(screen.getByText('没有认出：2月30日')).toBeTruthy()
  expect(told.onAdd).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('button', { name: '加入这 3 天' }))
  expect(told.onAdd).toHaveBeenCalledExactlyOnceWith({ holidays: ['2027-02-05', '2027-02-06'], workdays: ['2027-01-31'] })
})

test('years that are not known are named', () => {
  expect(open().container.textContent).toContain('2027 年的放假安排还没有收入')
})

test('open issues are asked about only where some would move', () => {
  const onMove = vi.fn()
  const { container, rerender } = render(<DeadlineQuestion moves={0} byHand={3} onMove={onMove} onLeave={vi.fn()} />)
  expect(container.textContent).toBe('')
  rerender(<DeadlineQuestion moves={37} byHand={3} onMove={onMove} onLeave={vi.fn()} />)
  expect(container.textContent).toContain('另有 3 条的时限是人工定的，不动。')
  fireEvent.click(screen.getByRole('button', { name: '按新时限重算 37 条' }))
  expect(onMove).toHaveBeenCalledOnce()
})
