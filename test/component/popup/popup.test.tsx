import { describe, expect, test } from 'vitest'
import { PopupView, type PopupViewProps } from '../../../components/popup/PopupView.tsx'
import { fireEvent, render, screen, vi, within } from '../kit.tsx'
import type { SyncSeen } from '../../../utils/types/team-server.ts'
import { issue, ready, UNITS } from '../samples.ts'
import { SEEN } from '../team-samples.ts'

function open(change: Partial<PopupViewProps> = {}) {
  const told = {
    onNoticeClose: vi.fn(), onRecord: vi.fn(), onRecordManual: vi.fn(), onIgnore: vi.fn(), onFalseAlarm: vi.fn(), onLocate: vi.fn(), onAssignUnit: vi.fn(),
    onToggleSite: vi.fn(), onUndo: vi.fn(), onOpenLedger: vi.fn(), onSync: vi.fn(), onOpenIssue: vi.fn(), onAllowCapture: vi.fn(), onImportPlaces: vi.fn(), onReadAgain: vi.fn(),
  }
  const base = { glance: ready(), units: UNITS, today: [issue(13), issue(12)], captureAllowed: true, ...told }
  const view = render(<PopupView {...base} {...change} />)
  return { ...view, told, again: (next: Partial<PopupViewProps>) => view.rerender(<PopupView {...base} {...change} {...next} />) }
}

const place = { url: '', host: 'www.qinghe.gov.cn' }
const nobody = { unit: null, site: null, column: null, by: null }

describe('the team', () => {
  const sync = (change: Partial<SyncSeen>) => ({ seen: { ...SEEN, ...change }, today: '2026-11-20', onOpen: vi.fn() })

  test('all well: a few words beside the day’s count', () => {
    const team = sync({})
    open({ sync: team })
    fireEvent.click(screen.getByRole('button', { name: '已同步 09:35' }))
    expect(team.onOpen).toHaveBeenCalledOnce()
  })

  test('something to do: what is wrong, what to do, and a click leads there; said once', () => {
    const team = sync({ state: 'error', says: { key: 'sync.failure.auth' } })
    open({ sync: team })
    fireEvent.click(screen.getByRole('button', { name: '同步出错：服务器不认这个用户名或密码。请在“团队”里重新填写' }))
    expect(team.onOpen).toHaveBeenCalledOnce()
    expect(screen.getAllByText('同步出错', { exact: false })).toHaveLength(1)
  })
})

describe('states', () => {
  test('a page that could not be read: why, and once more is one click', () => {
    const { told } = open({ glance: { ...place, state: 'unread', says: { key: 'app.error.background-gone' } } })
    screen.getByText('本页没能读出来')
    expect(screen.queryByText('正在读本页…')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '再读一次' }))
    expect(told.onReadAgain).toHaveBeenCalledOnce()
  })

  test('loading says so to a screen reader', () => {
    open({ glance: null, today: [] })
    expect(screen.getByText('正在读取本页情况')).toBeTruthy()
    expect(screen.queryByRole('form')).toBeNull()
  })

  test('off offers to switch on', () => {
    const { told } = open({ glance: { ...place, state: 'off', says: null } })
    expect(screen.getByRole('switch').getAttribute('aria-checked')).toBe('false')
    fireEvent.click(screen.getByRole('button', { name: '在本网站启用' }))
    expect(told.onToggleSite).toHaveBeenCalledExactlyOnceWith(true)
  })

  test('a restricted page gets a sentence, and no switch that would do nothing', () => {
    open({ glance: { url: '', host: '', state: 'restricted', says: null } })
    expect(screen.getByText('这个页面读不了')).toBeTruthy()
    expect(screen.queryByRole('switch')).toBeNull()
  })

  test('the sentence given is the sentence shown', () => {
    open({ glance: { ...place, state: 'restricted', says: { key: 'sample.offSite' } } })
    expect(screen.getByText('这个网站不在 .gov.cn 下', { exact: false })).toBeTruthy()
  })

  test('without the permission for screenshots it says so, with the button', () => {
    const { told } = open({ captureAllowed: false })
    fireEvent.click(screen.getByRole('button', { name: '允许截图' }))
    expect(told.onAllowCapture).toHaveBeenCalledOnce()
  })

  test('nothing found is not called correct', () => {
    const { container } = open({ glance: ready({ findings: [] }) })
    expect(container.textContent).toContain('已查的项目未发现疑点')
    expect(container.textContent).toContain('未检查 2 项')
  })
})

describe('findings', () => {
  test('one click records, ignores at a scope, and calls a false alarm', () => {
    const { told } = open({ glance: ready({ recorded: {} }) })
    const first = within(screen.getAllByRole('listitem')[0] as HTMLElement)
    fireEvent.click(first.getByRole('button', { name: '记录' }))
    fireEvent.click(first.getByRole('button', { name: '误报' }))
    fireEvent.click(first.getByRole('button', { name: '忽略' }))
    fireEvent.click(first.getByRole('button', { name: '本网站' }))
    expect(told.onRecord.mock.calls[0]?.[0].id).toBe('f2')
    expect(told.onFalseAlarm.mock.calls[0]?.[0].id).toBe('f2')
    expect(told.onIgnore.mock.calls[0]?.[1]).toBe('site')
  })

  test('today’s recording can be taken back here, an older one not', () => {
    const { told, again } = open({ glance: ready({ recorded: { f2: 12 } }) })
    const first = within(screen.getAllByRole('listitem')[0] as HTMLElement)
    fireEvent.click(first.getByRole('button', { name: '撤销' }))
    expect(told.onUndo.mock.calls[0]?.[0].number).toBe(12)
    again({ glance: ready({ recorded: { f2: 3 } }) })
    expect(first.getByText('已记录 第 3 号')).toBeTruthy()
    expect(first.queryByRole('button', { name: '撤销' })).toBeNull()
  })
})

