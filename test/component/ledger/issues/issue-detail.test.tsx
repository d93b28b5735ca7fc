import { describe, expect, test } from 'vitest'
import { IssueDetail, type IssueDetailProps } from '../../../../components/ledger/issues/IssueDetail.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import type { IssueEvent } from '../../../../utils/types/issue.ts'
import { EVENTS, issue, TODAY, UNITS } from '../../samples.ts'
import { soon } from '../../../soon.ts'

const shown = issue(12, { status: 'open', unitId: 'u1', unitName: UNITS[0]?.name ?? '', severity: 'general', note: '' })

function open(change: Partial<IssueDetailProps> = {}) {
  const told = {
    onEdit: vi.fn(async () => true), onNote: vi.fn(), onStatus: vi.fn(), onDelete: vi.fn(), onOpenPage: vi.fn(), onCopy: vi.fn(), onOpenIssue: vi.fn(), onBack: vi.fn(),
  }
  const props: IssueDetailProps = {
    issue: shown, events: EVENTS, shots: [], units: UNITS, indicators: [{ id: 'W-V4', name: '栏目更新' }, { id: 'W-D08', name: '链接可用' }], twins: [], today: TODAY,
    deadlineFor: () => '2026-11-23', transitions: ['fixed', 'false-alarm'], ...told, ...change,
  }
  const { rerender, ...shownIn } = render(<IssueDetail {...props} />)
  return { ...shownIn, told, becomes: (more: Partial<IssueDetailProps>) => rerender(<IssueDetail {...props} {...more} />) }
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
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ note: '已电话告知', severity: 'serious', unitId: 'u2', unitName: '青禾县教育和体育局', deadline: '2026-12-31' }, shown)
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
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ unitId: null, unitName: '' }, expect.anything())
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
  test('offers the allowed statuses only; each takes a reason, suggested or in own words', () => {
    const { told } = open()
    expect(screen.queryByRole('button', { name: '销号' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '标为已整改' }))
    expect(field('原因（写入处理记录）').value).toBe('单位已回复整改完成')
    fireEvent.click(screen.getByRole('button', { name: '内容已删除' }))
    fireEvent.click(screen.getByRole('button', { name: '确认：已整改' }))
    expect(told.onStatus).toHaveBeenCalledExactlyOnceWith('fixed', '内容已删除')
  })

  test('without a reason nothing is changed, and it is said', () => {
    const { told } = open()
    fireEvent.click(screen.getByRole('button', { name: '误报' }))
    type('原因（写入处理记录）', '  ')
    fireEvent.click(screen.getByRole('button', { name: '确认：误报' }))
    expect(screen.getByRole('alert').textContent).toBe('请写一句原因，以后查得到。')
    type('原因（写入处理记录）', ' 单位名称无误 ')
    fireEvent.submit(field('原因（写入处理记录）').form!)
    expect(told.onStatus).toHaveBeenCalledExactlyOnceWith('false-alarm', '单位名称无误')
  })

  test('Esc leaves the reason, not the issue', () => {
    const { told } = open()
    fireEvent.click(screen.getByRole('button', { name: '误报' }))
    fireEvent.keyDown(field('原因（写入处理记录）'), { key: 'Escape' })
    expect(screen.queryByRole('button', { name: '确认：误报' })).toBeNull()
    expect(told.onBack).not.toHaveBeenCalled()
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
  test('J and → go on, K and ← back, as far as there are neighbours', () => {
    const onNext = vi.fn()
    open({ onNext })
    for (const key of ['j', 'J', 'ArrowRight', 'k', 'ArrowLeft']) fireEvent.keyDown(screen.getByRole('article'), { key })
    expect(onNext).toHaveBeenCalledTimes(3)
  })

  test('while a form is open the keys are letters', () => {
    const { told } = open({ focus: 'edit', onNext: vi.fn() })
    fireEvent.keyDown(field('备注'), { key: 'j' })
    fireEvent.keyDown(field('备注'), { key: 'o' })
    expect(told.onOpenPage).not.toHaveBeenCalled()
  })

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

  test('letters typed as a note are letters', () => {
    open()
    fireEvent.keyDown(field('加一条备注'), { key: 'e' })
    expect(screen.queryByRole('form')).toBeNull()
  })

  test('page, copy, delete, duplicate', () => {
    const { told } = open({ duplicate: { id: 'first', number: 7 } })
    fireEvent.click(screen.getByRole('button', { name: '打开原网页并定位' }))
    fireEvent.click(screen.getByRole('button', { name: '删除' }))
    fireEvent.click(screen.getByRole('button', { name: '疑似重复：见第 7 号' }))
    fireEvent.click(screen.getByRole('button', { name: '复制文字' }))
    expect(told.onCopy).toHaveBeenCalledOnce()
    expect(told.onOpenPage).toHaveBeenCalledOnce()
    expect(told.onDelete).toHaveBeenCalledOnce()
    expect(told.onOpenIssue).toHaveBeenCalledExactlyOnceWith('first')
  })
})

