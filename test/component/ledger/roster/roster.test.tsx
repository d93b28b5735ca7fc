import { describe, expect, test } from 'vitest'
import { AliasProposals } from '../../../../components/ledger/roster/AliasProposals.tsx'
import { ImportPanel, type ImportPanelProps } from '../../../../components/ledger/roster/ImportPanel.tsx'
import { PageImport } from '../../../../components/ledger/roster/PageImport.tsx'
import { PAGE, RosterBrowser } from '../../../../components/ledger/roster/RosterBrowser.tsx'
import { RosterView, type RosterViewProps } from '../../../../components/ledger/roster/RosterView.tsx'
import type { Roster } from '../../../../utils/types/roster.ts'
import { act, fireEvent, render, screen, vi, within } from '../../kit.tsx'
import { CLASS_DAYS, FOUND, OPEN_IMPORT, SOME_ROSTER } from '../../roster-samples.ts'
import { UNITS } from '../../samples.ts'

const EMPTY: Roster = { units: [], sites: [], columns: [] }
const button = (name: string | RegExp) => screen.getByRole('button', { name }) as HTMLButtonElement

describe('the view', () => {
  const open = (change: Partial<RosterViewProps> = {}) => {
    const told = { onPanel: vi.fn(), onFile: vi.fn(), onTemplate: vi.fn(), onExport: vi.fn(), onUndo: vi.fn() }
    return { ...render(<RosterView roster={SOME_ROSTER} panel={null} step={null} {...told} {...change}>{() => null}</RosterView>), told }
  }

  test('empty, it teaches the three ways in', () => {
    const { told } = open({ roster: EMPTY })
    expect(screen.getByText('台账底册还是空的')).toBeTruthy()
    fireEvent.click(button('下载模板（XLSX）'))
    fireEvent.click(button('从网页导入'))
    fireEvent.click(button('粘贴表格'))
    expect([told.onTemplate.mock.calls, told.onPanel.mock.calls]).toEqual([[['xlsx']], [['page'], ['import']]])
  })

  test('takes a file dropped anywhere, or chosen', () => {
    const { told, container } = open()
    const [dropped, chosen] = [new File(['a'], 'dropped.xlsx'), new File(['b'], 'chosen.csv')]
    const drop = Object.assign(new Event('drop', { bubbles: true, cancelable: true }), { dataTransfer: { files: [dropped] } })
    fireEvent(container.querySelector('.drop') as Element, drop)
    fireEvent.change(container.querySelector('input[type=file]') as Element, { target: { files: [chosen] } })
    expect(told.onFile.mock.calls.map(([file]) => file.name)).toEqual(['dropped.xlsx', 'chosen.csv'])
  })

  test('says what the next undo takes back', () => {
    const { told } = open({ step: { key: 'rosterdesk.step.merge', params: { name: '甲局' } } })
    fireEvent.click(button('撤销：合并到“甲局”'))
    expect(told.onUndo).toHaveBeenCalledOnce()
  })
})

