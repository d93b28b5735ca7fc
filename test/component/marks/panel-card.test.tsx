import { describe, expect, test } from 'vitest'
import { Card, type CardProps } from '../../../components/marks/Card.tsx'
import { Panel, type PanelProps } from '../../../components/marks/Panel.tsx'
import { placeBeside } from '../../../components/marks/place.ts'
import type { Finding } from '../../../utils/types/finding.ts'
import { fireEvent, render, screen, vi, within } from '../kit.tsx'
import { FINDINGS, ready } from '../samples.ts'

const [overdue, word, dead] = FINDINGS as [Finding, Finding, Finding]

const callbacks = () => ({ onRecord: vi.fn(), onIgnore: vi.fn(), onFalseAlarm: vi.fn(), onUndo: vi.fn() })

function openPanel(change: Partial<PanelProps> = {}) {
  const told = { ...callbacks(), onLocate: vi.fn(), onClose: vi.fn(), onPauseLinks: vi.fn(), onStopLinks: vi.fn(), onRecheckLinks: vi.fn(), onSwitchOff: vi.fn() }
  const view = render(<Panel glance={ready()} {...told} {...change} />)
  return { ...view, told }
}

describe('Panel', () => {
  test('lists the worst first, and says what was not checked', () => {
    const { container } = openPanel()
    expect([...container.querySelectorAll('.finding-says .tag')].map((tag) => tag.textContent)).toEqual(['严重', '严重', '一般', '一般', '轻微', '存疑'])
    expect(screen.getByText('未检查 2 项（未检查不等于没有问题）')).toBeTruthy()
    expect(container.textContent).toContain('3 个 PDF 附件，未读')
  })

  test('every button hands on its finding', () => {
    const { told } = openPanel({ glance: ready({ findings: [dead], recorded: {} }) })
    fireEvent.click(screen.getByRole('button', { name: '记录' }))
    fireEvent.click(screen.getByRole('button', { name: '定位' }))
    fireEvent.click(screen.getByRole('button', { name: '误报' }))
    expect(told.onRecord).toHaveBeenCalledExactlyOnceWith(dead)
    expect(told.onLocate).toHaveBeenCalledExactlyOnceWith(dead)
    expect(told.onFalseAlarm).toHaveBeenCalledExactlyOnceWith(dead)
  })

  test('links can be paused, stopped, and checked again when done', () => {
    const { told, rerender } = openPanel()
    fireEvent.click(screen.getByRole('button', { name: '暂停' }))
    fireEvent.click(screen.getByRole('button', { name: '全部停止' }))
    expect(screen.queryByRole('button', { name: '重新检查链接' })).toBeNull()
    rerender(<Panel glance={ready({ links: { total: 9, done: 9, alive: 9, dead: 0, unsure: 0, paused: false } })} {...told} />)
    fireEvent.click(screen.getByRole('button', { name: '重新检查链接' }))
    expect([told.onPauseLinks, told.onStopLinks, told.onRecheckLinks].map((one) => one.mock.calls.length)).toEqual([1, 1, 1])
  })

  test('takes the focus, keeps keys from the page, and closes with Esc', () => {
    const pageHears = vi.fn()
    document.addEventListener('keydown', pageHears)
    const { told } = openPanel()
    const panel = screen.getByRole('dialog')
    expect(document.activeElement).toBe(panel)
    fireEvent.keyDown(panel, { key: 'j' })
    fireEvent.keyDown(panel, { key: 'Escape' })
    document.removeEventListener('keydown', pageHears)
    expect(told.onClose).toHaveBeenCalledOnce()
    expect(pageHears).not.toHaveBeenCalled()
  })
})

describe('Card', () => {
  function openCard(change: Partial<CardProps> = {}) {
    const told = { ...callbacks(), onClose: vi.fn() }
    const view = render(<Card finding={word} recorded={null} near={{ x: 0, y: 0, width: 10, height: 10 }} {...told} {...change} />)
    return { ...view, told }
  }

  test('says why, the words, what to write and the basis', () => {
    const { container } = openCard()
    for (const words of ['「青禾县人民政俯」疑为', '原文：经青禾县人民政俯', '建议：改为「青禾县人民政府」', '依据：国办秘函']) expect(container.textContent).toContain(words)
  })

  test('an unsure finding says so', () => {
    expect(openCard({ finding: { ...word, confidence: 0.59 } }).container.textContent).toContain('需人工核实')
    expect(openCard({ finding: { ...word, confidence: 0.6 } }).container.textContent).not.toContain('需人工核实')
  })

  test.each([['此处', 'here'], ['本网站', 'site'], ['所有网站', 'everywhere']] as const)('忽略 %s', (name, scope) => {
    const { told } = openCard()
    fireEvent.click(screen.getByRole('button', { name: '忽略' }))
    expect(document.activeElement?.textContent).toBe('此处')
    fireEvent.click(screen.getByRole('button', { name }))
    expect(told.onIgnore).toHaveBeenCalledExactlyOnceWith(word, scope)
  })

  test('Esc leaves the question first, then the card', () => {
    const { told } = openCard()
    fireEvent.click(screen.getByRole('button', { name: '忽略' }))
    fireEvent.keyDown(screen.getByRole('button', { name: '此处' }), { key: 'Escape' })
    expect(told.onClose).not.toHaveBeenCalled()
    expect(document.activeElement?.textContent).toBe('忽略')
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
    expect(told.onClose).toHaveBeenCalledOnce()
  })

  test('once recorded, it shows the number and the way back only', () => {
    const { told } = openCard({ recorded: 12 })
    const actions = within(screen.getByRole('group'))
    expect(actions.queryByRole('button', { name: '记录' })).toBeNull()
    expect(actions.getByText('已记录 第 12 号', { exact: false })).toBeTruthy()
    fireEvent.click(actions.getByRole('button', { name: '撤销' }))
    expect(told.onUndo).toHaveBeenCalledExactlyOnceWith(12)
  })

  test('opened on hover it leaves the focus alone', () => {
    openCard({ finding: overdue })
    expect(document.activeElement).toBe(document.body)
  })
})

describe('placeBeside', () => {
  const view = { width: 1000, height: 600 }
  const card = { width: 340, height: 200 }
  test.each([
    ['under the mark', { x: 100, y: 100, width: 50, height: 20 }, { left: 100, top: 126 }],
    ['over it at the bottom', { x: 100, y: 500, width: 50, height: 20 }, { left: 100, top: 294 }],
    ['moved left at the right edge', { x: 980, y: 100, width: 50, height: 20 }, { left: 652, top: 126 }],
    ['moved right when the mark starts outside', { x: -50, y: 100, width: 80, height: 20 }, { left: 8, top: 126 }],
    ['at the bottom edge where the mark fills the window', { x: 0, y: 0, width: 1000, height: 600 }, { left: 8, top: 392 }],
  ])('%s', (_, mark, place) => expect(placeBeside(mark, card, view)).toEqual(place))

  test('a card higher than the window starts at its top', () => {
    expect(placeBeside({ x: 0, y: 300, width: 9, height: 9 }, { width: 340, height: 900 }, view).top).toBe(8)
  })
})
