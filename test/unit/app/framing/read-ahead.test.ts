import { describe, expect, test, vi } from 'vitest'
import { readAhead } from '../../../../utils/app/framing/read-ahead.ts'

const keys = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `k${from + n}`)
const reader = () => vi.fn(async (asked: string[]) => asked.map((key) => (key.startsWith('k') ? `row ${key}` : undefined)))

describe('readAhead', () => {
  test('rows come right in whatever order they are asked for, sixteen read at a time', async () => {
    const read = reader()
    const row = readAhead(keys(0, 40), read)
    const order = [...keys(0, 8), ...keys(20, 40).reverse(), ...keys(8, 20)]
    for (const key of order) expect(await row(key)).toBe(`row ${key}`)
    expect(read.mock.calls.flatMap(([asked]) => asked).sort()).toEqual(keys(0, 40).sort())
    expect(Math.max(...read.mock.calls.map(([asked]) => asked.length))).toBe(16)
  })

  test('several at once share a reading', async () => {
    const read = reader()
    const row = readAhead(keys(0, 10), read)
    expect(await Promise.all(keys(0, 10).map(row))).toEqual(keys(0, 10).map((key) => `row ${key}`))
    expect(read).toHaveBeenCalledTimes(1)
  })

  test('what is asked for again is read again, as it stands then; what was not foreseen is read alone', async () => {
    const read = reader()
    const row = readAhead(['k1', 'k1', 'k2'], read)
    expect([await row('k1'), await row('k1'), await row('other')]).toEqual(['row k1', 'row k1', undefined])
    expect(read.mock.calls.map(([asked]) => asked)).toEqual([['k1', 'k2'], ['k1'], ['other']])
  })

  test('a row that cannot be read fails no other', async () => {
    const row = readAhead(keys(0, 5), async (asked) => {
      if (asked.includes('k3')) throw new DOMException('file gone', 'NotReadableError')
      return asked
    })
    const results = await Promise.allSettled(keys(0, 5).map(row))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  })
})
