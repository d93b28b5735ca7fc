import { expect, test } from 'vitest'
import { atLeast, atMost, below, exactly, figureOf, withFigures, type Figure } from '../../bench/report.ts'

test('a figure has every field, also where nothing is promised or compared', () => {
  expect(figureOf('links', { metric: 'speed', value: 300, unit: 'links/s', aim: atLeast(240), peer: { name: 'peer 1', value: 200 } })).toEqual({
    bench: 'links', metric: 'speed', value: 300, unit: 'links/s', aim: '≥ 240', met: true, peer: 'peer 1', peerValue: 200, ratio: 1.5,
  })
  expect(figureOf('links', { metric: 'requests', value: 12, unit: '' })).toEqual({
    bench: 'links', metric: 'requests', value: 12, unit: '', aim: null, met: null, peer: null, peerValue: null, ratio: null,
  })
})

test.each([
  [atLeast(5), [4.9, 5, 6], [false, true, true]],
  [atMost(5), [4, 5, 5.1], [true, true, false]],
  [below(5), [4.9, 5], [true, false]],
  [exactly(0), [0, 1], [true, false]],
])('an aim of $words', (aim, values, met) => expect(values.map(aim.metBy)).toEqual(met))

test('what could not be measured does not meet its aim', () => {
  expect(figureOf('team', { metric: 'merge', value: null, unit: 'ms', aim: atMost(10), peer: { name: 'p', value: null } })).toMatchObject({ met: false, ratio: null })
})

const line = (bench: string, metric: string, value: number): Figure => figureOf(bench, { metric, value, unit: 'ms', aim: atMost(50) })

test('the README keeps the rows of benches that were not run and leaves details out', () => {
  const empty = 'before\n<!-- figures:start --><!-- figures:end -->\nafter'
  const once = withFigures(empty, [line('links', 'longest task', 40), line('links', 'kind 404', 3), line('wording', 'page', 60)], 'day 1')
  expect(once).toContain('| links | longest task | 40 ms | ≤ 50 | yes |  |  | day 1 |')
  expect(once).toContain('| wording | page | 60 ms | ≤ 50 | NO |  |  | day 1 |')
  expect(once).not.toContain('kind 404')
  const twice = withFigures(once, [line('links', 'longest task', 30)], 'day 2')
  expect(twice).toContain('| links | longest task | 30 ms | ≤ 50 | yes |  |  | day 2 |')
  expect(twice).not.toContain('40 ms')
  expect(twice).toContain('day 1')
  expect([twice.startsWith('before\n'), twice.endsWith('\nafter')]).toEqual([true, true])
  expect(withFigures(twice, [line('links', 'longest task', 30)], 'day 2')).toBe(withFigures(withFigures(twice, [line('links', 'longest task', 30)], 'day 2'), [line('links', 'longest task', 30)], 'day 2'))
})