describe('the browser', () => {
  const open = (roster = SOME_ROSTER) => {
    const told = { onSave: vi.fn(async () => true), onSet: vi.fn(), onMerge: vi.fn(), onRemove: vi.fn(), onUndo: vi.fn() }
    const view = render(<RosterBrowser roster={roster} classDays={CLASS_DAYS} belongings={async () => ({ sites: 1, columns: 96, accounts: 3, issues: 12 })} {...told} />)
    const names = () => [...view.container.querySelectorAll('tbody .table-open')].map((one) => one.textContent)
    return { ...view, told, names }
  }
  const search = (text: string) => fireEvent.input(screen.getByRole('searchbox'), { target: { value: text } })
  const show = (name: RegExp) => fireEvent.click(button(name))

  test('finds by name, alias, address, and a column by its unit\'s alias', () => {
    const { names } = open()
    search('教体')
    expect(names()).toEqual(['青禾县教育和体育局'])
    show(/^栏目/)
    expect(names().length).toBeGreaterThan(20)
    search('教体 lanmu004')
    expect(names()).toEqual([])
    search('ＬＡＮＭＵ001')
    expect(names()).toHaveLength(1)
  })

  test('238 columns by pages; those without a unit and of a class by filters', () => {
    const { names } = open()
    show(/^栏目/)
    expect(names()).toHaveLength(PAGE)
    fireEvent.click(button('下一页'))
    fireEvent.click(button('下一页'))
    expect(names()).toHaveLength(38)
    fireEvent.change(screen.getByRole('combobox', { name: '按单位筛选' }), { target: { value: '-' } })
    expect(names()).toHaveLength(47)
    fireEvent.change(screen.getByRole('combobox', { name: '按类别筛选' }), { target: { value: 'archive' } })
    expect(names()).toHaveLength(11)
  })

  test('a row is edited where it stands: Enter saves, Esc leaves, a wrong unit is said', async () => {
    const { told, names } = open()
    show(/^栏目/)
    fireEvent.click(button('工作动态0'))
    const form = screen.getByRole('form', { name: '编辑' })
    const name = within(form).getByLabelText('名称') as HTMLInputElement
    expect(name.value).toBe('工作动态0')
    fireEvent.input(name, { target: { value: '部门动态' } })
    const unitField = within(form).getByLabelText('单位')
    fireEvent.input(unitField, { target: { value: '没有的局' } })
    fireEvent.submit(form)
    expect(screen.getByRole('alert').textContent).toContain('底册里没有这个单位')
    fireEvent.input(unitField, { target: { value: '县教体局' } })
    fireEvent.input(within(form).getByLabelText('更新时限（天）'), { target: { value: '３０' } })
    await act(async () => void fireEvent.submit(form))
    expect(told.onSave).toHaveBeenCalledExactlyOnceWith({ kind: 'columns', id: 'c0', row: { name: '部门动态', prefix: 'www.qinghe.gov.cn/zwgk/lanmu000/', unitId: 'u2', class: 'news', deadlineDays: 30, exemption: null } })
    expect(screen.queryByRole('form')).toBeNull()
    fireEvent.click(button('工作动态0'))
    fireEvent.keyDown(within(screen.getByRole('form')).getByLabelText('名称'), { key: 'Escape' })
    expect(names()).toContain('工作动态0')
  })

  test('by keyboard: / searches, N adds, arrows move, space ticks, Delete asks', async () => {
    const { container, told } = open()
    const first = () => container.querySelectorAll<HTMLElement>('tbody .table-open')
    first()[0]!.focus()
    fireEvent.keyDown(first()[0]!, { key: 'ArrowDown' })
    expect(document.activeElement).toBe(first()[1])
    fireEvent.keyDown(first()[1]!, { key: ' ' })
    expect(screen.getByText('已选 1 项')).toBeTruthy()
    await act(async () => void fireEvent.keyDown(first()[1]!, { key: 'Delete' }))
    await screen.findByText(/12 条已记录的问题保留原单位名称/)
    fireEvent.click(button('确认删除'))
    expect(told.onRemove).toHaveBeenCalledExactlyOnceWith('units', [SOME_ROSTER.units.map(({ name, id }) => ({ name, id })).sort((a, b) => (a.name < b.name ? -1 : 1))[1]!.id])
    fireEvent.keyDown(first()[0]!, { key: '/' })
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    fireEvent.keyDown(first()[0]!, { key: 'z', ctrlKey: true })
    expect(told.onUndo).toHaveBeenCalledOnce()
    fireEvent.keyDown(first()[0]!, { key: 'n' })
    expect(screen.getByRole('form', { name: '新增单位' })).toBeTruthy()
  })

  test('units are merged into one that is chosen, after what belongs to them was told', async () => {
    const { told } = open()
    fireEvent.click(screen.getByRole('checkbox', { name: '勾选 青禾县教育和体育局' }))
    fireEvent.click(screen.getByRole('checkbox', { name: '勾选 青禾县住房和城乡建设局' }))
    await act(async () => void fireEvent.click(button('合并单位')))
    await screen.findByText(/96 个栏目、3 个新媒体账号、12 条问题归到这个单位/)
    await act(async () => void fireEvent.change(screen.getByRole('combobox', { name: '合并到' }), { target: { value: 'u3' } }))
    await screen.findByText(/96 个栏目/)
    fireEvent.click(button('确认合并'))
    expect(told.onMerge).toHaveBeenCalledExactlyOnceWith(['u2', 'u3'], 'u3')
  })

  test('20,000 columns: a search is done within 100 ms of work', () => {
    const many: Roster = { ...SOME_ROSTER, columns: Array.from({ length: 20_000 }, (_, n) => ({ ...SOME_ROSTER.columns[0]!, id: `m${n}`, name: `栏目${n}`, prefix: `s${n % 2000}.gov.cn/c${n}/` })) }
    const { names } = open(many)
    show(/^栏目/)
    search('栏目1')
    const from = performance.now()
    search('栏目19999')
    expect(names()).toEqual(['栏目19999'])
    expect(performance.now() - from).toBeLessThan(100 * 3)
  })
})

