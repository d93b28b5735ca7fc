import { describe, expect, test } from 'vitest'
import { rowAfterKey } from '../../../../components/ledger/issues/grid-keys.ts'
import { rowsOf, scrollToRow, visibleRange } from '../../../../components/ledger/issues/rows.ts'
import { columnsToDraw, leastWidth, templateOf } from '../../../../components/ledger/issues/column-widths.ts'
import { DEFAULT_COLUMNS } from '../../../../utils/types/issue-list.ts'
import { fireEvent, screen, within } from '../../kit.tsx'
import { counts, listedIssue, open } from './list-kit.tsx'

const current = () => document.querySelector('.row-current')?.textContent ?? null
const ticked = () => [...document.querySelectorAll('[role="row"][aria-selected="true"] .cell-number')].map((cell) => cell.textContent)

describe('rows', () => {
  test('of 50,000 only those in view are drawn', () => {
    const { container } = open(50_000)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('50001')
    const drawn = container.querySelectorAll('.row-issue').length
    expect(drawn).toBeGreaterThan(10)
    expect(drawn).toBeLessThan(60)
  })

  test('says deadline and state in words', () => {
    const { container } = open(0, { rows: rowsOf([listedIssue(8, { status: 'open', deadline: '2026-11-19' }), listedIssue(9, { status: 'open', deadline: '2026-11-21' })]), counts: counts(2) })
    expect([...container.querySelectorAll('.grid-body .cell-deadline')].map((cell) => cell.textContent)).toEqual(['2026-11-19超期 2 天', '2026-11-21今天到期'])
  })

  test('the first screen stands before anything is counted', () => {
    const { container } = open(3, { counts: null })
    expect(container.querySelectorAll('.row-issue')).toHaveLength(3)
    expect(screen.getByText('正在读取…')).toBeTruthy()
    expect(container.querySelector('.facet, .filters-status, .tools-count')).toBeNull()
  })

  test('heads of groups: named, counted, folded', () => {
    const rows = { ...rowsOf([listedIssue(1)]), total: 2, keyAt: (line: number) => ['group:u1', listedIssue(1).id][line] ?? null, lineOf: (key: string) => ['group:u1', listedIssue(1).id].indexOf(key), issueAt: (line: number) => (line === 1 ? listedIssue(1) : null), groupAt: (line: number) => (line === 0 ? { key: 'u1', name: '青禾县公安局', count: 1234, overdue: 5, collapsed: false } : null) }
    const { told } = open(0, { rows, counts: counts(1), view: { filter: { text: '' }, sort: { by: 'number', descending: true }, group: 'unit' } })
    const head = within(screen.getByRole('treegrid')).getByRole('row', { expanded: true })
    expect(head.textContent).toContain('青禾县公安局1,234 条超期 5 条')
    fireEvent.keyDown(screen.getByRole('treegrid'), { key: 'ArrowDown' })
    fireEvent.keyDown(screen.getByRole('treegrid'), { key: 'ArrowLeft' })
    expect(told.onToggleGroup).toHaveBeenCalledExactlyOnceWith('u1')
  })

  test('a ledger that could not be read says so and offers to try again', () => {
    const { told } = open(0, { problem: { key: 'app.error.unexpected', params: { detail: 'AbortError' } } })
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button'))
    expect(told.onRetry).toHaveBeenCalledOnce()
  })
})

