import { crc32, inflateRawSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { deflated } from '../../../utils/zip/deflate.ts'

const TEXTS: [string, string][] = [['nothing', ''], ['one sign', '题'], ['a list', '"12","错链","青禾县"\r\n'.repeat(20_000)]]


const { CompressionStream: known } = globalThis
afterAll(() => void Object.assign(globalThis, { CompressionStream: known }))

describe.each([['by the browser', true], ['where the browser cannot', false]])('packed %s', (_, can) => {
  test.each(TEXTS)('%s: another library unpacks the same, and the sum is right', async (_name, text) => {
    if (!can) Reflect.deleteProperty(globalThis, 'CompressionStream')
    const bytes = new TextEncoder().encode(text)
    const { packed, sum } = await deflated(bytes)
    expect(inflateRawSync(packed)).toEqual(Buffer.from(bytes))
    expect(sum).toBe(crc32(bytes))
    expect((await deflated(bytes)).packed).toEqual(packed)
  })
})