describe('import', () => {
  const open = (change: Partial<ImportPanelProps> = {}) => {
    const told = { onChooseFile: vi.fn(), onPaste: vi.fn(), onTemplate: vi.fn(), onTable: vi.fn(), onHeader: vi.fn(), onLayout: vi.fn(), onSame: vi.fn(), onImport: vi.fn(), onCancel: vi.fn() }
    return { ...render(<ImportPanel open={OPEN_IMPORT} busy={null} progress={null} problem={null} {...told} {...change} />), told }
  }

  test('what a column means can be changed; a field stands in one column only', () => {
    const { told } = open()
    fireEvent.change(screen.getByRole('combobox', { name: '“内容说明”对应' }), { target: { value: 'unit' } })
    expect(told.onLayout.mock.calls[0]?.[0].places).toEqual({ level1: 0, level2: 1, days: 3, unit: 2 })
    fireEvent.change(screen.getByRole('combobox', { name: '“更新标准”对应' }), { target: { value: '' } })
    expect(told.onLayout.mock.calls[1]?.[0].places).toEqual({ level1: 0, level2: 1, unit: 4 })
    fireEvent.change(screen.getByRole('combobox', { name: '工作表' }), { target: { value: '0' } })
    fireEvent.change(screen.getByRole('combobox', { name: '表头' }), { target: { value: '2' } })
    expect([told.onTable.mock.calls, told.onHeader.mock.calls]).toEqual([[[0]], [[2]]])
  })

  test('names that look like units are asked about, never taken silently', () => {
    const { told } = open({ open: { ...OPEN_IMPORT, choice: { ...OPEN_IMPORT.choice, same: {} } } })
    const box = screen.getByRole('checkbox', { name: '“县教体局”就是“青禾县教育和体育局”' }) as HTMLInputElement
    expect(box.checked).toBe(false)
    fireEvent.click(box)
    expect(told.onSame).toHaveBeenCalledExactlyOnceWith('县教体局', '青禾县教育和体育局')
  })

  test('problems by line, with what happens to the line', () => {
    const { told } = open()
    expect(screen.getByText('第 12 行').parentElement?.textContent).toMatch(/领导信息.*不导入$/)
    fireEvent.click(button('确认导入'))
    expect(told.onImport).toHaveBeenCalledOnce()
  })

  test('an import that changes nothing cannot be confirmed; 5,000 problems are cut and counted', () => {
    const none = { added: 0, changed: 0, same: 3 }
    const problems = Array.from({ length: 5000 }, (_, n) => ({ line: n + 2, says: { key: 'sample.noUnit' }, effect: 'left-out' as const }))
    const { container } = open({ open: { ...OPEN_IMPORT, preview: { ...OPEN_IMPORT.preview!, units: none, sites: none, columns: none, problems } } })
    expect(button('确认导入').disabled).toBe(true)
    expect(container.querySelectorAll('.lines li')).toHaveLength(201 + 1 + 4)
  })

  test('pasted text, progress and a refusal', () => {
    const { told, rerender } = open({ open: null, problem: { key: 'roster.refused.old-excel' } })
    expect(screen.getByRole('alert').textContent).toContain('另存为')
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '单位\t栏目' } })
    fireEvent.click(button('核对粘贴的内容'))
    expect(told.onPaste).toHaveBeenCalledExactlyOnceWith('单位\t栏目')
    rerender(<ImportPanel open={OPEN_IMPORT} busy="importing" progress={{ done: 8000, total: 20000 }} problem={null} {...told} />)
    expect(screen.getByText(/正在写入 8,000 \/ 20,000/)).toBeTruthy()
    expect(button('确认导入').disabled).toBe(true)
  })
})

test('what a page proposes: known ones stay, the ticked and edited are imported', () => {
  const onImport = vi.fn()
  render(<PageImport pages={[]} found={FOUND} busy={false} problem={null} units={UNITS} classDays={CLASS_DAYS} onLook={vi.fn()} onPage={vi.fn()} onOpen={vi.fn()} onImport={onImport} onCancel={vi.fn()} />)
  expect(screen.queryByRole('checkbox', { name: '勾选 天气' })).toBeNull()
  expect(screen.getByText('会新增 1 个单位：县农业农村局')).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: '勾选 县农业农村局' }))
  fireEvent.input(screen.getByRole('textbox', { name: 'www.qinghe.gov.cn/xwzx/dtyw/ 的名称' }), { target: { value: '青禾要闻' } })
  fireEvent.click(button('显示其余 2 个'))
  expect((screen.getByRole('checkbox', { name: '勾选 通知公告' }) as HTMLInputElement).disabled).toBe(true)
  fireEvent.click(button('导入所选（2）'))
  expect(onImport.mock.calls[0]?.[1].map(({ name }: { name: string }) => name)).toEqual(['青禾要闻', '县教育和体育局'])
})

test('a possible alias: yes keeps it, no lets it go', () => {
  const onAlias = vi.fn()
  render(<AliasProposals proposals={[{ name: '县住建局', unitId: 'u3', unitName: '青禾县住房和城乡建设局' }, { name: '县教局', unitId: 'u2', unitName: '青禾县教育和体育局' }]} onAlias={onAlias} />)
  fireEvent.click(button('不是：县教局'))
  fireEvent.click(button('是，记为别名：“县住建局”是“青禾县住房和城乡建设局”'))
  expect(onAlias).toHaveBeenCalledExactlyOnceWith('u3', '县住建局')
  expect(screen.queryByText(/县教局/)).toBeNull()
})
