import { expect, test } from 'vitest'
import { AccountsView, type AccountsViewProps } from '../../../../components/ledger/accounts/AccountsView.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import { ACCOUNT_ROWS } from '../../self-check-samples.ts'
import { TODAY } from '../../samples.ts'

function open(change: Partial<AccountsViewProps> = {}) {
  const told = { onSave: vi.fn(), onRemove: vi.fn(), onRead: vi.fn(), onImport: vi.fn(), onCancelImport: vi.fn(), onExport: vi.fn(), onCsv: vi.fn() }
  return { ...render(<AccountsView rows={ACCOUNT_ROWS} today={TODAY} units={['青禾县教育和体育局']} preview={null} {...told} {...change} />), told }
}
const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const fill = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

test('the table has the five columns of the annex, state in words', () => {
  const { container } = open()
  expect([...container.querySelectorAll('tbody tr')].map((row) => [...row.children].slice(0, 5).map((cell) => cell.textContent))[0]).toEqual([
    '1', '青禾教育 微信每周三更新', '青禾县教育和体育局', '逾期', '最后更新 2026-11-01，已 20 天，逾期 6 天',
  ])
  expect(screen.getByText('在用 4 个，逾期 1 个，未登记更新时间 1 个')).toBeTruthy()
})

test('one click says that an account was updated today', () => {
  const { told } = open()
  click('今天有更新：青禾教育')
  expect(told.onSave).toHaveBeenCalledExactlyOnceWith('a1', expect.objectContaining({ name: '青禾教育', lastUpdate: TODAY }))
  expect(screen.queryByRole('button', { name: '今天有更新：青禾旧号' })).toBeNull()
})

test('adding: the name is asked first, empty fields stay empty', () => {
  const { told } = open({ rows: [] })
  click('添加账号')
  expect(document.activeElement).toBe(screen.getByLabelText('账号名称'))
  fill('账号名称', ' 青禾交警 ')
  fireEvent.change(screen.getByLabelText('平台'), { target: { value: 'weibo' } })
  fill('更新时限（天）', '7')
  fireEvent.submit(screen.getByRole('form', { name: '添加账号' }))
  expect(told.onSave).toHaveBeenCalledExactlyOnceWith(null, {
    platform: 'weibo', name: '青禾交警', owner: '', url: null, deadlineDays: 7, lastUpdate: null, status: 'active', note: '',
  })
  expect(screen.queryByRole('form')).toBeNull()
})

test('editing starts from what is known; Esc leaves it', () => {
  const { told } = open()
  click('修改 爱青禾')
  expect((screen.getByLabelText('平台') as HTMLSelectElement).value).toBe('app')
  fill('最后更新', '2026-11-20')
  fireEvent.submit(screen.getByRole('form', { name: '修改账号' }))
  expect(told.onSave).toHaveBeenCalledExactlyOnceWith('a3', expect.objectContaining({ lastUpdate: '2026-11-20' }))
  click('修改 爱青禾')
  fireEvent.keyDown(screen.getByRole('form'), { key: 'Escape' })
  expect(screen.queryByRole('form')).toBeNull()
})

test('deleting asks once more', () => {
  const { told } = open()
  click('修改 青禾旧号')
  click('删除')
  expect(told.onRemove).not.toHaveBeenCalled()
  click('删除')
  expect(told.onRemove).toHaveBeenCalledExactlyOnceWith(ACCOUNT_ROWS[4]?.account)
})

test('a pasted table or a file is looked at before it is taken', () => {
  const { told, container, rerender } = open({ rows: [] })
  click('导入或粘贴')
  fireEvent.input(screen.getByRole('textbox'), { target: { value: '平台\t账号名称\n微信\t青禾通' } })
  click('核对粘贴的内容')
  const file = new File(['x'], 'a.csv')
  fireEvent.change(container.querySelector('input[type=file]') as Element, { target: { files: [file] } })
  expect(told.onRead.mock.calls).toEqual([['平台\t账号名称\n微信\t青禾通'], [file]])
  const preview = { rows: 2, added: 1, changed: 0, unchanged: 0, problems: [{ line: 3, says: { key: 'roster.problem.account-unnamed', params: { line: 3 } } }] }
  rerender(<AccountsView rows={[]} today={TODAY} units={[]} preview={preview} {...told} />)
  expect(screen.getByText('共 2 行：新增 1 个，更新 0 个，不变 0 个')).toBeTruthy()
  expect(screen.getByText('第 3 行没有账号名称，已跳过。')).toBeTruthy()
  click('确认导入')
  expect(told.onImport).toHaveBeenCalledOnce()
})

test('empty: what it is for, and three ways to begin', () => {
  const { told } = open({ rows: [] })
  expect(screen.getByText('还没有登记政务新媒体账号')).toBeTruthy()
  click('下载空白模板')
  expect(told.onCsv).toHaveBeenCalledOnce()
})

test('the tables can be taken away', () => {
  const { told } = open()
  click('导出监测表')
  click('导出 CSV')
  expect([told.onExport.mock.calls.length, told.onCsv.mock.calls.length]).toEqual([1, 1])
})
