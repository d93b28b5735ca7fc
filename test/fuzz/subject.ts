import fc from 'fast-check'

/** One parser under fire. `property` is made once a run, because some need a good file first. */
export interface Subject {
  name: string
  /** Cases in `npm test`, where the whole takes seconds; `npm run fuzz` runs 100,000. */
  few: number
  property: () => Promise<fc.IRawProperty<unknown>> | fc.IRawProperty<unknown>
}

/** A value of another kind than one expects, or a hard one of the right kind. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, -0, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '', '\u0000', '\ud842', '\u202e', '__proto__', 'constructor', '../..', '=1+1', '<script>', 'javascript:1', [], {}, [[]]),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"own":true},"constructor":1}'), { toString: null }, { length: 1e9 }, 'x'.repeat(70_000)),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double(),
)

/** A JSON value with a few of its parts changed: replaced, taken out, doubled, given an unknown name. */
export function mangled<T>(good: T, most = 3): fc.Arbitrary<unknown> {
  const change = fc.record({ at: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }), how: fc.constantFrom('put', 'put', 'drop', 'add', 'double'), value: odd })
  return fc.array(change, { minLength: 1, maxLength: most }).map((changes) => changes.reduce<unknown>((value, { at, how, value: by }) => put(value, at, how, by), good))
}

function put(value: unknown, [first = 0, ...rest]: readonly number[], how: string, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by
  const names = Object.keys(value)
  const name = names[first % Math.max(1, names.length)]
  const end = rest.length === 0 || name === undefined
  if (Array.isArray(value)) {
    const copy = [...(value as unknown[])]
    if (!end) copy[Number(name)] = put(copy[Number(name)], rest, how, by)
    else if (how === 'drop') copy.splice(Number(name ?? 0), 1)
    else if (how === 'double') copy.push(...copy)
    else if (how === 'add') copy.push(by)
    else copy[Number(name ?? 0)] = by
    return copy
  }
  const copy = { ...(value as Record<string, unknown>) }
  if (!end) copy[name] = put(copy[name], rest, how, by)
  else if (how === 'drop' && name !== undefined) delete copy[name]
  else copy[how === 'put' && name !== undefined ? name : 'more'] = by
  return copy
}

/** A file with some bytes written over, cut, or run on. */
export function damaged(good: Uint8Array): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const change = fc.record({ at: fc.oneof(fc.nat(good.length - 1), fc.integer({ min: Math.max(0, good.length - 400), max: good.length - 1 })), bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) })
  const cut = fc.option(fc.nat(good.length), { nil: good.length, freq: 4 })
  return fc.tuple(fc.array(change, { maxLength: 4 }), cut, fc.uint8Array({ maxLength: 8 })).map(([changes, end, tail]) => {
    const bytes = new Uint8Array([...good.subarray(0, end), ...tail])
    for (const { at, bytes: over } of changes) if (at + over.length <= bytes.length) bytes.set(over, at)
    return bytes
  })
}

/** Runs the parser; only a sentence for a person may come instead of a result. */
export async function orRefusal<T>(read: () => Promise<T> | T, ...refusals: (abstract new (...args: never[]) => Error)[]): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (refusals.some((refusal) => error instanceof refusal)) return null
    throw error
  }
}
