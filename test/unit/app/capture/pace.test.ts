import { expect, test } from 'vitest'
import { pacer } from '../../../../utils/app/capture/pace.ts'

/** A clock that goes only while someone waits. */
function clockwork() {
  let now = 0
  return { clock: () => now, wait: async (ms: number) => void (now += ms), begun: [] as number[] }
}

test('never more than two in a second, however many ask at once; each in its turn', async () => {
  const { clock, wait, begun } = clockwork()
  const pace = pacer(clock, wait)
  const order: number[] = []
  await Promise.all([0, 1, 2, 3, 4, 5, 6].map((n) => pace(async () => { begun.push(clock()); order.push(n) })))
  for (const [at, start] of begun.entries()) if (at >= 2) expect(start - begun[at - 2]!).toBeGreaterThanOrEqual(1000)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('the first two wait for nobody, and one that failed holds nobody up', async () => {
  const { clock, wait } = clockwork()
  const pace = pacer(clock, wait)
  await expect(pace(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await pace(async () => clock())).toBe(0)
})
