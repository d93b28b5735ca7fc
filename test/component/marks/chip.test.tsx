import { expect, test } from 'vitest'
import { ChipHere, type ChipHereProps } from '../chip-here.tsx'
import { fireEvent, render, screen, vi } from '../kit.tsx'
import { FRESH, ready } from '../samples.ts'

const chip = (change: Partial<ChipHereProps> = {}) => <ChipHere glance={ready()} collapsed={false} onToggle={vi.fn()} onCollapse={vi.fn()} {...change} />

test('says date, age, state, findings and links', () => {
  const { container } = render(chip())
  expect(container.textContent).toContain('2026-10-1141 天前超期 27 天')
  expect(container.textContent).toContain('严重2一般2轻微1存疑1')
  expect(container.textContent).toContain('链接 34 / 120')
})

test('says no more than was checked where nothing was found', () => {
  const links = { total: 3, done: 3, alive: 3, dead: 0, unsure: 0, paused: false }
  const { container } = render(chip({ glance: ready({ findings: [], freshness: FRESH.fresh, links }) }))
  expect(container.textContent).toContain('已查项目未发现疑点')
  expect(container.textContent).not.toContain('链接')
})

test('puts its lines in again only where they say something else', () => {
  const { container, rerender } = render(chip())
  const [before] = container.getElementsByClassName('chip-line')
  rerender(chip({ glance: { ...ready(), pending: true } }))
  expect(container.getElementsByClassName('chip-line')[0]).toBe(before)
  rerender(chip({ glance: ready({ findings: [] }) }))
  expect(container.textContent).toContain('已查项目未发现疑点')
})

test.each(['off', 'restricted'] as const)('draws nothing on a page that is %s', (state) => {
  expect(render(chip({ glance: { state, url: '', host: '', says: null } })).container.textContent).toBe('')
})

test('opens the panel, and folds to a dot with the number of findings', () => {
  const [onToggle, onCollapse] = [vi.fn(), vi.fn()]
  const { rerender } = render(chip({ onToggle, onCollapse }))
  fireEvent.click(screen.getByRole('button', { expanded: false }))
  expect(onToggle).toHaveBeenCalledOnce()
  fireEvent.click(screen.getByRole('button', { name: '收起为小圆点' }))
  expect(onCollapse).toHaveBeenLastCalledWith(true)
  rerender(chip({ onToggle, onCollapse, collapsed: true }))
  fireEvent.click(screen.getByRole('button', { name: '读网助手：疑点 6 处，展开' }))
  expect(onCollapse).toHaveBeenLastCalledWith(false)
})

test.each([['outdated', '请刷新本页'], ['failed', '没能打开窗口']] as const)('says why nothing else can be shown: %s', (trouble, words) => {
  const { rerender } = render(chip({ trouble, collapsed: true }))
  expect(screen.getByRole('alert').textContent).toContain(words)
  expect(screen.getByRole('button', { expanded: false }).textContent).toContain('2026-10-11')
  rerender(chip({ trouble, glance: { state: 'reading', url: '', host: '', says: null } }))
  expect(screen.getByRole('alert').textContent).toContain(words)
})

test('says that the page could not be read', () => {
  render(chip({ glance: { state: 'unread', url: '', host: '', says: { key: 'app.error.background-gone' } } }))
  expect(screen.getByRole('alert').textContent).toContain('本页没能读出来')
})

test('takes the focus back when the panel closes, and only then', () => {
  const { rerender } = render(chip())
  expect(document.activeElement).toBe(document.body)
  rerender(chip({ open: true }))
  expect(document.activeElement).toBe(document.body)
  rerender(chip())
  expect(document.activeElement?.className).toBe('chip-main')
})
