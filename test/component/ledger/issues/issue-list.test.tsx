import { useState } from 'preact/hooks'
import { describe, expect, test } from 'vitest'
import { NO_FILTER, type LedgerCounts } from '../../../../components/ledger/issues/filter.ts'
import { rowAfterKey } from '../../../../components/ledger/issues/IssueGrid.tsx'
import { IssueList, type IssueListProps } from '../../../../components/ledger/issues/IssueList.tsx'
import { rowsOf, scrollToRow, visibleRange } from '../../../../components/ledger/issues/rows.ts'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import { issue, TODAY, UNITS } from '../../samples.ts'

const counts = (total: number): LedgerCounts => ({
  total,
  matching: total,
  weeks: [{ week: '2026-W47', from: '2026-11-16', to: '2026-11-22', count: 4 }],
  units: [{ unitId: 'u1', name: UNITS[0]?.name ?? '', count: 3 }, { unitId: '', name: '', count: 1 }],
  kinds: [{ kind: 'links/dead', count: 2 }],
  statuses: { open: 3, overdue: 1 },
})

const many = (n: number) => Array.from({ length: n }, (_, index) => issue(index + 1))

function open(count: number, change: Partial<IssueListProps> = {}) {
  const told = { onFilter: vi.fn(), onOpen: vi.fn(), onEdit: vi.fn(), onStatus: vi.fn(), onVisible: vi.fn() }
  const rows = rowsOf(many(count))
  function List() {
    const [selectedId, onSelect] = useState<string | null>(null)
    return <IssueList rows={rows} filter={NO_FILTER} counts={counts(count)} today={TODAY} selectedId={selectedId} onSelect={onSelect} {...told} {...change} />
  }
  return { ...render(<List />), told }
}

const selected = () => document.querySelector('[aria-selected="true"]')?.textContent ?? null

describe('rows', () => {
  test('of 50,000 only those in view are drawn', () => {
    const { container, told } = open(50_000)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('50001')
    const drawn = container.querySelectorAll('.row-issue').length
    expect(drawn).toBeGreaterThan(10)
    expect(drawn).toBeLessThan(60)
    expect(told.onVisible).toHaveBeenCalledExactlyOnceWith(0, drawn)
  })

  test('a row that is not loaded yet keeps its place', () => {
    const { container } = open(0, { rows: { total: 3, at: (index) => (index === 1 ? undefined : issue(index)), indexOf: () => -1 }, counts: counts(3) })
    expect([...container.querySelectorAll('.grid-body .row')].map((row) => row.getAttribute('aria-rowindex'))).toEqual(['2', '3', '4'])
  })

  test('says deadline and state in words', () => {
    const { container } = open(0, { rows: rowsOf([issue(8, { status: 'open', deadline: '2026-11-19' }), issue(9, { status: 'open', deadline: '2026-11-21' })]), counts: counts(2) })
    expect([...container.querySelectorAll('.grid-body .cell-deadline')].map((cell) => cell.textContent)).toEqual(['2026-11-19超期 2 天', '2026-11-21今天到期'])
  })
})

