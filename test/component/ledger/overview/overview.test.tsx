import { describe, expect, test } from 'vitest'
import { OverviewView, type OverviewViewProps } from '../../../../components/ledger/overview/OverviewView.tsx'
import { fireEvent, render, screen, vi, within } from '../../kit.tsx'
import { OVERVIEW } from '../../round-samples.ts'
import { soon } from '../../../soon.ts'

const TODO = { status: ['open', 'doubtful', 'fixed'] }

function draw(change: Partial<OverviewViewProps> = {}) {
  const does = { onIssues: vi.fn(), onRoster: vi.fn(), onColumns: vi.fn(), onAccounts: vi.fn() }
  render(<OverviewView overview={OVERVIEW} {...does} {...change} />)
  return does
}
const tableOf = (name: string) => screen.getByRole('table', { name, hidden: true })
const cells = (table: HTMLElement) => within(table).getAllByRole('row', { hidden: true }).map((row) => [...row.children].map((cell) => cell.textContent))

describe('the overview', () => {
  test('says the main figures and leads to their issues', () => {
    const does = draw()
    expect(screen.getByText('近 12 周：61/68')).toBeTruthy()
    expect(screen.getByText('90 %')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '查看 已超期 21' }))
    fireEvent.click(screen.getByRole('button', { name: '查看 待办问题 143' }))
    expect(does.onIssues.mock.calls).toEqual([[{ due: ['overdue'] }], [TODO]])
  })

  test('has a table for every chart, each row of which leads to its issues', () => {
    const does = draw()
    expect(cells(tableOf('待办问题：按单位')).slice(1, 3)).toEqual([['青禾县农业农村局（县乡村振兴局、县动物卫生监督所、县农业综合行政执法大队）', '41', '9'], ['青禾县教育和体育局', '33', '4']])
    expect(cells(tableOf('每周发现与销号'))[1]).toEqual(['2026-W47 11-16—11-22', '9', '3', '26'])
    expect(cells(tableOf('栏目更新情况')).slice(1).map((row) => row[1])).toEqual(['23', '14', '171', '22', '8'])
    fireEvent.click(within(tableOf('待办问题：按类型')).getByRole('button', { name: '查看 死链', hidden: true }))
    fireEvent.click(within(tableOf('待办问题：按单位')).getByRole('button', { name: '查看 单位未定', hidden: true }))
    fireEvent.click(within(tableOf('每周发现与销号')).getByRole('button', { name: '查看 2026-W47 11-16—11-22', hidden: true }))
    expect(does.onIssues.mock.calls).toEqual([[{ ...TODO, kind: ['links/dead'] }], [{ ...TODO, unit: [''] }], [{ week: ['2026-W47'] }]])
  })

  test('draws the charts for eyes alone', async () => {
    draw()
    const charts = [...document.querySelectorAll('.chart')]
    expect(charts).toHaveLength(6)
    // A chart draws itself a moment later.
    await soon(() => expect(charts.every((chart) => chart.querySelector('svg'))).toBe(true))
    expect(charts.every((chart) => chart.getAttribute('aria-hidden') === 'true')).toBe(true)
  })

  test('a bar names itself and leads to its issues, the uppermost being the first', async () => {
    const does = draw()
    await soon(() => expect(document.querySelectorAll('[aria-labelledby="figure-kinds"] .ct-bar')).toHaveLength(OVERVIEW.kinds.length))
    await soon(() => expect(document.querySelectorAll('[aria-labelledby="figure-units"] .ct-bar')).toHaveLength(OVERVIEW.units.length * 2))
    const bars = [...document.querySelectorAll<SVGElement>('[aria-labelledby="figure-kinds"] .ct-bar')]
    const dead = bars.find((bar) => bar.textContent === '死链 48')!
    dead.dispatchEvent(new Event('click'))
    expect(does.onIssues.mock.calls).toEqual([[{ ...TODO, kind: ['links/dead'] }]])
    const overdue = [...document.querySelectorAll<SVGElement>('[aria-labelledby="figure-units"] .series-overdue .ct-bar')].find((bar) => bar.textContent?.startsWith('青禾县教育和体育局'))!
    expect(overdue.textContent).toBe('青禾县教育和体育局 其中超期 4')
    overdue.dispatchEvent(new Event('click'))
    expect(does.onIssues.mock.lastCall).toEqual([{ unit: ['u2'], due: ['overdue'] }])
  })

  test('an empty ledger teaches; no roster, no accounts, no issues each say so', () => {
    const does = draw({ overview: { ...OVERVIEW, total: 0, columns: null, accounts: null } })
    fireEvent.click(screen.getByRole('button', { name: '导入台账' }))
    expect(does.onRoster).toHaveBeenCalled()
    draw({ overview: { ...OVERVIEW, kinds: [], units: [], closedDue: 0, columns: null, accounts: null, weeks: OVERVIEW.weeks.map((week) => ({ ...week, found: 0, closed: 0, standing: 0 })) } })
    expect(screen.getAllByText('没有待办问题。')).toHaveLength(2)
    expect(screen.getByText('近 12 周没有发现，也没有销号。')).toBeTruthy()
    expect(screen.getByText('导入栏目台账后显示。')).toBeTruthy()
    expect(screen.getByText('近 12 周没有销号')).toBeTruthy()
  })

  test('counting', () => {
    draw({ overview: null })
    expect(screen.getByRole('status').textContent).toBe('正在统计……')
  })
})
