import { expect, test } from 'vitest'
import { createGathering, isLarge, sendBits, type Bit } from '../../../utils/browser/large.ts'

const links = Array.from({ length: 2_000 }, (_, at) => ({ href: `http://www.qinghe.gov.cn/${at}.html`, text: `第“${at}”号公告\n` }))
const reading = { url: 'http://www.qinghe.gov.cn/', links, blocks: [], sections: [{ items: [1, 2] }], footer: { icp: null } }

async function bitsOf(data: unknown): Promise<Bit[]> {
  const bits: Bit[] = []
  // as they arrive at the other end
  await sendBits(data, (bit) => void bits.push(JSON.parse(JSON.stringify(bit)) as Bit))
  return bits
}

const gathered = (bits: readonly unknown[]) => {
  const gather = createGathering()
  return bits.map(gather)
}

test('a large message arrives as it was sent, in bits, at the last of them', async () => {
  expect(isLarge({ reading, page: 3 })).toBe(true)
  const bits = await bitsOf({ reading, page: 3 })
  const seen = gathered(bits)
  expect(bits.length).toBeGreaterThan(5)
  expect(seen.slice(0, -1).every((one) => one === null)).toBe(true)
  expect(seen[seen.length - 1]).toEqual({ data: { reading, page: 3 } })
  // what was sent is left as it was
  expect(reading.links).toHaveLength(2_000)
})

test('what takes long to send goes in smaller bits, larger ones once it goes quickly, others having their turn between them', async () => {
  const sizes: number[] = []
  let turns = 0
  await sendBits({ reading }, (bit) => {
    if ('at' in bit && bit.at[1] === 'links') sizes.push(bit.entries.length)
    for (const end = performance.now() + (sizes.length <= 5 ? 6 : 0); performance.now() < end;);
    setTimeout(() => turns++)
  })
  expect(Math.max(...sizes.slice(1, 6))).toBeLessThan(sizes[0]!)
  expect(Math.max(...sizes.slice(6))).toBeGreaterThan(sizes[0]!)
  expect(turns).toBeGreaterThan(1)
})

test.each([[null], [3], ['x'], [[1, 2]], [{ reading: { ...reading, links: links.slice(0, 20) } }], [{ list: links }]])('a small message is sent at once: %#', (data) => expect(isLarge(data)).toBe(false))

test.each([
  [[null], undefined],
  [['x'], undefined],
  [[{ at: ['reading', 'links'], entries: [1] }, { data: null }], undefined],
  [[{ at: ['reading', 'links'], entries: [1] }, { data: { reading: {} } }], undefined],
  [[{ at: ['__proto__', 'links'], entries: [1] }, { data: {} }], undefined],
  [[{ at: ['reading', '__proto__'], entries: [1] }, { data: { reading: {} } }], undefined],
  [[{ at: [], entries: 3 }, { data: {} }], undefined],
  [[{ at: ['reading', 'links'], entries: 3 }, { data: { reading: { links: [] } } }], { reading: { links: [] } }],
])('what nobody sends so is nothing, or harmless: %#', (bits, data) => {
  const seen = gathered(bits)
  expect(seen[seen.length - 1]).toEqual({ data })
})

test('what never ends is refused, and nothing of it is kept', () => {
  const gather = createGathering()
  const bit = { at: ['reading', 'links'], entries: Array.from({ length: 400_000 }, () => 0) }
  expect([bit, bit, bit, bit].map(gather)).toEqual([null, null, { data: undefined }, { data: undefined }])
  expect(gather({ data: { reading: { links: [] } } })).toEqual({ data: undefined })
})
