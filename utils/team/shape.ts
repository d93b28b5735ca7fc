import * as v from 'valibot'
import type { SharedDoc } from '../types/team.ts'

/** Longest name of a cell: a drawing's is the drawing. */
const MOST_NAME = 20_000
/** Cells of a row; an issue has some 30, one with many pictures some hundred. */
const MOST_CELLS = 20_000
/** A person settles a clash between a few; more is no clash. */
const MOST_SIBLINGS = 200

const stamp = v.pipe(v.string(), v.regex(/^[0-9a-z]{21}$/))
const past = v.pipe(v.array(stamp), v.maxLength(10_000))
const siblings = v.pipe(v.array(v.object({ t: stamp, v: v.optional(v.unknown()) })), v.maxLength(MOST_SIBLINGS))
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MOST_NAME), v.check((text) => text !== '__proto__'))
const few = v.check((cells: Record<string, unknown>) => Object.keys(cells).length <= MOST_CELLS)

/** A list would pass for a record. */
const object = v.custom<Record<string, unknown>>((given) => typeof given === 'object' && given !== null && !Array.isArray(given))

/** What every document must look like, whatever its kind. What stands in the cells is looked at when they are a row. */
const shape = v.object({
  _id: v.pipe(v.string(), v.maxLength(8000), v.regex(/^[a-z]{1,20}:[^]+$/)),
  form: v.pipe(v.number(), v.integer(), v.minValue(1)),
  base: stamp,
  values: v.pipe(object, v.record(name, v.unknown()), few),
  stamps: v.pipe(object, v.record(name, v.unknown()), few, v.record(v.string(), v.union([stamp, v.object({ t: stamp, p: v.optional(past), c: v.optional(siblings) })]))),
})

/** A document from outside; null where it is none. Fields that it has besides (a server's) are left away. */
export function soundDoc(given: unknown): SharedDoc | null {
  const { success, output } = v.safeParse(shape, given)
  return success ? (output as SharedDoc) : null
}
