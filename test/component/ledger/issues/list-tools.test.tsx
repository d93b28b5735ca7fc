import { describe, expect, test } from 'vitest'
import { DEFAULT_COLUMNS, WHOLE_LEDGER, type SavedView } from '../../../../utils/types/issue-list.ts'
import { fireEvent, screen, within } from '../../kit.tsx'
import { UNITS } from '../../samples.ts'
import { counts, open } from './list-kit.tsx'

const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('filters', () => {
  const units = [...UNITS.map(({ id, name }, at) => ({ value: id, name, count: 30 - at })), { value: '', name: '', count: 3 }]

  test('each choice says how many it would show, and any number may be ticked', () => {
    const { told } = open(4, { counts: counts(4, { unit: units, week: [{ value: '2026-W47', name: '2026-W47', count: 4, from: '2026-11-16', to: '2026-11-22' }] }), view: { ...WHOLE_LEDGER, filter: { text: '', unit: ['u1'] } } })
    fireEvent.click(button(/^单位：/))
    const box = screen.getByRole('dialog', { name: '单位' })
    expect(within(box).getByRole('checkbox', { name: /单位未定\s*3/ })).toBeTruthy()
    fireEvent.click(within(box).getByRole('checkbox', { name: /单位未定/ }))
    expect(told.onView).toHaveBeenLastCalledWith({ ...WHOLE_LEDGER, filter: { text: '', unit: ['u1', ''] } })
    fireEvent.click(within(box).getByRole('button', { name: '不限' }))
    expect(told.onView).toHaveBeenLastCalledWith({ ...WHOLE_LEDGER, filter: { text: '' } })
    fireEvent.keyDown(box, { key: 'Escape' })
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.activeElement).toBe(button(/^单位：/))
    fireEvent.click(button('周'))
    expect(screen.getByRole('checkbox', { name: /2026 年第 47 周（11-16 至 11-22）\s*4/ })).toBeTruthy()
  })

  test('of many choices the rest is found by typing', () => {
    const many = Array.from({ length: 2000 }, (_, n) => ({ value: `s${n}`, name: `青禾县第${n}站`, count: 1 }))
    open(4, { counts: counts(4, { site: many }) })
    fireEvent.click(button('网站'))
    expect(screen.getByText('还有 1,800 项，请输入几个字缩小范围')).toBeTruthy()
    fireEvent.input(screen.getByRole('searchbox', { name: '在“网站”里找' }), { target: { value: '第1999' } })
    expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  })

  test('a status pressed again is let go, the other filters stay', () => {
    const filter = { text: '', week: ['2026-W47'], status: ['open'] }
    const { told } = open(4, { view: { ...WHOLE_LEDGER, filter } })
    expect(button(/^已超期/).textContent).toBe('已超期1')
    fireEvent.click(button(/^待整改/))
    expect(told.onView).toHaveBeenLastCalledWith({ ...WHOLE_LEDGER, filter: { text: '', week: ['2026-W47'] } })
    fireEvent.click(button(/^已超期/))
    expect(told.onView).toHaveBeenLastCalledWith({ ...WHOLE_LEDGER, filter: { ...filter, due: ['overdue'] } })
  })

  test('nothing recorded yet: what to do first, and no filters for nothing', () => {
    open(0)
    expect(screen.getByText('还没有记录问题')).toBeTruthy()
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  test('nothing matches: one click clears', () => {
    const { told } = open(0, { counts: { ...counts(9), matching: 0 }, view: { ...WHOLE_LEDGER, filter: { text: 'x' } } })
    expect(screen.getByText('没有符合条件的问题')).toBeTruthy()
    fireEvent.click(screen.getAllByRole('button', { name: '清除筛选' })[0] as HTMLElement)
    expect(told.onView).toHaveBeenCalledExactlyOnceWith(WHOLE_LEDGER)
  })

  test('rows that come back do not take the focus from the search', () => {
    const { again } = open(3)
    screen.getByRole('searchbox').focus()
    again({ counts: counts(2) })
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
  })
})

describe('views', () => {
  const saved: SavedView = { ...WHOLE_LEDGER, id: 'v1', name: '我的', filter: { text: '', unit: ['u1'] } }
  const views = [{ id: 'open', view: { ...WHOLE_LEDGER, filter: { text: '', status: ['open'] } }, count: 12, saved: null }, { id: 'v1', view: saved, count: null, saved }]

  test('a view is chosen with its filter, order and groups', () => {
    const { told } = open(3, { views })
    fireEvent.click(button('待整改 12'))
    expect(told.onView).toHaveBeenCalledExactlyOnceWith(views[0]!.view)
  })

  test('what is looked at is kept under a name', () => {
    const { told } = open(3, { views })
    fireEvent.click(button('保存为视图'))
    const field = screen.getByRole('textbox', { name: '视图名称' })
    expect(document.activeElement).toBe(field)
    fireEvent.input(field, { target: { value: ' 教育口 ' } })
    fireEvent.submit(field.closest('form')!)
    expect(told.onSaveView).toHaveBeenCalledExactlyOnceWith('教育口')
  })

  test('a kept view is renamed and deleted; the built-in ones are not', () => {
    const { told, again } = open(3, { views, chosenView: 'open' })
    expect(screen.queryByRole('button', { name: '改名' })).toBeNull()
    again({ chosenView: 'v1' })
    fireEvent.click(button('改名'))
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: '视图名称' })
    expect(field.value).toBe('我的')
    fireEvent.input(field, { target: { value: '公安口' } })
    fireEvent.submit(field.closest('form')!)
    expect(told.onRenameView).toHaveBeenCalledExactlyOnceWith('v1', '公安口')
    fireEvent.click(button('删除视图'))
    expect(told.onRemoveView).toHaveBeenCalledExactlyOnceWith(saved)
  })
})