describe('validation', () => {
  test.each([
    ['问题描述', ' ', '请写上问题描述。'],
    ['网址', 'www.qinghe.gov.cn', '网址要以 http:// 或 https:// 开头，如 https://www.example.gov.cn/。'],
    ['网站标识码', '12', '网站标识码是 10 位数字，也可以留空。'],
    ['整改时限', '2026-11-01', '整改时限不能早于发现日期 2026-11-20。'],
    ['整改时间', '2026-11-01', '整改时间不能早于发现日期 2026-11-20。'],
  ])('%s “%s” is refused in a sentence, at its field', (name, value, says) => {
    const { told, container } = open({ focus: 'edit' })
    type(name, value)
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).not.toHaveBeenCalled()
    const wrong = field(name)
    expect(wrong.getAttribute('aria-invalid')).toBe('true')
    expect(container.querySelector(`#${wrong.getAttribute('aria-describedby')}`)?.textContent).toBe(says)
    expect(screen.getByRole('alert').textContent).toBe('有 1 处要改，改好后再保存。')
  })

  test('the unit’s answer can be entered by hand', () => {
    const { told } = open({ focus: 'edit', issue: issue(12, { reply: { measures: '已改', state: 'working', fixedOn: null, person: '' } }) })
    fireEvent.change(field('整改情况'), { target: { value: 'fixed' } })
    type('责任人', '王小青')
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ reply: { state: 'fixed', person: '王小青' } }, expect.anything())
  })

  test('a new level offers its deadline', () => {
    const { told } = open({ focus: 'edit' })
    fireEvent.change(field('问题级别'), { target: { value: 'serious' } })
    fireEvent.click(screen.getByRole('button', { name: '按级别应为 2026-11-23，采用' }))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ severity: 'serious', deadline: '2026-11-23' }, expect.anything())
  })
})

describe('changed in another window meanwhile', () => {
  test('another field: saved beside it', () => {
    const { told, becomes } = open({ focus: 'edit' })
    type('备注', '甲')
    becomes({ issue: { ...shown, suggestion: '改为“县人民政府”' }, focus: 'edit', ...told })
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).toHaveBeenCalledExactlyOnceWith({ note: '甲' }, shown)
  })

  test.each([
    ['用我写的', [{ note: '甲', severity: 'minor' }]],
    ['用对方的', [{ severity: 'minor' }]],
  ])('the same field: nothing is saved before one chose “%s”', (choice, saved) => {
    const { told, becomes } = open({ focus: 'edit' })
    type('备注', '甲')
    fireEvent.change(field('问题级别'), { target: { value: 'minor' } })
    const theirs = { ...shown, note: '乙写的' }
    becomes({ issue: theirs, focus: 'edit', ...told })
    expect(screen.getByText('另一个窗口刚把它改为：乙写的')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit).not.toHaveBeenCalled()
    fireEvent.click(screen.getByRole('button', { name: choice }))
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    expect(told.onEdit.mock.calls.map(([changes]: unknown[]) => changes)).toEqual(saved)
  })

  test('what could not be saved stays in the form', async () => {
    open({ focus: 'edit', onEdit: async () => false })
    type('备注', '甲')
    fireEvent.click(screen.getByRole('button', { name: '保存' }))
    const button = () => (screen.getByRole('button', { name: '保存' }) as HTMLButtonElement).disabled
    expect(button()).toBe(true)
    await soon(() => expect(button()).toBe(false))
    expect(field('备注').value).toBe('甲')
  })
})

describe('history', () => {
  const line = (changes: IssueEvent['changes'], kind: IssueEvent['kind'] = 'edited') => {
    const { container } = open({ events: [{ id: 'e', issueId: 'x', at: '2026-11-18T01:35:00Z', by: '王读网', kind, changes, reason: '' }] })
    return [...container.querySelectorAll('.history-change')].map((one) => one.textContent)
  }

  test.each<[string, IssueEvent['changes'], string[]]>([
    ['a unit by its name alone', { unitId: ['u1', null], unitName: ['青禾县财政局', ''] }, ['责任单位：青禾县财政局 → （空）']],
    ['type, indicator and place in words', { check: ['links/dead', 'manual/other'], indicator: [null, 'W-D08'], onHome: [false, true] }, ['问题类型：死链 → 其他', '检查指标：（空） → 链接可用', '页面位置：其他页 → 首页']],
    ['of the answer only what changed', { reply: [{ measures: '已改', state: 'working', fixedOn: null, person: '' }, { measures: '已改', state: 'fixed', fixedOn: '2026-11-19', person: '' }] }, ['整改情况：整改中 → 已整改', '整改时间：（空） → 2026-11-19']],
    ['no machine’s fields', { status: ['open', 'fixed'], fixedOn: [null, '2026-11-18'] }, ['状态：待整改 → 已整改']],
  ])('says %s', (_, changes, says) => expect(line(changes)).toEqual(says))
})

test('twins are named with their state, and one click away', () => {
  const { told } = open({ twins: [{ id: 't', number: 7, status: 'closed', foundAt: '2026-10-20T01:35:00Z' }] })
  fireEvent.click(screen.getByRole('button', { name: '第 7 号 · 已销号 · 2026-10-20' }))
  expect(told.onOpenIssue).toHaveBeenCalledExactlyOnceWith('t')
})

test('a note is added by Enter, never an empty one', () => {
  const { told } = open()
  fireEvent.submit(field('加一条备注').form!)
  type('加一条备注', ' 已催办 ')
  fireEvent.submit(field('加一条备注').form!)
  expect(told.onNote).toHaveBeenCalledExactlyOnceWith('已催办')
  expect(field('加一条备注').value).toBe('')
})

test('empty fields are left out, a missing unit is said', () => {
  const { container } = open({ issue: issue(4, { quote: '', unitId: null, unitName: '' }) })
  const names = [...container.querySelectorAll('.fields dt')].map((name) => name.textContent)
  expect(names).not.toContain('错误原文')
  expect(container.textContent).toContain('责任单位单位未定')
})

test('? tells the keys of one issue, and none of them acts meanwhile', () => {
  const { told } = open()
  fireEvent.keyDown(screen.getByRole('article'), { key: '?' })
  const help = screen.getByRole('dialog', { name: '快捷键' })
  expect(help.textContent).toContain('打开原网页并定位')
  expect(help.textContent).not.toContain('全选')
  fireEvent.keyDown(screen.getByRole('article'), { key: 'o' })
  expect(told.onOpenPage).not.toHaveBeenCalled()
})
