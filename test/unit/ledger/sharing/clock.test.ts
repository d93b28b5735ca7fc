import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bumped, DAY_MS, deviceOf, isStamp, newDevice, seen, stampOf, tick, wallOf } from '../../../../utils/ledger/sharing/clock.ts'

const A = 'aaaaaaaa'
const B = 'bbbbbbbb'
const wall = fc.integer({ min: 0, max: 4_000_000_000_000 })

describe('a stamp', () => {
  test('says when and where, and its text sorts as time does', () => {
    fc.assert(
      fc.property(wall, wall, fc.nat(1000), fc.nat(1000), (one, two, m, n) => {
        const [a, b] = [stampOf(one, m, A), stampOf(two, n, A)]
        expect([isStamp(a), wallOf(a), deviceOf(a)]).toEqual([true, one, A])
        expect(a < b).toBe(one < two || (one === two && m < n))
      }),
    )
  })

  test('is followed by a later one, also where the counter is full', () => {
    const full = stampOf(5, 36 ** 4 - 1, A)
    expect(bumped(full, A) > full).toBe(true)
    expect(wallOf(bumped(full, A))).toBe(6)
  })

  test.each(['', 'x', `${stampOf(1, 1, A)}0`, stampOf(1, 1, A).toUpperCase(), null, 7])('%s is none', (given) => expect(isStamp(given)).toBe(false))
})

describe('the clock', () => {
  /** A clock that jumps about within a day, as clocks of PCs do. */
  const jumps = fc.array(fc.integer({ min: -DAY_MS / 2, max: DAY_MS / 2 }), { maxLength: 30 })

  test('never gives a stamp twice nor an earlier one, whatever the PC says', () => {
    fc.assert(
      fc.property(wall.filter((at) => at > DAY_MS), jumps, (at, steps) => {
        let last = tick(stampOf(0, 0, A), at, A)
        for (const step of steps) {
          const next = tick(last, at + step, A)
          expect(next > last).toBe(true)
          last = next
        }
      }),
    )
  })

  test('what is done after something was seen is stamped later than it', () => {
    fc.assert(
      fc.property(wall, fc.integer({ min: -DAY_MS, max: DAY_MS }), (at, skew) => {
        const theirs = tick(stampOf(0, 0, B), at + skew, B)
        const mine = seen(stampOf(at, 0, A), theirs, at)
        expect(tick(mine, at, A) > theirs).toBe(true)
      }),
    )
  })

  test('does not follow one that is more than a day ahead', () => {
    const mine = stampOf(1_000_000, 0, A)
    const future = stampOf(1_000_000 + DAY_MS + 1, 0, B)
    expect(seen(mine, future, 1_000_000)).toBe(mine)
    expect(wallOf(tick(seen(mine, future, 1_000_000), 1_000_001, A))).toBe(1_000_001)
  })

  test('that ran years ahead and was set right goes right from then on', () => {
    const wrong = stampOf(3_000_000_000_000, 9, A)
    expect(wallOf(tick(wrong, 1_790_000_000_000, A))).toBe(1_790_000_000_000)
  })

  test('a device is 8 characters, of what chance gives', () => {
    expect(newDevice((bytes) => bytes.fill(33))).toBe('11111111')
    expect(isStamp(stampOf(1, 1, newDevice((bytes) => crypto.getRandomValues(bytes))))).toBe(true)
  })
})
