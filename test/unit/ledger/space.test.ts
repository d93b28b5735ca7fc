import { expect, test } from 'vitest'
import { spaceLevel, spaceUse } from '../../../utils/ledger/space.ts'
import { filled } from './backup/kit.ts'

const GB = 1024 ** 3

test.each([
  ['the browser does not say', null, 'ok'],
  ['a quota of nothing says nothing', { used: 0, quota: 0 }, 'ok'],
  ['half', { used: 5 * GB, quota: 10 * GB }, 'ok'],
  ['just under 80 %', { used: 7.99 * GB, quota: 10 * GB }, 'ok'],
  ['80 %', { used: 8 * GB, quota: 10 * GB }, 'warn'],
  ['97 %', { used: 9.7 * GB, quota: 10 * GB }, 'full'],
  ['less left than a day of words needs', { used: 0.5 * GB, quota: 0.5 * GB + 10_000_000 }, 'full'],
  ['more used than allowed', { used: 2 * GB, quota: GB }, 'full'],
] as const)('%s', (_, estimate, level) => {
  expect(spaceLevel(estimate)).toBe(level)
})

test('what takes up space, by kind: counted, and sized from a few rows', async () => {
  const { db } = await filled(60)
  const use = Object.fromEntries((await spaceUse(db)).map(({ kind, ...rest }) => [kind, rest]))
  expect(use['issues']?.count).toBe(60)
  const exact = (await db.issues.toArray()).reduce((sum, row) => sum + 2 * JSON.stringify(row).length, 0) + (await db.events.toArray()).reduce((sum, row) => sum + 2 * JSON.stringify(row).length, 0)
  expect(use['issues']!.bytes / exact).toBeCloseTo(1, 1)
  expect(use['shots']).toEqual({ count: 31, bytes: expect.any(Number) })
  expect(use['verdicts']).toEqual({ count: 0, bytes: 0 })
  expect(use['lists']?.count).toBe(1)
})
