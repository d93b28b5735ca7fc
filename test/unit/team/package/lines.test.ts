import { expect, test } from 'vitest'
import { forkOf, joined, MOST_LINES, TOLD } from '../../../../utils/team/package/lines.ts'
import { stampOf } from '../../../../utils/ledger/sharing/clock.ts'

/** `1a 2a 3b`: links of two ledgers, in order. */
const line = (said: string) => said.split(' ').map((one) => stampOf(parseInt(one, 10), 0, one.slice(-1).repeat(8)))
const many = (count: number, letter: string, from = 1) => Array.from({ length: count }, (_, n) => stampOf(from + n, 0, letter.repeat(8)))

test('one line that was told in parts stays one; one that goes on elsewhere is another, in any order', () => {
  expect(joined([line('1a 2a')], [line('1a 2a 3a')])).toEqual([line('1a 2a 3a')])
  expect(joined([line('1a 2a 3a')], [line('1a'), line('1a 2a')])).toEqual([line('1a 2a 3a')])
  const forked = [line('1a 3b'), line('1a 2a')]
  for (const known of [forked, forked.slice().reverse()]) expect(joined([known[0]!], [known[1]!, line('1a')])).toEqual(known)
})

test('a line of which only the newest links are told is the same line still; so many lines and no more are told on', () => {
  const long = many(TOLD + 5, 'a')
  expect(joined([long.slice(0, 4)], [long.slice(-TOLD)])).toEqual([long.slice(-TOLD)])
  const lines = Array.from({ length: MOST_LINES + 3 }, (_, n) => [stampOf(n, 0, String(n).padStart(8, '0'))])
  expect(joined([], lines)).toEqual(lines.slice(-MOST_LINES))
})

test('where another line leaves ours: at the newest link that both have, of several the first', () => {
  const own = line('1a 2a 3a 4a')
  expect(forkOf(own, [])).toBeNull()
  expect(forkOf(own, [line('1a 2a'), own])).toBeNull()
  expect(forkOf(own, [line('1a 2a 3b')])).toBe(own[1])
  expect(forkOf(own, [line('1a 2a 3b'), line('1a 2c'), line('1a')])).toBe(own[0])
  expect(forkOf(own, [line('3b')])).toBe('')
  // set back, or copied before the first
  expect(forkOf(own.slice(0, 2), [own])).toBe(own[1])
  expect(forkOf([], [own])).toBe('')
})
