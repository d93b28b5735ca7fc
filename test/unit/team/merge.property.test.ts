import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pastOf, siblingsOf, timeOf } from '../../../utils/ledger/sharing/cell-stamp.ts'
import { plain } from '../../../utils/ledger/sharing/cells.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { mergeDocs } from '../../../utils/team/merge-doc.ts'
import type { SharedDoc } from '../../../utils/types/team.ts'
import { edit, ID, receive, replica, START, type Replica } from './replica.ts'

const DEVICES = 4

/** Something a device does, or two do together. */
type Step = { kind: 'edit'; who: number; cell: string; value: unknown } | { kind: 'send'; from: number; to: number; old: number }

const edits: fc.Arbitrary<[string, unknown]> = fc.oneof(
  fc.tuple(fc.constant('description'), fc.constantFrom('甲', '乙', '丙')),
  fc.tuple(fc.constant('note'), fc.constantFrom('', '一', '二')),
  fc.tuple(fc.constant('severity'), fc.constantFrom('serious', 'general', 'minor')),
  fc.tuple(fc.constant('status'), fc.constantFrom({ status: 'open', fixedOn: null }, { status: 'fixed', fixedOn: '2026-11-20' }, { status: 'fixed', fixedOn: '2026-11-21' }, { status: 'doubtful', fixedOn: null })),
  fc.tuple(fc.constantFrom('reply/measures', 'reply/person'), fc.constantFrom('甲', '乙')),
  fc.tuple(fc.constantFrom(`shots/a 2026`, `shots/b 2026`), fc.constantFrom({ hash: 'a' }, { hash: 'a', role: 'after' }, undefined)),
  fc.tuple(fc.constant('deletedAt'), fc.constantFrom(null, '2026-11-19T00:00:00.000Z', '2026-11-20T00:00:00.000Z')),
  fc.tuple(fc.constant('updatedAt'), fc.constantFrom('2026-11-18', '2026-11-19', '2026-11-20')),
  fc.tuple(fc.constant('ofALaterVersion'), fc.constantFrom(1, { a: 2 }, null)),
)
const who = fc.nat(DEVICES - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(who, edits).map(([device, [cell, value]]): Step => ({ kind: 'edit', who: device, cell, value })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('send' as const), from: who, to: who, old: fc.nat(3) }) },
)
/** Clocks minutes apart, days apart, and one in another year. */
const skews = fc.tuple(...Array.from({ length: DEVICES }, () => fc.oneof(fc.integer({ min: -200_000, max: 200_000 }), fc.constantFrom(-900 * DAY_MS, -3 * DAY_MS, 3 * DAY_MS, 900 * DAY_MS))))

interface Run {
  devices: Replica[]
  /** Every value that was ever set: `cell stamp value`. */
  set: Map<string, { cell: string; t: string; value: unknown }>
  /** Stamps that somebody saw when setting the same cell: theirs to overwrite. */
  overwritten: Set<string>
}

function run(steps: readonly Step[], skew: readonly number[]): Run {
  const devices = skew.map((one, n) => replica(n + 1, one))
  const at = START
  for (const [cell, value] of Object.entries({ description: '', note: '', severity: 'general', status: { status: 'open', fixedOn: null }, deletedAt: null, updatedAt: '2026-11-17' })) edit(devices[0]!, at, cell, value)
  const base = { ...devices[0]!.doc!, stamps: {} }
  for (const one of devices) receive({ ...one, doc: null }, base, at)
  for (const one of devices) one.doc = JSON.parse(JSON.stringify(base)) as SharedDoc
  const past = devices.map((one) => [one.doc!])
  const [set, overwritten]: [Run['set'], Run['overwritten']] = [new Map(), new Set()]
  steps.forEach((one, n) => {
    const now = at + n * 60_000
    if (one.kind === 'send') receive(devices[one.to]!, past[one.from]![Math.max(0, past[one.from]!.length - 1 - one.old)]!, now)
    else {
      const device = devices[one.who]!
      const stood = device.doc!.stamps[one.cell]
      const before = plain(device.doc!)
      const t = edit(device, now, one.cell, one.value)
      if (plain(device.doc!) !== before) {
        set.set(`${one.cell} ${t} ${plain(one.value)}`, { cell: one.cell, t, value: one.value })
        if (stood !== undefined) for (const seen of [timeOf(stood), ...siblingsOf(stood).map((other) => other.t), ...pastOf(stood)]) overwritten.add(`${one.cell} ${seen}`)
      }
    }
    const moved = one.kind === 'send' ? one.to : one.who
    past[moved]!.push(devices[moved]!.doc!)
  })
  return { devices, set, overwritten }
}

