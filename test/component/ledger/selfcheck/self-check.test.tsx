import { expect, test } from 'vitest'
import { SectionSheet } from '../../../../components/ledger/SectionSheet.tsx'
import { SelfCheckView, type SelfCheckViewProps } from '../../../../components/ledger/selfcheck/SelfCheckView.tsx'
import { fireEvent, render, screen, vi, within } from '../../kit.tsx'
import { CHECK_ROWS, SELF_CHECK, WEEKS_READ } from '../../self-check-samples.ts'

function open(change: Partial<SelfCheckViewProps> = {}) {
  const told = { onSite: vi.fn(), onKind: vi.fn(), onRound: vi.fn(), onTick: vi.fn(), onOpen: vi.fn(), onExport: vi.fn() }
  const round = { from: '2026-W46', to: '2026-W47' }
  return { ...render(<SelfCheckView state={SELF_CHECK} counting={false} chosen={null} kind="week" round={round} weeks={WEEKS_READ} {...told} {...change} />), told }
}
const counterOf = (name: string): HTMLElement => screen.getByText(name, { selector: '.counter-name' }).closest('li') as HTMLElement

test('each counter says in words how near its veto is, and a bar shows it', () => {
  open()
  const blank = within(counterOf('空白栏目'))
  expect(blank.getByText('现有 5 个，满 5 个否决')).toBeTruthy()
  expect(blank.getByText('已达否决')).toBeTruthy()
  const bar = blank.getByRole('progressbar', { name: '空白栏目：现有 5 个，满 5 个否决' })
  expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['5', '5'])
  expect(within(counterOf('首页不更新')).getByText('最近更新在 12 天前，满 15 天否决')).toBeTruthy()
})

test('suspect words are for a person to judge, without a bar; what was not read says so, without a number', () => {
  open()
  const words = within(counterOf('严重表述错误'))
  expect([words.queryByRole('progressbar'), words.queryByText('接近否决')]).toEqual([null, null])
  expect(words.getByText('待人工判定')).toBeTruthy()
  expect(counterOf('留言超过3个月未回应').textContent).toBe('留言超过3个月未回应没有读到')
})

test('a home page without dates is not called fresh', () => {
  const counters = SELF_CHECK.summary.counters.map((one) => (one.indicator === 'W-V3' ? { ...one, count: 0, state: 'none' as const, suspected: one.items, items: [] } : one))
  open({ state: { ...SELF_CHECK, summary: { ...SELF_CHECK.summary, counters } } })
  const home = within(counterOf('首页不更新'))
  expect(home.getByText('首页上没有读到日期', { exact: false })).toBeTruthy()
  expect([home.queryByRole('progressbar'), home.getByText('待人工判定').textContent]).toEqual([null, '待人工判定'])
})

test('counted columns lead to their pages, and say where they were only seen on the home page', () => {
  const { told } = open()
  const news = within(counterOf('动态要闻和公告政策栏目不更新'))
  expect(news.getByText('据首页板块，栏目页未读').parentElement?.textContent).toContain('通知公告')
  fireEvent.click(news.getByRole('button', { name: '打开 部门动态' }))
  expect(told.onOpen).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('http://www.qinghe.gov.cn/'))
})

test('while another site is counted, nothing of the last one can be ticked or exported', () => {
  const other = SELF_CHECK.sites.find(({ key }) => key !== SELF_CHECK.site.key)!
  open({ counting: true, chosen: other.key })
  expect((screen.getByRole('combobox', { name: '网站' }) as HTMLSelectElement).value).toBe(other.key)
  expect(screen.getByRole('status').textContent).toBe('正在统计…')
  expect(screen.queryByRole('table')).toBeNull()
  expect((screen.getByRole('button', { name: '导出自查表' }) as HTMLButtonElement).disabled).toBe(true)
})

