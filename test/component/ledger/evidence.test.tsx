import { expect, test } from 'vitest'
import { EvidenceView } from '../../../components/ledger/issues/EvidenceView.tsx'
import { keysOf } from '../../../components/ledger/settings/shortcut-keys.ts'
import { Shortcuts } from '../../../components/ledger/settings/Shortcuts.tsx'
import { EVIDENCE, SHORTCUTS } from '../evidence-samples.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'

test('every look says all it knows, and what the browser did not tell; HTML is text', () => {
  const { container } = render(<EvidenceView evidence={EVIDENCE} onSavePage={vi.fn()} onDownload={vi.fn()} />)
  for (const words of ['取证信息（2 次截图、1 份网页）', '2026-10-10 09:00', '缩放 125%，每像素 1.25 个屏幕点', '（直接打开，没有来源页）', '（没有截图）', 'Edge 131.0.0.0']) expect(container.textContent).toContain(words)
  expect(container.textContent).toContain('<img src="x">')
  expect(container.querySelector('img')).toBeNull()
})

test('a page is saved and downloaded by a click; a browser that cannot says so', () => {
  const [onSavePage, onDownload] = [vi.fn(), vi.fn()]
  const { rerender, container } = render(<EvidenceView evidence={EVIDENCE} onSavePage={onSavePage} onDownload={onDownload} />)
  fireEvent.click(screen.getByText('保存整个网页'))
  fireEvent.click(screen.getByText('下载'))
  expect(onSavePage).toHaveBeenCalledOnce()
  expect(onDownload).toHaveBeenCalledWith(EVIDENCE.pages[0])
  rerender(<EvidenceView evidence={{ issueId: 'x', looks: [], pages: [] }} onDownload={onDownload} />)
  expect(container.textContent).toContain('这个浏览器不能把网页存成一个文件')
  expect(container.textContent).toContain('没有留下取证信息')
})

test('shortcuts are listed, and changed in the browser’s page or by pressing keys', () => {
  const [onOpen, onChange] = [vi.fn(), vi.fn()]
  const { rerender } = render(<Shortcuts lines={SHORTCUTS} onOpen={onOpen} />)
  expect(screen.getByText('未设置')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '修改快捷键' }))
  expect(onOpen).toHaveBeenCalledOnce()
  rerender(<Shortcuts lines={SHORTCUTS} onChange={onChange} />)
  const field = screen.getByLabelText('按下新的快捷键：截取网页上的一个区域并记录')
  fireEvent.keyDown(field, { key: 'Shift', code: 'ShiftLeft', shiftKey: true })
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.keyDown(field, { key: 'R', code: 'KeyR', altKey: true, shiftKey: true })
  fireEvent.keyDown(field, { key: 'Backspace', code: 'Backspace' })
  expect(onChange.mock.calls).toEqual([['capture-region', 'Alt+Shift+R'], ['capture-region', '']])
})

test.each([
  [{ key: 'd', code: 'KeyD', altKey: true, shiftKey: true }, 'Alt+Shift+D'],
  [{ key: '1', code: 'Digit1', ctrlKey: true }, 'Ctrl+1'],
  [{ key: 'F8', code: 'F8' }, 'F8'],
  [{ key: 'a', code: 'KeyA' }, null],
  [{ key: 'a', code: 'KeyA', altKey: true, metaKey: true }, null],
] as const)('%j', (pressed, keys) => {
  expect(keysOf({ altKey: false, ctrlKey: false, shiftKey: false, metaKey: false, ...pressed })).toBe(keys)
})
