import { describe, expect, test } from 'vitest'
import { ExportView, type ExportViewProps } from '../../../components/ledger/export/ExportView.tsx'
import { LedgerShell } from '../../../components/ledger/LedgerShell.tsx'
import { Welcome } from '../../../components/ledger/Welcome.tsx'
import { fireEvent, render, screen, vi } from '../kit.tsx'

const disabled = (name: string) => (screen.getByRole('button', { name }) as HTMLButtonElement).disabled

test('the shell says where one is, and leads elsewhere', () => {
  const [onTab, onLanguage] = [vi.fn(), vi.fn()]
  render(<LedgerShell tab="roster" onTab={onTab} onNoticeClose={vi.fn()} language="zh-CN" onLanguage={onLanguage}>x</LedgerShell>)
  expect(screen.getByRole('button', { name: '底册' }).getAttribute('aria-current')).toBe('page')
  fireEvent.click(screen.getByRole('button', { name: '导出' }))
  fireEvent.click(screen.getByRole('button', { name: 'English' }))
  expect(onTab).toHaveBeenCalledExactlyOnceWith('export')
  expect(onLanguage).toHaveBeenCalledExactlyOnceWith('en')
})

describe('ExportView', () => {
  const weeks = [
    { week: '2026-W47', from: '2026-11-16', to: '2026-11-22', count: 4, current: true },
    { week: '2026-W46', from: '2026-11-09', to: '2026-11-15', count: 9, current: false },
  ]
  const preview = { units: [{ unitId: 'u1', name: '甲局', issues: 3, shots: 2 }], issues: 4, shots: 2, withoutUnit: 1 }
  const open = (change: Partial<ExportViewProps> = {}) => {
    const told = { onRange: vi.fn(), onExportWeek: vi.fn(), onExportUnits: vi.fn(), onCancel: vi.fn(), onShowWithoutUnit: vi.fn() }
    return { ...render(<ExportView weeks={weeks} from="2026-W47" to="2026-W47" preview={preview} progress={null} {...told} {...change} />), told }
  }

  test('says what it would write, and which issues have no unit', () => {
    const { told } = open()
    expect(screen.getByText('按单位导出：1 个文件夹，4 条问题，2 张截图')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '查看并补单位' }))
    fireEvent.click(screen.getByRole('button', { name: '导出本周' }))
    fireEvent.click(screen.getByRole('button', { name: '按单位导出' }))
    expect([told.onShowWithoutUnit, told.onExportWeek, told.onExportUnits].map((one) => one.mock.calls.length)).toEqual([1, 1, 1])
  })

  test('other weeks are not called this week; the range never runs backwards', () => {
    const { told } = open({ from: '2026-W46', to: '2026-W46' })
    expect(screen.queryByRole('button', { name: '导出本周' })).toBeNull()
    fireEvent.change(screen.getByRole('combobox', { name: '起始周' }), { target: { value: '2026-W47' } })
    expect(told.onRange).toHaveBeenLastCalledWith('2026-W47', '2026-W47')
    fireEvent.change(screen.getByRole('combobox', { name: '截止周' }), { target: { value: '2026-W47' } })
    expect(told.onRange).toHaveBeenLastCalledWith('2026-W46', '2026-W47')
  })

  test('while writing: how far, and the way out', () => {
    const { told } = open({ progress: { done: 2, total: 8 } })
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('2')
    expect(disabled('按单位导出')).toBe(true)
    fireEvent.click(screen.getByRole('button', { name: '取消导出' }))
    expect(told.onCancel).toHaveBeenCalledOnce()
  })

  test('an empty week is not exported', () => {
    open({ preview: { units: [], issues: 0, shots: 0, withoutUnit: 0 } })
    expect(disabled('导出本周')).toBe(true)
  })
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
