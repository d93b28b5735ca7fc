import { expect, test } from 'vitest'
import { ClashList } from '../../../components/ledger/team/ClashList.tsx'
import { ExportPackage } from '../../../components/ledger/team/ExportPackage.tsx'
import { IDLE } from '../../../components/ledger/settings/work.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'

test('a clash shows both values with who and when, and a click says which holds', () => {
  const settle = vi.fn()
  render(<ClashList clashes={[{ key: 'k', issueId: '1', number: 'B17', description: '链接打不开', field: '严重程度', options: [{ value: '轻微', who: '乙', at: '2026-11-20T01:35:00Z' }, { value: '严重', who: '甲', at: '2026-11-20T01:30:00Z' }] }]} onSettle={settle} />)
  expect(screen.getByText('乙 2026-11-20 09:35')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '采用“严重”' }))
  expect(settle).toHaveBeenCalledWith('k', 1)
})

test('no clash: said so', () => {
  render(<ClashList clashes={[]} onSettle={vi.fn()} />)
  expect(screen.getByText('没有冲突。')).toBeTruthy()
})

test('a package for some units: none chosen is no package, 单位未定 is a choice, too', () => {
  const write = vi.fn()
  render(<ExportPackage today="2026-11-20" last={null} units={[{ id: 'u1', name: '青禾县卫生健康局' }, { id: 'u2', name: '青禾县农业农村局' }]} work={IDLE} onExport={write} onCancel={vi.fn()} />)
  const go = screen.getByRole('button', { name: '导出交换包' }) as HTMLButtonElement
  fireEvent.click(screen.getByLabelText('只要选定的单位'))
  expect(go.disabled).toBe(true)
  fireEvent.click(screen.getByLabelText('青禾县农业农村局'))
  fireEvent.click(screen.getByLabelText('单位未定'))
  fireEvent.click(go)
  expect(write).toHaveBeenCalledWith(expect.objectContaining({ units: [{ id: 'u2', name: '青禾县农业农村局' }, { id: null, name: '单位未定' }] }))
})

test('a package of everything, unless something else is chosen', () => {
  const write = vi.fn()
  render(<ExportPackage today="2026-11-20" last={null} units={[]} work={IDLE} onExport={write} onCancel={vi.fn()} />)
  fireEvent.click(screen.getByRole('button', { name: '导出交换包' }))
  expect(write).toHaveBeenCalledWith({ since: null, units: null, pictures: true, password: '' })
  fireEvent.input(screen.getByLabelText('密码（留空不加密，至少 8 个字）'), { target: { value: '青禾县十二月共享' } })
  fireEvent.click(screen.getByRole('button', { name: '导出交换包' }))
  expect(write).toHaveBeenLastCalledWith(expect.objectContaining({ password: '青禾县十二月共享' }))
})