describe('keys', () => {
  const press = (key: string, more: KeyboardEventInit = {}) => fireEvent.keyDown(screen.getByRole('grid'), { key, ...more })

  test('the grid has the focus at once, arrows move, Enter E S act on the row under the keys', () => {
    const { told } = open(10)
    expect(document.activeElement).toBe(screen.getByRole('grid'))
    press('Enter')
    expect(told.onOpen).not.toHaveBeenCalled()
    press('ArrowDown')
    press('ArrowDown')
    expect(current()).toContain('第 2 号')
    expect(screen.getByRole('grid').getAttribute('aria-activedescendant')).toBe(`issue-${listedIssue(2).id}`)
    press('Enter')
    press('e')
    press('S')
    for (const callback of [told.onOpen, told.onEdit, told.onStatus]) expect(callback).toHaveBeenCalledExactlyOnceWith(listedIssue(2).id)
    press('End')
    expect(current()).toContain('第 10 号')
  })

  test('the far end of a long list is reached and drawn', () => {
    open(50_000)
    press('End')
    fireEvent.scroll(screen.getByRole('grid'))
    expect(current()).toContain('第 50000 号')
  })

  test('Space ticks, Shift and arrows tick a range, Ctrl+A all, Esc none', () => {
    const { seen } = open(10)
    press('ArrowDown')
    press(' ')
    expect(ticked()).toEqual(['第 1 号'])
    press('ArrowDown')
    press('ArrowDown')
    press('ArrowDown', { shiftKey: true })
    press('ArrowDown', { shiftKey: true })
    expect(ticked()).toEqual(['第 1 号', '第 3 号', '第 4 号', '第 5 号'])
    press(' ')
    expect(ticked()).toEqual(['第 1 号', '第 3 号', '第 4 号'])
    press('a', { ctrlKey: true })
    expect(seen.chosen.ids.size).toBe(10)
    press('Escape')
    expect(seen.chosen.ids.size).toBe(0)
  })

  test('with issues ticked, S E and Del open what is done with all of them', () => {
    const { told } = open(3)
    press('ArrowDown')
    press(' ')
    press('s')
    expect(screen.getByRole('button', { name: '标为已整改（2 条）' })).toBeTruthy()
    press('e')
    expect(screen.getByRole('combobox', { name: '问题级别' })).toBeTruthy()
    press('Delete')
    expect(screen.getByText('删除选中的 1 条？可以撤销。')).toBeTruthy()
    for (const callback of [told.onEdit, told.onStatus]) expect(callback).not.toHaveBeenCalled()
  })

  test('/ goes to the search, where keys are text again', () => {
    open(3)
    press('/')
    const search = screen.getByRole('searchbox')
    expect(document.activeElement).toBe(search)
    fireEvent.keyDown(search, { key: '?' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('/ goes to the search before all is counted, and stays there when it is', () => {
    const { again } = open(3, { counts: null })
    press('/')
    const search = screen.getByRole('searchbox')
    expect(document.activeElement).toBe(search)
    again({ counts: counts(3) })
    expect(screen.getByRole('searchbox')).toBe(search)
    expect(document.activeElement).toBe(search)
  })

  test('? shows the keys', () => {
    open(3)
    press('?')
    expect(screen.getByRole('dialog').textContent).toContain('连续选中')
  })

  test('other keys with Ctrl are the browser’s', () => {
    const { told } = open(3)
    press('ArrowDown')
    press('s', { ctrlKey: true })
    expect(told.onStatus).not.toHaveBeenCalled()
  })

  test.each([
    ['ArrowDown', -1, 0], ['ArrowUp', -1, 0], ['End', -1, 9], ['ArrowDown', 9, 9], ['ArrowUp', 0, 0],
    ['PageDown', 2, 6], ['PageUp', 2, 0], ['Home', 7, 0], ['End', 0, 9], ['a', 3, null],
  ] as const)('%s from row %d leads to %s', (key, from, to) => expect(rowAfterKey(key, from, 10, 4)).toBe(to))

  test('no key leads anywhere in an empty list', () => expect(rowAfterKey('ArrowDown', -1, 0, 4)).toBeNull())
})

describe('the mouse', () => {
  const row = (n: number) => document.getElementById(`issue-${listedIssue(n).id}`)!

  test('a click opens, the tick ticks, Shift makes a range, Ctrl one more', () => {
    const { told } = open(9)
    fireEvent.click(row(2).querySelector('.tick')!)
    fireEvent.click(row(4), { shiftKey: true })
    fireEvent.click(row(7), { ctrlKey: true })
    expect(ticked()).toEqual(['第 2 号', '第 3 号', '第 4 号', '第 7 号'])
    expect(told.onOpen).not.toHaveBeenCalled()
    fireEvent.click(row(5))
    expect(told.onOpen).toHaveBeenCalledExactlyOnceWith(listedIssue(5).id)
  })

  test('the tick in the head ticks all and none', () => {
    const { seen } = open(9)
    const head = document.querySelector('.grid-head .tick')!
    fireEvent.click(head)
    expect(seen.chosen.ids.size).toBe(9)
    fireEvent.click(head)
    expect(seen.chosen.ids.size).toBe(0)
  })

  test('a head sorts, and turns the order round', () => {
    const { told, again } = open(3)
    fireEvent.click(screen.getByRole('columnheader', { name: '整改时限' }))
    expect(told.onView).toHaveBeenLastCalledWith(expect.objectContaining({ sort: { by: 'deadline', descending: false } }))
    again({ view: { filter: { text: '' }, sort: { by: 'deadline', descending: false }, group: null } })
    expect(screen.getByRole('columnheader', { name: '整改时限' }).getAttribute('aria-sort')).toBe('ascending')
    fireEvent.click(screen.getByRole('columnheader', { name: '整改时限' }))
    expect(told.onView).toHaveBeenLastCalledWith(expect.objectContaining({ sort: { by: 'deadline', descending: true } }))
  })
})

describe('columns', () => {
  test('a narrow window leaves out what can be left out, but never what a person chose', () => {
    const names = (width: number, columns = DEFAULT_COLUMNS) => columnsToDraw(columns, width).map(({ column }) => column)
    expect(names(1400)).toHaveLength(9)
    expect(names(660)).toEqual(['number', 'severity', 'description', 'deadline', 'status'])
    const chosen = DEFAULT_COLUMNS.map((one) => ({ ...one, shown: true }))
    expect(names(600, chosen)).toHaveLength(16)
    expect(leastWidth(columnsToDraw(chosen, 600))).toBeGreaterThan(600)
  })

  test('a width that was drawn is kept; something always fills the rest', () => {
    expect(templateOf([{ column: 'number', shown: true, width: 90 }, { column: 'status', shown: true, width: null }])).toBe('24px 90px minmax(80px, 1fr)')
    expect(templateOf([{ column: 'number', shown: true, width: null }, { column: 'unit', shown: true, width: null }])).toBe('24px 76px minmax(96px, 1.1fr)')
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
