import { describe, expect, test } from 'vitest'
import { IssueDetail, type IssueDetailProps } from '../../../../components/ledger/issues/IssueDetail.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import { EVENTS, issue, TODAY, UNITS } from '../../samples.ts'

const shown = issue(12, { status: 'open', unitId: 'u1', unitName: UNITS[0]?.name ?? '', severity: 'general', note: '' })

function open(change: Partial<IssueDetailProps> = {}) {
  const told = { onEdit: vi.fn(), onStatus: vi.fn(), onDelete: vi.fn(), onOpenPage: vi.fn(), onOpenIssue: vi.fn(), onBack: vi.fn() }
  const props: IssueDetailProps = { issue: shown, events: EVENTS, shots: [], units: UNITS, today: TODAY, transitions: ['fixed', 'false-alarm'], ...told, ...change }
  return { ...render(<IssueDetail {...props} />), told }
}

const field = (name: string) => screen.getByLabelText(name) as HTMLInputElement
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } })

describe('edit', () => {
  test('hands on only what was changed', () => {
    const { told } = open({ focus: 'edit' })
    type('备注', '已电话告知')
    type('错误原文', 'x')
    type('错误原文', shown.quote)
    fireEvent.change(field('问题级别'), { target: { value: 'serious' } })
    fireEvent.change(field('责任单位'), { target: { value: 'u2' } })
    type('整改时限', '2026-12-31')
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ note: '已电话告知', severity: 'serious', unitId: 'u2', unitName: '青禾县教育和体育局', deadline: '2026-12-31' })
  })

  test('saving without a change changes nothing', () => {
    const { told } = open({ focus: 'edit' })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).not.toHaveBeenCalled()
  })

  test('a unit that left the roster is still shown, and can be taken away', () => {
    const { told } = open({ issue: issue(12, { unitId: 'gone', unitName: '青禾县原单位' }), focus: 'edit' })
    expect(field('责任单位').value).toBe('gone')
    fireEvent.change(field('责任单位'), { target: { value: '' } })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ unitId: null, unitName: '' })
  })

  test('Esc leaves an untouched form, never a changed one', () => {
    const { told } = open({ focus: 'edit' })
    type('备注', 'x')
    fireEvent.keyDown(field('备注'), { key: 'Escape' })
    expect(screen.getByRole('form')).toBeTruthy()
    type('备注', '')
    fireEvent.keyDown(field('备注'), { key: 'Escape' })
    expect(screen.queryByRole('form')).toBeNull()
    expect(told.onBack).not.toHaveBeenCalled()
  })

  test('while editing, no button leads away from what was typed', () => {
    open({ focus: 'edit', onNext: vi.fn(), onPrevious: vi.fn() })
    for (const name of ['返回列表', '上一条', '下一条']) expect((screen.getByRole('button', { name }) as HTMLButtonElement).disabled).toBe(true)
  })
})

describe('life', () => {
  test('offers the allowed statuses only, and hands on the reason', () => {
    const { told } = open()
    expect(screen.queryByRole('button', { name: '销号' })).toBeNull()
    type('原因或整改情况（写入记录）', ' 已改 ')
    fireEvent.click(screen.getByRole('button', { name: '标为已整改' }))
    expect(told.onStatus).toHaveBeenCalledExactlyOnceWith('fixed', '已改')
  })

  test('S in the list leads to the buttons', () => {
    open({ focus: 'status' })
    expect(document.activeElement?.textContent).toBe('标为已整改')
  })

  test('history says who changed what, the newest first, in Shanghai time', () => {
    const { container } = open()
    const lines = [...container.querySelectorAll('.history li')].map((line) => line.textContent)
    expect(lines[0]).toBe('2026-11-21 00:30 李复查改状态状态：待整改 → 已整改原因：页面已改正，见新截图')
    expect(lines[1]).toContain('问题级别：一般 → 严重')
    expect(lines[1]).toContain('备注：（空） → 已电话告知县教体局')
  })
})

describe('keys and buttons', () => {
  test('E edits, S goes to the statuses, Esc goes back', () => {
    const { told } = open()
    const article = screen.getByRole('article')
    expect(document.activeElement).toBe(article)
    fireEvent.keyDown(article, { key: 's' })
    expect(document.activeElement?.textContent).toBe('标为已整改')
    fireEvent.keyDown(article, { key: 'Escape' })
    expect(told.onBack).toHaveBeenCalledOnce()
    fireEvent.keyDown(article, { key: 'e' })
    expect(screen.getByRole('form')).toBeTruthy()
  })

  test('letters typed as a reason are letters', () => {
    open()
    fireEvent.keyDown(field('原因或整改情况（写入记录）'), { key: 'e' })
    expect(screen.queryByRole('form')).toBeNull()
  })

  test('page, delete, duplicate', () => {
    const { told } = open({ duplicate: { id: 'first', number: 7 } })
    fireEvent.click(screen.getByRole('button', { name: '打开页面' }))
    fireEvent.click(screen.getByRole('button', { name: '删除' }))
    fireEvent.click(screen.getByRole('button', { name: '疑似重复：见第 7 号' }))
    expect(told.onOpenPage).toHaveBeenCalledOnce()
    expect(told.onDelete).toHaveBeenCalledOnce()
    expect(told.onOpenIssue).toHaveBeenCalledExactlyOnceWith('first')
  })
})

test('empty fields are left out, a missing unit is said', () => {
  const { container } = open({ issue: issue(4, { quote: '', unitId: null, unitName: '' }) })
  const names = [...container.querySelectorAll('.fields dt')].map((name) => name.textContent)
  expect(names).not.toContain('错误原文')
  expect(container.textContent).toContain('责任单位单位未定')
})