describe('keys', () => {
  const press = (key: string) => fireEvent.keyDown(screen.getByRole('grid'), { key })

  test('the grid has the focus at once, arrows choose, Enter E S act on the chosen', () => {
    const { told } = open(10)
    expect(document.activeElement).toBe(screen.getByRole('grid'))
    press('Enter')
    expect(told.onOpen).not.toHaveBeenCalled()
    press('ArrowDown')
    press('ArrowDown')
    expect(selected()).toContain('第 2 号')
    expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toBe(`issue-${issue(2).id}`)
    press('Enter')
    press('e')
    press('S')
    for (const callback of [told.onOpen, told.onEdit, told.onStatus]) expect(callback).toHaveBeenCalledExactlyOnceWith(issue(2).id)
    press('End')
    expect(selected()).toContain('第 10 号')
  })

  test('the far end of a long list is reached and drawn', () => {
    open(50_000)
    press('End')
    fireEvent.scroll(screen.getByRole('grid'))
    expect(selected()).toContain('第 50000 号')
  })

  test('/ goes to the search, where keys are text again', () => {
    open(3)
    press('/')
    const search = screen.getByRole('searchbox')
    expect(document.activeElement).toBe(search)
    fireEvent.keyDown(search, { key: '?' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('? shows the keys', () => {
    open(3)
    press('?')
    expect(screen.getByRole('dialog').textContent).toContain('改状态')
  })

  test('keys with Ctrl are the browser’s', () => {
    const { told } = open(3)
    press('ArrowDown')
    fireEvent.keyDown(screen.getByRole('grid'), { key: 's', ctrlKey: true })
    expect(told.onStatus).not.toHaveBeenCalled()
  })

  test.each([
    ['ArrowDown', -1, 0], ['ArrowUp', -1, 0], ['End', -1, 9], ['ArrowDown', 9, 9], ['ArrowUp', 0, 0],
    ['PageDown', 2, 6], ['PageUp', 2, 0], ['Home', 7, 0], ['End', 0, 9], ['a', 3, null],
  ] as const)('%s from row %d leads to %s', (key, from, to) => expect(rowAfterKey(key, from, 10, 4)).toBe(to))

  test('no key leads anywhere in an empty list', () => expect(rowAfterKey('ArrowDown', -1, 0, 4)).toBeNull())
})

describe('filters', () => {
  const choose = (name: string, value: string) => fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } })

  test('each choice says how many it would show', () => {
    open(4)
    expect(screen.getByRole('option', { name: '2026 年第 47 周（11-16 至 11-22） · 4 条' })).toBeTruthy()
    expect(screen.getByRole('option', { name: '死链 · 2 条' })).toBeTruthy()
    expect(screen.getByRole('button', { name: /^已超期/ }).textContent).toBe('已超期1')
    expect(screen.getByText('显示 4 条，共 4 条')).toBeTruthy()
  })

  test('no unit and all units are two choices', () => {
    const { told } = open(4, { filter: { ...NO_FILTER, unitId: 'u1' } })
    choose('单位', '1')
    expect(told.onFilter).toHaveBeenLastCalledWith({ ...NO_FILTER, unitId: '' })
    choose('单位', '-1')
    expect(told.onFilter).toHaveBeenLastCalledWith({ ...NO_FILTER, unitId: null })
  })

  test('a status pressed again is let go, the other filters stay', () => {
    const filter = { ...NO_FILTER, week: '2026-W47', status: 'open' as const }
    const { told } = open(4, { filter })
    fireEvent.click(screen.getByRole('button', { name: /^待整改/ }))
    expect(told.onFilter).toHaveBeenLastCalledWith({ ...filter, status: null })
    fireEvent.click(screen.getByRole('button', { name: /^已超期/ }))
    expect(told.onFilter).toHaveBeenLastCalledWith({ ...filter, status: 'overdue' })
  })

  test('nothing recorded yet: what to do first, and no filters for nothing', () => {
    open(0)
    expect(screen.getByText('还没有记录问题')).toBeTruthy()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  test('nothing matches: one click clears', () => {
    const { told } = open(0, { counts: counts(9), filter: { ...NO_FILTER, text: 'x' } })
    expect(screen.getByText('没有符合条件的问题')).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0] as HTMLElement)
    expect(told.onFilter).toHaveBeenCalledExactlyOnceWith(NO_FILTER)
  })

  test('rows that come back do not take the focus from the search', () => {
    const props = { filter: NO_FILTER, counts: counts(3), today: TODAY, selectedId: null, onFilter: vi.fn(), onSelect: vi.fn(), onOpen: vi.fn(), onEdit: vi.fn(), onStatus: vi.fn() }
    const { rerender } = render(<IssueList rows={rowsOf([])} {...props} />)
    screen.getByRole('searchbox').focus()
    rerender(<IssueList rows={rowsOf(many(3))} {...props} />)
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  })
})

test.each([
  [0, 520, 100, { first: 0, end: 18 }],
  [5200, 520, 1000, { first: 92, end: 118 }],
  [5200, 520, 105, { first: 92, end: 105 }],
  [5200, 520, 10, { first: 10, end: 10 }],
  [0, 520, 0, { first: 0, end: 0 }],
])('scrolled to %d of %d px, %d rows', (top, height, total, range) => expect(visibleRange(top, height, 52, total)).toEqual(range))

test.each([
  ['in view', 3, 0, 0],
  ['above', 3, 520, 156],
  ['below', 20, 0, 572],
])('a row %s', (_, index, top, goal) => expect(scrollToRow(index, top, 520, 52)).toBe(goal))
