import { describe, expect, test } from 'vitest'
import { RoutePlace } from '../../../components/shared/RoutePlace.tsx'
import type { RoundPlace } from '../../../utils/types/route.ts'
import { setLanguage } from '../../../utils/locale.ts'
import { fireEvent, render, screen, vi } from '../kit.tsx'

const stop = { columnId: 'c1', name: '动态要闻', unitName: '青禾县人民政府办公室', url: 'http://www.qinghe.gov.cn/c1/' }
const at = (place: number, change: Partial<NonNullable<RoundPlace['route']>> = {}): RoundPlace => ({ route: { at: place, total: 238, stop, paused: false, ...change }, logPaused: false })
const draw = (round: RoundPlace) => {
  const onStep = vi.fn()
  render(<RoutePlace round={round} onStep={onStep} />)
  return onStep
}
const names = () => screen.queryAllByRole('button').map((button) => button.textContent)

describe('the place in a route', () => {
  test('says which of how many, and where', () => {
    draw(at(11))
    expect(screen.getByText('第 12/238 个')).toBeTruthy()
    expect(screen.getByText('动态要闻 · 青禾县人民政府办公室')).toBeTruthy()
    expect(names()).toEqual(['下一个', '上一个', '跳过', '暂停'])
  })

  test.each([
    ['before the first', at(-1, { stop: null }), ['下一个', '暂停'], '共 238 个待读'],
    ['at the first', at(0), ['下一个', '跳过', '暂停'], '第 1/238 个'],
    ['paused', at(4, { paused: true }), ['继续'], '路线已暂停'],
  ] as const)('%s', (_, round, buttons, words) => {
    draw(round)
    expect(names()).toEqual(buttons)
    expect(screen.getByText(words)).toBeTruthy()
  })

  test.each([['下一个', 'next'], ['上一个', 'back'], ['跳过', 'skip'], ['暂停', 'pause']] as const)('%s steps', (words, step) => {
    const onStep = draw(at(11))
    fireEvent.click(screen.getByText(words))
    expect(onStep.mock.calls).toEqual([[step]])
  })

  test('says that the log is paused, with a route and without one', () => {
    draw({ route: null, logPaused: true })
    expect(screen.getByText('读网记录已暂停，本页不记入')).toBeTruthy()
    expect(names()).toEqual([])
  })

  test('nothing where there is nothing to say; English', () => {
    draw({ route: null, logPaused: false })
    expect(document.body.textContent).toBe('')
    setLanguage('en')
    draw(at(11))
    expect(screen.getByText('12 of 238')).toBeTruthy()
  })
})
