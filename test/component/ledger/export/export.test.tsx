import { describe, expect, test, vi } from 'vitest'
import { ExportView, type ExportViewProps } from '../../../../components/ledger/export/ExportView.tsx'
import { NoticeEditor } from '../../../../components/ledger/export/NoticeEditor.tsx'
import { ProfileEditor, type EditedProfile } from '../../../../components/ledger/export/ProfileEditor.tsx'
import { ReplyBox, type ReplyPreview } from '../../../../components/ledger/export/ReplyBox.tsx'
import { presetOf, spanOfPreset } from '../../../../components/ledger/export/ScopeChoice.tsx'
import { DEFAULT_CONTENT, type ExportScope } from '../../../../utils/types/export.ts'
import { fireEvent, render, screen } from '../../kit.tsx'

const TODAY = '2026-11-21'
const WEEK: ExportScope = { from: '2026-11-16', to: '2026-11-22', what: 'found', units: null }
const unit = (key: string, name: string, given = {}) => ({ key, name, issues: 3, shots: 2, serious: 1, withoutDeadline: 0, personal: 0, ...given })
const PREVIEW = {
  units: [unit('u1', '甲局'), unit('u2', '乙局', { issues: 1, shots: 0 }), unit('', '未定单位', { issues: 1, shots: 0 })],
  issues: 5, shots: 2, withoutUnit: 1, withoutDeadline: 2, personal: 1, bytes: { marked: 2 * 1024 * 1024, originals: 2 * 1024 * 1024, thumbnails: 50_000, none: 5_000 },
}

function open(change: Partial<ExportViewProps> = {}) {
  const told = {
    onScope: vi.fn(), onContent: vi.fn(), onProfile: vi.fn(), onEditProfile: vi.fn(), onEditNotice: vi.fn(), onExportWeek: vi.fn(), onExportUnits: vi.fn(),
    onExportFolder: vi.fn(), onDocument: vi.fn(), onCancel: vi.fn(), onShowWithoutUnit: vi.fn(),
  }
  const view = (more: Partial<ExportViewProps> = {}) => (
    <ExportView today={TODAY} scope={WEEK} content={DEFAULT_CONTENT} profiles={['上报']} profile="" preview={PREVIEW} empty={false} folderName={null} progress={null} {...told} {...change} {...more} />
  )
  return { ...render(view()), told, view }
}

const click = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const disabled = (name: string) => (screen.getByRole('button', { name }) as HTMLButtonElement).disabled

describe('spans', () => {
  test.each([
    ['week', '2026-11-21', '2026-11-16', '2026-11-22'], ['week', '2026-11-22', '2026-11-16', '2026-11-22'], ['week', '2026-11-23', '2026-11-23', '2026-11-29'],
    ['last-week', '2027-01-01', '2026-12-21', '2026-12-27'], ['month', '2028-02-10', '2028-02-01', '2028-02-29'], ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'], ['quarter', '2026-01-01', '2026-01-01', '2026-03-31'],
  ] as const)('%s on %s is %s to %s', (preset, today, from, to) => {
    expect(spanOfPreset(preset, today)).toEqual({ from, to })
    expect(presetOf({ from, to }, today)).toBe(preset)
  })

  test('a preset or a day of one\'s own; never backwards; another span forgets the chosen units', () => {
    const { told } = open({ scope: { ...WEEK, units: ['u1'] } })
    expect(screen.getByRole('button', { name: '本周' }).getAttribute('aria-pressed')).toBe('true')
    click('上周')
    expect(told.onScope).toHaveBeenLastCalledWith({ from: '2026-11-09', to: '2026-11-15', what: 'found', units: null })
    fireEvent.change(screen.getByLabelText('起始日期'), { target: { value: '2026-11-25' } })
    expect(told.onScope).toHaveBeenLastCalledWith({ from: '2026-11-25', to: '2026-11-25', what: 'found', units: null })
    fireEvent.change(screen.getByLabelText('截止日期'), { target: { value: '' } })
    expect(told.onScope).toHaveBeenCalledTimes(2)
    fireEvent.change(screen.getByRole('combobox', { name: '范围' }), { target: { value: 'open' } })
    expect(told.onScope).toHaveBeenLastCalledWith({ ...WEEK, what: 'open' })
  })
})

