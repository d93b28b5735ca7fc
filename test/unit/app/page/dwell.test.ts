import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DwellMeter, IDLE } from '../../../../utils/app/page/dwell.ts'

type Doing = 'shown' | 'hidden' | 'acted' | 'asked'

/** What happens to a page: something, some milliseconds after the last thing. */
const happenings = fc.array(fc.record({ after: fc.integer({ min: 0, max: 4 * IDLE }), what: fc.constantFrom<Doing>('shown', 'hidden', 'acted', 'asked') }), { maxLength: 60 })

/** The sum at the end, and what bounds it: how long the page could be seen, and how often someone did something. */
function played(list: readonly { after: number; what: Doing }[], asking = false) {
  const meter = new DwellMeter()
  let now = 5000
  let visible = 0
  let seen = false
  let doings = 0
  for (const { after, what } of list) {
    if (asking) meter.seconds(now + Math.floor(after / 2))
    now += after
    if (asking) meter.seconds(now)
    if (seen) visible += after
    if (what === 'shown') meter.shown(now)
    else if (what === 'hidden') meter.hidden(now)
    else if (what === 'acted') meter.acted(now)
    else meter.seconds(now)
    if (what === 'shown' || (what === 'acted' && seen)) doings++
    seen = what === 'shown' || (seen && what !== 'hidden')
  }
  return { seconds: meter.seconds(now), visible, doings }
}

describe('time that a page was read', () => {
  test('is never more than it could be seen, nor than the doings account for', () => {
    fc.assert(fc.property(happenings, (list) => {
      const { seconds, visible, doings } = played(list)
      expect(seconds * 1000).toBeLessThanOrEqual(Math.min(visible, doings * IDLE))
      expect(seconds).toBeGreaterThanOrEqual(0)
    }))
  })

  test('is the same whether one asks for it in between or not', () => {
    fc.assert(fc.property(happenings, (list) => {
      expect(played(list, true).seconds).toBe(played(list).seconds)
    }))
  })

  test('grows only', () => {
    fc.assert(fc.property(happenings, (list) => {
      const sums = list.map((_, n) => played(list.slice(0, n + 1)).seconds)
      expect(sums).toEqual([...sums].sort((a, b) => a - b))
    }))
  })

  test.each([
    ['looked at for ten seconds', [[0, 'shown'], [10, 'hidden']], 10],
    ['left open, nobody there', [[0, 'shown'], [3600, 'hidden']], 60],
    ['read with a pause for coffee', [[0, 'shown'], [30, 'acted'], [930, 'acted'], [10, 'hidden']], 30 + 60 + 10],
    ['in a tab behind', [[0, 'acted'], [100, 'acted'], [100, 'hidden']], 0],
    ['come back to', [[0, 'shown'], [20, 'hidden'], [600, 'shown'], [5, 'hidden']], 25],
  ] as const)('%s', (_, list, seconds) => {
    expect(played(list.map(([after, what]) => ({ after: after * 1000, what }))).seconds).toBe(seconds)
  })
})
