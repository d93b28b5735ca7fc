import { describe, expect, test } from 'vitest'
import { ReadingLogView, type ReadingLogViewProps } from '../../../../components/ledger/readinglog/ReadingLogView.tsx'
import { fireEvent, render, screen, vi } from '../../kit.tsx'
import { DUTY, VISITS } from '../../round-samples.ts'
import { TODAY } from '../../samples.ts'

function draw(change: Partial<ReadingLogViewProps> = {}) {
  const does = {
    onMonth: vi.fn(), onPause: vi.fn(), onChoose: vi.fn(), onAddVisit: vi.fn(), onNoteDay: vi.fn(), onNote: vi.fn(), onRemove: vi.fn(), onOpen: vi.fn(), onExport: vi.fn(), onExportCsv: vi.fn(),
  }
  render(
    <ReadingLogView
      duty={DUTY} thisMonth="2026-11" today={TODAY} chosen="2026-11-10" visits={VISITS} paused={false} reader="王小青" units={[{ id: 'u1', name: '青禾县教育和体育局', aliases: [] }]}
      {...does} {...change}
    />,
  )
  return does
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })

describe('the duty calendar', () => {
  test('marks what was missed in words, with the name of the holiday and the make-up day', () => {
    draw()
    expect(button(/11月\s*10 .*工作日.*有漏读.*上午漏读.*下午 6 页次/)).toBeTruthy()
    expect(button(/11月\s*8 .*国庆节、中秋节.*当日漏读/)).toBeTruthy()
    expect(button(/11月\s*7 .*调休上班/)).toBeTruthy()
    expect(button(/11月\s*12 .*上午漏读 已说明.*下午漏读 已说明/)).toBeTruthy()
    expect(screen.getByText('应读 34 班次，已读 30，漏读 4')).toBeTruthy()
  })

  test('stands by weeks from Monday on', () => {
    draw()
    const rows = [...document.querySelectorAll('.calendar tbody tr')].map((row) => [...row.children].map((cell) => cell.querySelector('b')?.lastChild?.textContent ?? ''))
    expect(rows[0]).toEqual(['', '', '', '', '', '', '1'])
    expect(rows[5]).toEqual(['30', '', '', '', '', '', ''])
  })

  test('a day is chosen, months go by, not into the future', () => {
    const does = draw()
    fireEvent.click(button(/11月\s*12 /))
    fireEvent.click(button('上个月'))
    expect(does.onChoose.mock.calls).toEqual([['2026-11-12']])
    expect(does.onMonth.mock.calls).toEqual([['2026-10']])
    expect((button('下个月') as HTMLButtonElement).disabled).toBe(true)
  })

  test('goes over the turn of the year', () => {
    const does = draw({ duty: { ...DUTY, month: '2026-01' } })
    fireEvent.click(button('上个月'))
    fireEvent.click(button('下个月'))
    expect(does.onMonth.mock.calls).toEqual([['2025-12'], ['2026-02']])
  })
})

describe('the lines of a day', () => {
  test('are chosen and deleted', () => {
    const does = draw()
    fireEvent.click(screen.getAllByRole('checkbox', { name: /^选择/ })[1]!)
    fireEvent.click(button('删除选中的 1 条'))
    fireEvent.click(screen.getByRole('checkbox', { name: '全选这一天' }))
    fireEvent.click(button('删除选中的 4 条'))
    expect(does.onRemove.mock.calls).toEqual([[['v1']], [['v0', 'v1', 'v2', 'v3']]])
  })

  test('are noted and opened; a line without an address does not open', () => {
    const does = draw()
    fireEvent.change(screen.getAllByRole('textbox', { name: /^备注：/ })[0]!, { target: { value: ' 已告知 ' } })
    expect(does.onNote.mock.calls).toEqual([[VISITS[0], '已告知']])
    fireEvent.click(screen.getAllByRole('button', { name: /^打开/ })[0]!)
    expect(does.onOpen.mock.calls).toEqual([[VISITS[0]!.url]])
    expect(screen.getAllByRole('button', { name: /^打开/ })).toHaveLength(3)
  })

  test('a gap is explained', () => {
    const does = draw({ chosen: '2026-11-08', visits: [] })
    expect(screen.getByText('漏读：当日漏读')).toBeTruthy()
    fireEvent.input(screen.getByLabelText('漏读说明'), { target: { value: '系统维护' } })
    fireEvent.click(button('保存说明'))
    expect(does.onNoteDay.mock.calls).toEqual([['系统维护']])
  })
})

test('the log is paused and says what that means', () => {
  const does = draw()
  fireEvent.click(screen.getByRole('switch', { name: '自动记录' }))
  expect(does.onPause.mock.calls).toEqual([[true]])
  draw({ paused: true })
  expect(screen.getByText('已暂停：读过的页面不留任何记录，也不计入轮次和自查')).toBeTruthy()
})

test('a line is added by hand, not for a day ahead', () => {
  const does = draw()
  fireEvent.click(button('补记'))
  fireEvent.input(screen.getByLabelText('读了什么'), { target: { value: '县政府网站' } })
  fireEvent.input(screen.getByLabelText('日期'), { target: { value: '2026-12-01' } })
  expect(screen.getByRole('alert').textContent).toBe('不能补记还没有到的日子。')
  fireEvent.input(screen.getByLabelText('日期'), { target: { value: '2026-11-12' } })
  fireEvent.submit(screen.getByRole('form', { name: '补记一条' }))
  expect(does.onAddVisit.mock.calls).toEqual([[{ day: '2026-11-12', shift: 'morning', reader: '王小青', unitId: null, columnName: '县政府网站', url: '', minutes: 10, note: '' }]])
})

test('an empty log teaches; a log that is read says so', () => {
  draw({ duty: { ...DUTY, asked: 0, done: 0, days: DUTY.days.map((day) => ({ ...day, pages: 0, morning: 0, afternoon: 0, missing: [], state: 'before' as const })) }, visits: [] })
  expect(screen.getByText('还没有读网记录')).toBeTruthy()
  draw({ duty: null })
  expect(screen.getByText('正在读取记录……')).toBeTruthy()
})

test('both exports', () => {
  const does = draw()
  fireEvent.click(button('导出读网记录'))
  fireEvent.click(button('导出 CSV 明细'))
  expect([does.onExport, does.onExportCsv].map((one) => one.mock.calls.length)).toEqual([1, 1])
})