describe('record form', () => {
  const text = () => screen.getByRole('textbox', { name: '问题描述' }) as HTMLInputElement
  const submit = (words: string) => {
    fireEvent.input(text(), { target: { value: words } })
    fireEvent.submit(screen.getByRole('form', { name: '手工补记' }))
  }

  test('one line of text is enough', () => {
    const { told } = open()
    submit('  页面底部联系电话打不通 ')
    expect(told.onRecordManual).toHaveBeenCalledExactlyOnceWith({ type: 'wording', severity: 'general', description: '页面底部联系电话打不通', unitId: 'u1' })
  })

  test('nothing typed records nothing', () => {
    const { told } = open()
    submit('   ')
    expect(told.onRecordManual).not.toHaveBeenCalled()
  })

  test('type, severity and unit can be chosen, no unit too', () => {
    const { told } = open()
    fireEvent.change(screen.getByRole('combobox', { name: '问题类型' }), { target: { value: 'picture' } })
    fireEvent.change(screen.getByRole('combobox', { name: '问题级别' }), { target: { value: 'serious' } })
    fireEvent.change(screen.getByRole('combobox', { name: '责任单位' }), { target: { value: '' } })
    submit('图片模糊')
    expect(told.onRecordManual).toHaveBeenCalledExactlyOnceWith({ type: 'picture', severity: 'serious', description: '图片模糊', unitId: null })
  })

  test('the text stays until it is recorded, and stays when that fails', () => {
    const { again, told } = open()
    submit('图片模糊')
    again({ busy: 'manual' })
    expect(text().value).toBe('图片模糊')
    fireEvent.submit(screen.getByRole('form', { name: '手工补记' }))
    expect(told.onRecordManual).toHaveBeenCalledOnce()
    again({ busy: null, notice: { says: { key: 'sample.failed' }, tone: 'problem' } })
    expect(text().value).toBe('图片模糊')
    again({ busy: 'manual' })
    again({ busy: null, notice: { says: { key: 'sample.recorded', params: { number: 14 } } } })
    expect(text().value).toBe('')
  })
})

/** As in a side panel, which stays open while one goes from page to page. */
describe('from page to page', () => {
  const description = () => screen.getByRole('textbox', { name: '问题描述', hidden: true }) as HTMLInputElement
  const unit = () => screen.getByRole('combobox', { name: '责任单位' }) as HTMLSelectElement

  test('what was typed outlives a page that cannot be read', () => {
    const { again } = open()
    fireEvent.input(description(), { target: { value: '图片模糊' } })
    again({ glance: { url: '', host: '', state: 'restricted', says: null } })
    expect(screen.queryByRole('form')).toBeNull()
    again({ glance: ready() })
    expect(description().value).toBe('图片模糊')
  })

  test('the unit chosen for one page is not that of the next', () => {
    const { again } = open()
    fireEvent.change(unit(), { target: { value: 'u2' } })
    again({ glance: ready({ title: '另一个标题' }) })
    expect(unit().value).toBe('u2')
    again({ glance: ready({ url: 'http://www.qinghe.gov.cn/another.html' }) })
    expect(unit().value).toBe('u1')
  })

  test('the way to the side panel is there only where the browser has one', () => {
    const onOpenPanel = vi.fn()
    const { again } = open()
    expect(screen.queryByRole('button', { name: '在侧边栏里打开' })).toBeNull()
    again({ onOpenPanel })
    fireEvent.click(screen.getByRole('button', { name: '在侧边栏里打开' }))
    expect(onOpenPanel).toHaveBeenCalledOnce()
  })
})

describe('unit', () => {
  const answer = (name: string) => {
    fireEvent.input(screen.getByRole('combobox', { name: '本页属于哪个单位？' }), { target: { value: name } })
    fireEvent.click(screen.getByRole('button', { name: '确定' }))
  }

  test('is not asked where it is known', () => {
    open()
    expect(screen.queryByText('本页属于哪个单位？')).toBeNull()
  })

  test.each([
    ['青禾县教育和体育局', { unitId: 'u2' }],
    [' 县教体局 ', { unitId: 'u2' }],
    ['青禾县气象局', { newName: '青禾县气象局' }],
  ])('%s', (name, choice) => {
    const { told } = open({ glance: ready({ belonging: nobody }) })
    answer(name)
    expect(told.onAssignUnit).toHaveBeenCalledExactlyOnceWith(choice)
  })
})

test('today’s issues open and are taken back; the ledger opens', () => {
  const { told } = open()
  const today = within(screen.getByRole('region', { name: '今日记录' }))
  fireEvent.click(today.getByText('第 13 号'))
  fireEvent.click(today.getByRole('button', { name: '撤销第 12 号' }))
  fireEvent.click(screen.getByRole('button', { name: '打开台账' }))
  expect(told.onOpenIssue.mock.calls[0]?.[0].number).toBe(13)
  expect(told.onUndo.mock.calls[0]?.[0].number).toBe(12)
  expect(told.onOpenLedger).toHaveBeenCalledOnce()
})
