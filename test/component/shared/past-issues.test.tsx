import { describe, expect, test } from 'vitest'
import { PastIssues } from '../../../components/shared/PastIssues.tsx'
import { setLanguage } from '../../../utils/locale.ts'
import { fireEvent, render, screen, vi, within } from '../kit.tsx'
import { PAST } from '../recheck-samples.ts'

const draw = () => {
  const [onSettlePast, onLocatePast] = [vi.fn(), vi.fn()]
  render(<PastIssues past={PAST} onSettlePast={onSettlePast} onLocatePast={onLocatePast} />)
  return { onSettlePast, onLocatePast }
}
const steps = (number: number) => within(screen.getByRole('group', { name: `第 ${number} 号的处理` }))
const names = (number: number) => steps(number).queryAllByRole('button').map((button) => button.textContent)

describe('issues of earlier visits', () => {
  test('nothing where there are none', () => {
    render(<PastIssues past={[]} />)
    expect(document.body.textContent).toBe('')
  })

  test.each([
    ['仍在, open', 7, ['定位']],
    ['仍在, said to be mended', 8, ['退回待整改', '定位']],
    ['已改, open', 9, ['确认已整改', '销号', '定位']],
    ['已改, said to be mended; nowhere to lead to', 10, ['销号']],
    ['请人工看', 11, []],
    ['links still asked for', 12, []],
  ])('%s: its steps', (_, number, expected) => {
    draw()
    expect(names(number)).toEqual(expected)
  })

  test('counts, states and words', () => {
    draw()
    expect(screen.getByText('上次发现 6 条：仍在 2，已改 2')).toBeTruthy()
    expect(screen.getAllByRole('listitem').map((item) => item.querySelector('.recheck-tag')?.textContent)).toEqual(['上次发现，仍在', '上次发现，仍在', '已改', '已改', '请人工看', '正在看'])
    expect(screen.getByText('第 9 号 · 2026-11-12 发现')).toBeTruthy()
    expect(screen.getByText('原处现在写的是“青禾县人民政府”：经青禾县人民政府研究决定')).toBeTruthy()
  })

  test.each([[9, '确认已整改', 'fixed'], [9, '销号', 'closed'], [8, '退回待整改', 'open']] as const)('no. %i: %s', (number, words, to) => {
    const { onSettlePast } = draw()
    fireEvent.click(steps(number).getByText(words))
    expect(onSettlePast.mock.calls).toEqual([[PAST.find((one) => one.number === number), to]])
  })

  test('leads to its place', () => {
    const { onLocatePast } = draw()
    fireEvent.click(steps(7).getByText('定位'))
    expect(onLocatePast.mock.calls).toEqual([[PAST[0]]])
  })

  test('without callbacks it only tells', () => {
    render(<PastIssues past={PAST} />)
    expect(screen.queryAllByRole('button')).toEqual([])
  })

  test('stands open, so that nothing of it is missed; English', () => {
    setLanguage('en')
    draw()
    expect(document.querySelector('details')?.open).toBe(true)
    expect(screen.getByText('6 found here before: 2 still there, 2 mended')).toBeTruthy()
  })
})
