import { describe, expect, test } from 'vitest'
import { RoundsView, type RoundsViewProps } from '../../../../components/ledger/rounds/RoundsView.tsx'
import { duration, percent } from '../../../../components/ledger/rounds/names.ts'
import { fireEvent, render, screen, vi, within } from '../../kit.tsx'
import { FACTS, QUARTER, ROUND_ROWS, SPAN, WEEK } from '../../round-samples.ts'

function draw(change: Partial<RoundsViewProps> = {}) {
  const does = { onRound: vi.fn(), onSave: vi.fn(), onAdd: vi.fn(), onClose: vi.fn(), onReset: vi.fn(), onStart: vi.fn(), onStep: vi.fn(), onOpen: vi.fn(), onRoster: vi.fn() }
  render(<RoundsView rows={ROUND_ROWS} facts={FACTS} current={{ week: WEEK.id, quarter: QUARTER.id }} place={{ route: null, logPaused: false }} busy={false} {...does} {...change} />)
  return does
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('a round', () => {
  test('shows its name, days, state and figures', () => {
    draw()
    expect(screen.getByRole('heading', { name: '2026年第47周' })).toBeTruthy()
    expect(screen.getByText('2026-11-16 至 2026-11-22')).toBeTruthy()
    expect(screen.getByText('进行中')).toBeTruthy()
    expect(screen.getByText('161/238 个栏目')).toBeTruthy()
    expect(screen.getByText('4 小时 25 分')).toBeTruthy()
  })

  test('is chosen, named, closed, made', () => {
    const does = draw()
    fireEvent.change(screen.getByRole('combobox', { name: '轮次' }), { target: { value: SPAN.id } })
    fireEvent.click(button('本季度'))
    expect(does.onRound.mock.calls).toEqual([[SPAN.id], [QUARTER.id]])
    fireEvent.click(button('改名和日期'))
    fireEvent.input(screen.getByLabelText('名称'), { target: { value: ' 冬季检查 ' } })
    fireEvent.submit(screen.getByRole('form', { name: '改名和日期' }))
    expect(does.onSave.mock.calls).toEqual([[{ name: '冬季检查', from: '2026-11-16', to: '2026-11-22' }]])
    fireEvent.click(button('结束本轮'))
    expect(does.onClose.mock.calls).toEqual([[true]])
  })

  test('refuses days that run backwards, and says so', () => {
    const does = draw()
    fireEvent.click(button('新建轮次'))
    fireEvent.input(screen.getByLabelText('结束'), { target: { value: '2026-11-01' } })
    expect(screen.getByRole('alert').textContent).toContain('结束日期早于开始日期')
    fireEvent.submit(screen.getByRole('form', { name: '新建轮次' }))
    expect(does.onAdd).not.toHaveBeenCalled()
    fireEvent.keyDown(screen.getByLabelText('结束'), { key: 'Escape' })
    expect(screen.queryByRole('form')).toBeNull()
  })

  test('a span of one\'s own can be deleted and is closed; a week as it is cannot be taken back', () => {
    draw()
    expect(screen.queryByRole('button', { name: '恢复原名和日期' })).toBeNull()
    const does = draw({ facts: { ...FACTS, round: SPAN, current: false } })
    fireEvent.click(button('删除这一轮'))
    expect(does.onReset).toHaveBeenCalled()
    expect(screen.getByText('已结束')).toBeTruthy()
    expect(button('重新打开')).toBeTruthy()
  })
})

describe('columns that were not read', () => {
  test('stand by unit with class and deadline, and open', () => {
    const does = draw()
    const group = screen.getByText('青禾县教育和体育局（2）').closest('details')!
    expect(within(group).getAllByRole('listitem').map((one) => one.textContent)).toEqual(['动态要闻动态、要闻时限 14 天', '政策解读政策解读时限 183 天'])
    fireEvent.click(within(group).getByRole('button', { name: '打开 动态要闻' }))
    expect(does.onOpen.mock.calls).toEqual([['http://www.qinghe.gov.cn/c0/']])
    expect(screen.getByText('没有单位的栏目（1）')).toBeTruthy()
  })

  test('are found by the words of a unit or a column', () => {
    draw()
    fireEvent.input(screen.getByRole('searchbox', { name: '查找单位或栏目' }), { target: { value: '教育' } })
    expect(screen.queryByText('没有单位的栏目（1）')).toBeNull()
    fireEvent.input(screen.getByRole('searchbox', { name: '查找单位或栏目' }), { target: { value: '预公开' } })
    expect(screen.getByText('没有单位的栏目（1）')).toBeTruthy()
    expect(screen.queryByText('青禾县教育和体育局（2）')).toBeNull()
  })

  test('none left, and no roster', () => {
    draw({ facts: { ...FACTS, coverage: { known: 238, read: 238, unread: [] } } })
    expect(screen.getByText('台账里的 238 个栏目本轮都读过了。')).toBeTruthy()
    const does = draw({ facts: { ...FACTS, coverage: null } })
    fireEvent.click(button('去导入台账'))
    expect(does.onRoster).toHaveBeenCalled()
  })
})

describe('the route', () => {
  test('starts in the order that was chosen', () => {
    const does = draw()
    fireEvent.change(screen.getByRole('combobox', { name: '顺序' }), { target: { value: 'unit' } })
    fireEvent.click(button('开始读'))
    expect(does.onStart.mock.calls).toEqual([['unit']])
  })

  test('cannot start for a round that is not now', () => {
    draw({ facts: { ...FACTS, current: false } })
    expect((button('开始读') as HTMLButtonElement).disabled).toBe(true)
    expect(screen.getByText('这一轮不在今天，不能开始路线。')).toBeTruthy()
  })

  test('goes on, and ends after a question', () => {
    const route = { at: 11, total: 238, paused: false, stop: { columnId: 'c', name: '要闻', unitName: '', url: 'http://www.qinghe.gov.cn/' } }
    const does = draw({ place: { route, logPaused: false } })
    fireEvent.click(button('继续读这一个'))
    fireEvent.click(button('结束路线'))
    fireEvent.click(button('结束路线'))
    expect(does.onStep.mock.calls).toEqual([['again'], ['stop']])
  })
})

test('readers, one without a name', () => {
  draw()
  expect(screen.getByRole('row', { name: /未填姓名/ })).toBeTruthy()
  expect(screen.getByText('读网人的姓名在“设置”里填写。')).toBeTruthy()
})

test.each([[0, '0 秒'], [59, '59 秒'], [60, '1 分钟'], [3599, '1 小时 0 分'], [3660, '1 小时 1 分']] as const)('%i seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words))
test.each([[0, 0, 0], [237, 238, 99], [238, 238, 100], [1, 3, 33]] as const)('%i of %i are %i per cent', (part, whole, share) => expect(percent(part, whole)).toBe(share))