describe('ExportView', () => {
  test('says what it would write and what should be seen before', () => {
    const { told } = open()
    expect(screen.getByText('按单位导出：3 个文件夹，5 条问题，2 张截图')).toBeTruthy()
    for (const says of [/1 条问题没有单位/, /2 条问题没有整改时限/, /1 条问题的文字或截图含个人信息，导出时文字用 \* 打码/]) expect(screen.getByText(says)).toBeTruthy()
    for (const name of ['查看并补单位', '导出本周', '按单位导出', '导出到文件夹…', '整改通知单模板', '自定义格式…', '通知单：甲局']) click(name)
    expect(told.onDocument).toHaveBeenCalledWith('u1', 'notice')
    expect(told.onExportFolder).toHaveBeenCalledWith(false)
    for (const one of [told.onShowWithoutUnit, told.onExportWeek, told.onExportUnits, told.onEditNotice, told.onEditProfile]) expect(one).toHaveBeenCalledOnce()
  })

  test('units are chosen singly and all together', () => {
    const { told, rerender, view } = open()
    fireEvent.click(screen.getByRole('checkbox', { name: '乙局' }))
    expect(told.onScope).toHaveBeenLastCalledWith({ ...WEEK, units: ['u1', ''] })
    rerender(view({ scope: { ...WEEK, units: ['u1', ''] } }))
    expect(screen.getByText('按单位导出：2 个文件夹，4 条问题，2 张截图')).toBeTruthy()
    fireEvent.click(screen.getByRole('checkbox', { name: '乙局' }))
    expect(told.onScope).toHaveBeenLastCalledWith(WEEK)
    rerender(view({ scope: { ...WEEK, units: [] } }))
    expect(disabled('按单位导出')).toBe(true)
    fireEvent.click(screen.getByRole('checkbox', { name: '文件夹（单位）' }))
    expect(told.onScope).toHaveBeenLastCalledWith(WEEK)
  })

  test('what the folders hold, with a size to expect', () => {
    const { told } = open({ content: { ...DEFAULT_CONTENT, mask: false } })
    fireEvent.click(screen.getByRole('checkbox', { name: '整改通知单.docx' }))
    expect(told.onContent).toHaveBeenLastCalledWith({ ...DEFAULT_CONTENT, mask: false, notice: false })
    fireEvent.change(screen.getByRole('combobox', { name: '截图' }), { target: { value: 'thumbnails' } })
    expect(told.onContent).toHaveBeenLastCalledWith({ ...DEFAULT_CONTENT, mask: false, pictures: 'thumbnails' })
    expect(screen.getByRole('option', { name: '原图（约 2.0 MB）' })).toBeTruthy()
    expect(screen.getByText(/将原样导出/)).toBeTruthy()
  })

  test('while writing: how far, how long still, and the way out', () => {
    const { told } = open({ progress: { done: 2, total: 8, unitName: '甲局', secondsLeft: 3 } })
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('2')
    expect(screen.getByText('正在写出 2 / 8 甲局 大约还要 3 秒')).toBeTruthy()
    expect([disabled('按单位导出'), disabled('导出本周'), disabled('XLSX：甲局')]).toEqual([true, true, true])
    click('取消导出')
    expect(told.onCancel).toHaveBeenCalledOnce()
  })

  test('another span is not called this week; a folder is known again; a browser without folders offers none', () => {
    const { rerender, view } = open({ scope: { ...WEEK, from: '2026-11-01' }, folderName: '共享盘' })
    expect(screen.queryByRole('button', { name: '导出本周' })).toBeNull()
    expect(screen.getByRole('button', { name: '更新文件夹“共享盘”' })).toBeTruthy()
    rerender(view({ folderName: undefined }))
    expect(screen.queryByRole('button', { name: /文件夹/ })).toBeNull()
  })

  test('nothing to send, nothing ever recorded', () => {
    const { rerender, view } = open({ preview: { ...PREVIEW, units: [], issues: 0 } })
    expect(screen.getByText('这段时间里没有要发给单位的问题。')).toBeTruthy()
    expect(disabled('按单位导出')).toBe(true)
    rerender(view({ empty: true }))
    expect(screen.getByText('还没有可导出的问题')).toBeTruthy()
  })
})

