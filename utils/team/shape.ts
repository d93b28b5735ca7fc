import * as v from 'valibot'
import { isStamp } from '../ledger/sharing/clock.ts'
import type { SharedDoc, Stamp } from '../types/team.ts'

/** Longest name of a cell: a drawing's is the drawing. */
const MOST_NAME = 20_000
/** Cells of a row; an issue has some 30, one with many pictures some hundred. */
const MOST_CELLS = 20_000
/** A person settles a clash between a few; more is no clash. */
const MOST_SIBLINGS = 200

const stamp = v.custom<Stamp>(isStamp)
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
  return plainDoc(given) ?? soundByShape(given)
}

/** The same by the whole shape alone. */
export function soundByShape(given: unknown): SharedDoc | null {
  const { success, output } = v.safeParse(shape, given)
  return success ? (output as SharedDoc) : null
}

const ID = /^[a-z]{1,20}:[^]+$/

/** What nearly every document is, by a look that takes a fifth of the time: names and stamps that need no second look. Null: look again by the shape. */
function plainDoc(given: unknown): SharedDoc | null {
  const { _id, form, base, values, stamps } = (given ?? {}) as Record<string, unknown>
  if (typeof _id !== 'string' || _id.length > 8000 || !ID.test(_id) || typeof form !== 'number' || !Number.isInteger(form) || form < 1) return null
  if (!isStamp(base) || !isPlainRecord(values) || !isPlainRecord(stamps)) return null
  for (const name of Object.keys(stamps)) {
    const one = stamps[name]
    if (!isStamp(one)) return null
  }
  return { _id, form, base, values: { ...values }, stamps: { ...(stamps as Record<string, string>) } }
}

function isPlainRecord(given: unknown): given is Record<string, unknown> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return false
  const names = Object.keys(given)
  return names.length <= MOST_CELLS && names.every((one) => one.length > 0 && one.length <= MOST_NAME && !STRANGE.has(one))
}

/** Names that every object has, or that mean its kind. */
const STRANGE: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
