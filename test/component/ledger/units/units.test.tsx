import { describe, expect, test } from 'vitest'
import { UnitSheetView, type UnitSheetViewProps } from '../../../../components/ledger/units/UnitSheetView.tsx'
import { UnitsView, type UnitsViewProps } from '../../../../components/ledger/units/UnitsView.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import { TODAY } from '../../samples.ts'
import { LINES, SHEET, TREND } from '../../unit-samples.ts'

describe('list', () => {
  function open(change: Partial<UnitsViewProps> = {}) {
    const told = { onSearch: vi.fn(), onOrder: vi.fn(), onOpen: vi.fn(), onIssues: vi.fn(), onRoster: vi.fn() }
    return { ...render(<UnitsView lines={LINES} total={42} matching={4} trends={new Map([['u1', TREND]])} search="" order="overdue" {...told} {...change} />), told }
  }
  const cells = (row: number) => [...(screen.getAllByRole('row')[row]?.children ?? [])].map((cell) => cell.textContent)

  test('says of each unit what is open, overdue, to review, closed, and mended in time', () => {
    open()
    expect(cells(1)).toEqual(['青禾县人民政府办公室', '12', '3', '2', '1,204', '87%', '', '问题'])
    expect(screen.getByRole('img', { name: '近 8 周，发现 3、5、2、0、4、6、1、2；整改 0、2、4、1、3、5、2、1' })).toBeTruthy()
    // Trends come after the counts.
    expect(cells(2).slice(5, 7)).toEqual(['…', '…'])
  })

  test('leads to a unit, to its issues, and further', () => {
    const onMore = vi.fn()
    const { told } = open({ onMore })
    fireEvent.click(screen.getByRole('button', { name: '青禾县教育和体育局' }))
    fireEvent.click(screen.getByRole('button', { name: '查看青禾县教育和体育局的问题' }))
    fireEvent.click(screen.getByRole('button', { name: '再显示 50 个' }))
    fireEvent.change(screen.getByLabelText('排序'), { target: { value: 'name' } })
    expect([told.onOpen, told.onIssues, told.onOrder].map((one) => one.mock.calls)).toEqual([[['u2']], [['u2']], [['name']]])
    expect(onMore).toHaveBeenCalledOnce()
  })

  test.each<[string, Partial<UnitsViewProps>, string]>([
    ['counting', { lines: null }, '正在统计各单位…'],
    ['no units', { lines: [], total: 0 }, '还没有单位'],
    ['not counted', { lines: null, problem: { key: 'sample.failed' } }, '没有成功，请重试。已记录的问题不受影响。'],
    ['nothing found', { lines: [], matching: 0, search: 'x' }, '没有符合的单位，换个词试试'],
  ])('%s', (_, change, says) => {
    open(change)
    expect(screen.getByText(says)).toBeTruthy()
  })
})

describe('one unit', () => {
  function open(change: Partial<UnitSheetViewProps> = {}) {
    const told = { onBack: vi.fn(), onIssues: vi.fn(), onOpenIssue: vi.fn(), onOpenPage: vi.fn() }
    return { ...render(<UnitSheetView found={{ sheet: SHEET }} today={TODAY} {...told} {...change} />), told }
  }

  test('its figures, weeks as a table, answers', () => {
    const { container } = open()
    const figures = [...container.querySelectorAll('.unit-figure')].map((one) => [...one.children].map((part) => part.textContent).join(' '))
    expect(figures).toEqual(['待整改 12', '已超期 3', '已整改待复核 2', '已销号 1,204', '按期办结率 87%', '已整改 5', '整改中 2', '无法整改 0', '有异议 1', '已回复未填情况 0', '还没回复 4'])
    expect(screen.getByRole('rowheader', { name: '发现' }).parentElement?.textContent).toBe('发现35204612')
  })

  test('its columns with class, deadline and freshness; one never read is said to be so', () => {
    const { told } = open()
    const row = (name: string) => [...screen.getByRole('rowheader', { name }).parentElement!.children].map((cell) => cell.textContent)
    expect(row('部门动态')).toEqual(['部门动态', '动态、要闻', '14 天', '2026-10-11', '已超期', '2026-11-20'])
    expect(row('人事信息')).toEqual(['人事信息', '人事信息', '已报备：机构合并', '未读到', '还没读过', '还没读过'])
    fireEvent.click(screen.getByRole('button', { name: '部门动态' }))
    expect(told.onOpenPage).toHaveBeenCalledExactlyOnceWith('http://www.qinghe.gov.cn/zwgk/bmdt/')
  })

  test('leads to its issues', () => {
    const { told } = open()
    fireEvent.click(screen.getByRole('button', { name: '查看全部问题' }))
    fireEvent.click(screen.getByRole('button', { name: '第 1 号' }))
    expect(told.onIssues).toHaveBeenCalledExactlyOnceWith('u1')
    expect(told.onOpenIssue).toHaveBeenCalledExactlyOnceWith(SHEET.pressing[0]!.id)
  })

  test.each<[string, Partial<UnitSheetViewProps>, string]>([
    ['being read', { found: null }, '正在统计各单位…'],
    ['not in the roster', { found: { sheet: null } }, '台账里没有这个单位，可能已合并或删除'],
    ['nothing open', { found: { sheet: { ...SHEET, pressing: [] } } }, '没有待整改的问题。'],
    ['no columns', { found: { sheet: { ...SHEET, columns: [] } } }, '底册里没有这个单位的栏目。'],
  ])('%s', (_, change, says) => {
    open(change)
    expect(screen.getByText(says)).toBeTruthy()
  })
})
