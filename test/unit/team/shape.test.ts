import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundByShape, soundDoc } from '../../../utils/team/shape.ts'

const stamp = fc.stringMatching(/^[0-9a-z]{21}$/)
const odd = fc.oneof(fc.string({ maxLength: 30 }), fc.integer(), fc.constant(null), fc.constant(undefined), fc.array(fc.string(), { maxLength: 2 }), fc.object({ maxDepth: 1 }))
const name = fc.oneof({ weight: 8, arbitrary: fc.string({ maxLength: 12 }) }, fc.constantFrom('', '__proto__', 'constructor', 'prototype', 'toString', 'note'))
/** As a server's answer gives it, `__proto__` and all. */
const record = (value: fc.Arbitrary<unknown>) => fc.array(fc.tuple(name, value), { maxLength: 4 }).map((pairs) => JSON.parse(`{${pairs.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one ?? null)}`).join(',')}}`) as object)
const cell = fc.oneof({ weight: 6, arbitrary: stamp }, fc.record({ t: stamp, p: fc.array(stamp, { maxLength: 2 }), c: fc.array(fc.record({ t: stamp, v: odd }), { maxLength: 2 }) }, { requiredKeys: ['t'] }), odd)
const doc = fc.record({
  _id: fc.oneof({ weight: 5, arbitrary: fc.string({ minLength: 1 }).map((key) => `issue:${key}`) }, odd),
  form: fc.oneof({ weight: 5, arbitrary: fc.constantFrom<unknown>(1, 2) }, fc.constantFrom<unknown>(0, 1.5, -1, NaN, Infinity, '1')),
  base: fc.oneof({ weight: 5, arbitrary: stamp as fc.Arbitrary<unknown> }, odd),
  values: fc.oneof({ weight: 5, arbitrary: record(odd) as fc.Arbitrary<unknown> }, odd),
  stamps: fc.oneof({ weight: 5, arbitrary: record(cell) as fc.Arbitrary<unknown> }, odd),
  _rev: fc.string(),
}, { requiredKeys: [] })

test('the quick look at a document and the whole shape say the same of everything', () => {
  let sound = 0
  fc.assert(fc.property(fc.oneof({ weight: 9, arbitrary: doc as fc.Arbitrary<unknown> }, odd), (given) => {
    const read = soundDoc(given)
    if (read) sound++
    expect(read).toEqual(soundByShape(given))
    if (read) expect(Object.keys(read).sort()).toEqual(['_id', 'base', 'form', 'stamps', 'values'])
  }), { numRuns: 2000, seed: 9 })
  // else nothing was compared
  expect(sound).toBeGreaterThan(100)
})

test('what is read is no part of what was given: a page of a server may be thrown away', () => {
  const given = { _id: 'issue:1', form: 1, base: '0'.repeat(21), values: { note: '甲' }, stamps: {} }
  const read = soundDoc(given)!
  given.values.note = '乙'
  expect(read.values).toEqual({ note: '甲' })
})
