import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import storage from '../../../assets/locales/zh-CN/storage.json' with { type: 'json' }
import { LossNote } from '../../../components/ledger/LossNote.tsx'
import { SavedNote } from '../../../components/ledger/SavedNote.tsx'
import { IDLE } from '../../../components/ledger/settings/work.ts'
import { addTexts, setLanguage } from '../../../utils/locale.ts'

beforeAll(() => {
  addTexts({ 'zh-CN': { storage }, en: {} })
  setLanguage('zh-CN')
})
afterEach(cleanup)

const AT = '2026-11-22T02:00:00.000Z'
const doings = () => ({ onExport: vi.fn(), onCancel: vi.fn(), onSeen: vi.fn() })

test('a file that may not have come: its name, what to do, and once more', () => {
  const [onAgain, onSeen] = [vi.fn(), vi.fn()]
  const { container, rerender } = render(<SavedNote saved="问题清单.csv" onAgain={onAgain} onSeen={onSeen} />)
  expect(screen.getByRole('status').textContent).toContain('没有看到文件 问题清单.csv？')
  fireEvent.click(screen.getByRole('button', { name: '再下载一次' }))
  fireEvent.click(screen.getByRole('button', { name: '文件已收到' }))
  expect([onAgain, onSeen].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
  rerender(<SavedNote saved={null} onAgain={onAgain} onSeen={onSeen} />)
  expect(container.textContent).toBe('')
})

test('a loss: what is missing, what is left, where to restore; what is left can be saved', () => {
  const did = doings()
  render(<LossNote loss={{ from: 3, to: 6, left: 2, at: AT }} work={IDLE} {...did} />)
  expect(screen.getByRole('alert').textContent).toMatch(/第 3 号到第 6 号.*还有 2 条.*从第 7 号往下编/)
  expect(screen.getByRole('link', { name: '从备份恢复' }).getAttribute('href')).toBe('#/settings/storage')
  fireEvent.click(screen.getByRole('button', { name: '导出能读出的内容' }))
  fireEvent.click(screen.getByRole('button', { name: '知道了' }))
  expect([did.onExport, did.onSeen].map(({ mock }) => mock.calls.length)).toEqual([1, 1])
})

test('one that is missing is one; of nothing that is left there is nothing to save', () => {
  render(<LossNote loss={{ from: 6, to: 6, left: 0, at: AT }} work={IDLE} {...doings()} />)
  expect(screen.getByRole('alert').textContent).toMatch(/：第 6 号已经记录过/)
  expect(screen.queryByRole('button', { name: '导出能读出的内容' })).toBe(null)
})