/** Everyone hears everyone, in an order of chance, some of it twice. */
function exchange({ devices }: Run, order: readonly [number, number][]): void {
  const all: [number, number][] = devices.flatMap((_, from) => devices.map((__, to): [number, number] => [from, to]))
  for (const [from, to] of [...order, ...all, ...all]) receive(devices[to]!, devices[from]!.doc!, START + 1e7)
}

const steps = fc.array(step, { maxLength: 40 })
const order = fc.array(fc.tuple(who, who), { maxLength: 20 })

describe('merging', () => {
  test('four devices, edits, losses, repetitions and wrong clocks: all end the same', () => {
    fc.assert(
      fc.property(steps, skews, order, (some, skew, way) => {
        const done = run(some, skew)
        exchange(done, way)
        for (const one of done.devices) expect(one.doc).toEqual(done.devices[0]!.doc)
      }),
      { numRuns: 400 },
    )
  })

  test('what was set stands, waits for a person, is in a history, or was overwritten by someone who saw it', () => {
    fc.assert(
      fc.property(steps, skews, order, (some, skew, way) => {
        const done = run(some, skew)
        exchange(done, way)
        const final = done.devices[0]!.doc!
        // two who set the same are no clash: the value is kept once, under the later stamp
        const told = (line: string) => line.replace(/ [0-9a-z]{21} /, ' ')
        const histories = new Set(done.devices.flatMap(({ history }) => [...history].map(told)))
        for (const [line, { cell, t, value }] of done.set) {
          const stands = plain(final.values[cell]) === plain(value)
          const waits = siblingsOf(final.stamps[cell] ?? '').some((other) => other.t === t)
          const quiet = value === undefined || ['deletedAt', 'updatedAt'].includes(cell)
          const same = [...done.set.values()].filter((other) => other.cell === cell && other.t >= t && plain(other.value) === plain(value))
          const seen = same.some((other) => done.overwritten.has(`${cell} ${other.t}`))
          expect(stands || waits || quiet || histories.has(told(line)) || seen, line).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('order, grouping and repetition make no difference', () => {
    fc.assert(
      fc.property(steps, skews, (some, skew) => {
        const [a, b, c] = run(some, skew).devices.map(({ doc }) => doc!) as [SharedDoc, SharedDoc, SharedDoc]
        const both = (one: SharedDoc, two: SharedDoc) => mergeDocs(one, two).doc
        expect(both(a, b)).toEqual(both(b, a))
        expect(both(both(a, b), c)).toEqual(both(a, both(b, c)))
        expect(both(a, a)).toEqual(a)
        expect(both(both(a, b), b)).toEqual(both(a, b))
      }),
      { numRuns: 400 },
    )
  })

  test('a value that lost makes the same line in the history, whoever merges', () => {
    fc.assert(
      fc.property(steps, skews, (some, skew) => {
        const [a, b] = run(some, skew).devices.map(({ doc }) => doc!) as [SharedDoc, SharedDoc]
        const sorted = (lost: readonly { cell: string; t: string }[]) => lost.map((one) => plain(one)).sort()
        expect(sorted(mergeDocs(a, b).lost)).toEqual(sorted(mergeDocs(b, a).lost))
        expect(mergeDocs(mergeDocs(a, b).doc, b).lost).toEqual([])
      }),
    )
  })
})

test('the document that is merged is of one issue', () => expect(run([], [0, 0, 0, 0]).devices[0]!.doc!._id).toBe(ID))