describe('ProfileEditor', () => {
  const ALL = [{ key: 'a', title: '甲' }, { key: 'b', title: '乙' }, { key: 'c', title: '丙' }]
  const edit = (profile: EditedProfile) => {
    const onSave = vi.fn()
    render(<ProfileEditor profile={profile} all={ALL} taken={['有了']} onSave={onSave} onCancel={vi.fn()} />)
    return onSave
  }

  test('orders, renames, adds and leaves out', () => {
    const onSave = edit({ name: '上报', encoding: 'utf-8', columns: ALL.slice(0, 2) })
    click('下移“甲”')
    fireEvent.input(screen.getByRole('textbox', { name: '“甲”列的列名' }), { target: { value: '第一' } })
    click('＋ 丙')
    click('去掉“乙”')
    fireEvent.change(screen.getByRole('combobox', { name: '编码' }), { target: { value: 'gbk' } })
    click('保存并使用')
    expect(onSave).toHaveBeenCalledWith({ name: '上报', encoding: 'gbk', columns: [{ key: 'a', title: '第一' }, { key: 'c', title: '丙' }] })
  })

  test.each([['', '请填写名称。'], ['有了', '已有同名的格式，请换一个名称。']])('the name %j is refused', (name, says) => {
    edit({ name, encoding: 'utf-8', columns: ALL })
    expect(screen.getByText(says)).toBeTruthy()
    expect(disabled('保存并使用')).toBe(true)
  })
})

test('NoticeEditor: a place that means nothing stops the saving, its own words are kept', () => {
  const onSave = vi.fn()
  const problemsOf = ({ body }: { body: string }) => (body.includes('{错}') ? [{ key: 'export.template.strange', params: { name: '错' } }] : [])
  render(<NoticeEditor template={{ title: '题', greeting: '{单位}：', body: '{错}', signer: '办' }} places={['单位']} problemsOf={problemsOf} onSave={onSave} onReset={vi.fn()} onCancel={vi.fn()} />)
  expect(screen.getByText(/不认识占位“错”/)).toBeTruthy()
  expect(disabled('保存模板')).toBe(true)
  fireEvent.input(screen.getByRole('textbox', { name: '正文（每行一段）' }), { target: { value: '请整改。' } })
  click('保存模板')
  expect(onSave).toHaveBeenCalledWith({ title: '题', greeting: '{单位}：', body: '请整改。', signer: '办' })
})

test('ReplyBox: changes are seen and chosen before they are taken', () => {
  const line = (issueId: string, number: number) => ({ issueId, number, measures: '已改', fixedOn: '2026-11-19', person: '王禾', says: { key: 'lists.reply.change.fixed', params: { number } } })
  const plan: ReplyPreview = { fileName: '回.xlsx', blank: 1, known: 2, lines: [line('a', 1), line('b', 2)], problems: [{ row: 4, says: { key: 'lists.reply.problem.no-id', params: { row: 4 } } }] }
  const onTake = vi.fn()
  render(<ReplyBox plan={plan} problem={null} reading={false} onFile={vi.fn()} onTake={onTake} onCancel={vi.fn()} />)
  expect(screen.getByText('回.xlsx：有新内容 2 条，未填写 1 条，与台账相同 2 条，需要留意 1 处。')).toBeTruthy()
  expect(screen.getByText(/第 4 行没有问题标识/)).toBeTruthy()
  fireEvent.click(screen.getByRole('checkbox', { name: '编号 2：单位报告已整改' }))
  click('写入 1 条')
  expect(onTake).toHaveBeenCalledWith(['a'])
})