describe('columns, order, groups', () => {
  test('a column is shown and moved; the last one stays', () => {
    const { told, again } = open(3)
    fireEvent.click(button('列'))
    fireEvent.click(screen.getByRole('checkbox', { name: '栏目' }))
    expect(told.onColumns.mock.lastCall?.[0].find(({ column }: { column: string }) => column === 'column')).toEqual({ column: 'column', shown: true, width: null })
    fireEvent.click(button('级别上移'))
    expect(told.onColumns.mock.lastCall?.[0].slice(0, 2).map(({ column }: { column: string }) => column)).toEqual(['severity', 'number'])
    again({ columns: DEFAULT_COLUMNS.map((one) => ({ ...one, shown: one.column === 'number' })) })
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '编号' }).disabled).toBe(true)
  })

  test('order and groups by keyboard', () => {
    const { told } = open(3)
    fireEvent.change(screen.getByRole('combobox', { name: '排序' }), { target: { value: 'unit' } })
    expect(told.onView).toHaveBeenLastCalledWith({ ...WHOLE_LEDGER, sort: { by: 'unit', descending: true } })
    fireEvent.change(screen.getByRole('combobox', { name: '分组' }), { target: { value: 'unit' } })
    expect(told.onView).toHaveBeenLastCalledWith({ ...WHOLE_LEDGER, group: 'unit' })
  })
})

describe('many at once', () => {
  const tick = () => {
    const grid = screen.getByRole('grid')
    fireEvent.keyDown(grid, { key: 'a', ctrlKey: true })
  }

  test('what may not change is named before it is pressed; a reason goes with it', () => {
    const { bulk } = open(3)
    tick()
    fireEvent.click(button('改状态'))
    expect(screen.getByText('第 3 号现在的状态不能这样改')).toBeTruthy()
    fireEvent.input(screen.getByRole('textbox', { name: /^原因/ }), { target: { value: ' 已回复 ' } })
    fireEvent.click(button('标为已整改（2 条）'))
    expect(bulk.onStatus).toHaveBeenCalledExactlyOnceWith('fixed', '已回复')
  })

  test('only the fields that were set are changed', () => {
    const { bulk } = open(3)
    tick()
    fireEvent.click(button('改级别、单位、时限'))
    expect(button('保存').hasAttribute('disabled')).toBe(true)
    fireEvent.change(screen.getByRole('combobox', { name: '责任单位' }), { target: { value: 'none' } })
    fireEvent.click(screen.getByRole('checkbox', { name: '不设时限' }))
    fireEvent.submit(button('保存').closest('form')!)
    expect(bulk.onFields).toHaveBeenCalledExactlyOnceWith({ unitId: null, deadline: null })
  })

  test('merging and deleting ask once more; Esc leaves everything as it was', () => {
    const { bulk } = open(3)
    tick()
    fireEvent.click(button('合并重复'))
    const ask = screen.getByRole('group', { name: /^把选中的 3 条合并为一条/ })
    fireEvent.keyDown(ask, { key: 'Escape' })
    expect(screen.queryByRole('group', { name: /^把选中的/ })).toBeNull()
    fireEvent.click(button('删除'))
    fireEvent.click(within(screen.getByRole('group', { name: /^删除选中的/ })).getByRole('button', { name: '删除' }))
    expect([bulk.onMerge.mock.calls.length, bulk.onDelete.mock.calls.length]).toEqual([0, 1])
  })

  test('nothing can be pressed while a change is written', () => {
    open(3, { bulk: { statuses: [], units: [], busy: true, onStatus: () => {}, onFields: () => {}, onMerge: () => {}, onDelete: () => {} } })
    tick()
    expect(screen.getByText('正在改动 3 条…')).toBeTruthy()
    expect(button('删除').hasAttribute('disabled')).toBe(true)
  })
})