test('what of the roster was not read is listed; without a roster it is said that no one can tell', () => {
  const { told, rerender } = open()
  fireEvent.click(screen.getByRole('button', { name: '打开 财政预决算' }))
  expect(told.onOpen).toHaveBeenCalledExactlyOnceWith('http://www.qinghe.gov.cn/zwgk/czyjs/')
  expect(screen.getByText('底册里本轮没有读的栏目（3 / 24）')).toBeTruthy()
  const again = (coverage: typeof SELF_CHECK.coverage) =>
    rerender(<SelfCheckView state={{ ...SELF_CHECK, coverage }} counting={false} chosen={null} kind="week" round={{ from: '2026-W47', to: '2026-W47' }} weeks={WEEKS_READ} {...told} />)
  again(null)
  expect(screen.getByText('底册里没有这个网站的栏目', { exact: false })).toBeTruthy()
  again({ known: 24, unread: [] })
  expect(screen.getByText('底册里要更新的 24 个栏目，本轮都读过了。')).toBeTruthy()
})

test('a tick and a note are handed on at once, each by itself', () => {
  const { told } = open()
  fireEvent.change(screen.getByRole('combobox', { name: '人工判定：泄露国家秘密' }), { target: { value: 'pass' } })
  fireEvent.change(screen.getByRole('textbox', { name: '备注：新版国徽' }), { target: { value: ' 已复核 ' } })
  fireEvent.change(screen.getByRole('combobox', { name: '人工判定：新版国徽' }), { target: { value: '' } })
  expect(told.onTick.mock.calls).toEqual([
    ['W-V1.2', { state: 'pass' }], ['W-H1', { note: '已复核' }], ['W-H1', { state: null }],
  ])
})

test('the table can be narrowed to one state', () => {
  const { container } = open()
  expect(container.querySelectorAll('.check-table tbody tr')).toHaveLength(CHECK_ROWS.length)
  fireEvent.click(screen.getByRole('button', { name: /^未检查\s*4$/ }))
  expect([...container.querySelectorAll('.check-table tbody .tag')].map((tag) => tag.textContent)).toEqual(['未检查', '未检查', '未检查', '未检查'])
  fireEvent.click(screen.getByRole('button', { name: '全部' }))
  expect(container.querySelectorAll('.check-table tbody tr')).toHaveLength(CHECK_ROWS.length)
})

test('site and round are chosen; weeks never run backwards', () => {
  const { told } = open({ kind: 'weeks' })
  fireEvent.change(screen.getByRole('combobox', { name: '网站' }), { target: { value: 'dsj.qinghe.gov.cn' } })
  fireEvent.click(screen.getByRole('button', { name: '本季度' }))
  fireEvent.change(screen.getByRole('combobox', { name: '起始周' }), { target: { value: '2026-W47' } })
  fireEvent.change(screen.getByRole('combobox', { name: '截止周' }), { target: { value: '2026-W46' } })
  fireEvent.click(screen.getByRole('button', { name: '导出自查表' }))
  expect(told.onSite).toHaveBeenCalledExactlyOnceWith('dsj.qinghe.gov.cn')
  expect(told.onKind).toHaveBeenCalledExactlyOnceWith('quarter')
  expect(told.onRound.mock.calls).toEqual([[{ from: '2026-W47', to: '2026-W47' }], [{ from: '2026-W46', to: '2026-W46' }]])
  expect(told.onExport).toHaveBeenCalledOnce()
})

test('nothing read at all: what to do; nothing in this round: another can be chosen', () => {
  const { unmount } = open({ state: null, weeks: WEEKS_READ.map((one) => ({ ...one, count: 0 })) })
  expect(screen.getByText('还没有读过网站')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '本季度' })).toBeNull()
  unmount()
  open({ state: null })
  expect(screen.getByRole('button', { name: '本季度' })).toBeTruthy()
})

test('the two parts of the tab', () => {
  const onSection = vi.fn()
  render(<SectionSheet tab="selfcheck" section="sites" onSection={onSection}>x</SectionSheet>)
  expect(screen.getByRole('button', { name: '网站自查' }).getAttribute('aria-current')).toBe('page')
  fireEvent.click(screen.getByRole('button', { name: '政务新媒体' }))
  expect(onSection).toHaveBeenCalledExactlyOnceWith('accounts')
})
