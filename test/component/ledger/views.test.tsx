import { expect, test } from 'vitest'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { Welcome } from '../../../components/ledger/Welcome.tsx'
import { fireEvent, render, screen, vi } from '../kit.tsx'


test('the shell says where one is, and leads elsewhere', () => {
  const [onTab, onLanguage] = [vi.fn(), vi.fn()]
  render(<LedgerShell tab="units" onTab={onTab} onNoticeClose={vi.fn()} language="zh-CN" onLanguage={onLanguage}>x</LedgerShell>)
  expect(screen.getByRole('button', { name: '单位' }).getAttribute('aria-current')).toBe('page')
  fireEvent.click(screen.getByRole('button', { name: '导出' }))
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(onTab).toHaveBeenCalledExactlyOnceWith('export')
  expect(onLanguage).toHaveBeenCalledExactlyOnceWith('en')
})

test('welcome: the permission from a click, then the start', () => {
  const [allow, start] = [vi.fn(), vi.fn()]
  const { rerender } = render(<Welcome captureAllowed={false} onAllowCapture={allow} onStart={start} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(3)
  fireEvent.click(screen.getByRole('button', { name: '允许截图' }))
  rerender(<Welcome captureAllowed onAllowCapture={allow} onStart={start} />)
  expect(screen.queryByRole('button', { name: '允许截图' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '开始使用' }))
  expect([allow.mock.calls.length, start.mock.calls.length]).toEqual([1, 1])
})
