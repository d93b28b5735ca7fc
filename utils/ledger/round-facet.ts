import { spanOfDays } from '../lists/week.ts'
import type { Round } from '../types/round.ts'
import type { Columns } from './columns.ts'

/** A round that a person made, named or moved. */
export type OwnRound = Pick<Round, 'id' | 'name' | 'from' | 'to'>

/** To which rounds each row belongs: its quarter's, and any of one's own that its day lies in. */
export interface RoundFacet {
  ids: string[]
  /** Place in `sets` of each row. */
  codes: ArrayLike<number>
  /** Ids of rounds that rows are in together. */
  sets: string[][]
}

/** So many of one's own can be asked for; an office makes a few a year. */
const MOST = 20

const known = new WeakMap<Columns, { version: number; rounds: readonly OwnRound[]; facet: RoundFacet }>()

/** Worked out once for a state of the list and of the rounds. A quarter that a person moved holds the issues of its new days. */
export function roundFacet(columns: Columns, rounds: readonly OwnRound[]): RoundFacet {
  const last = known.get(columns)
  if (last && last.version === columns.version && last.rounds === rounds) return last.facet
  const facet = worked(columns, rounds.slice(0, MOST))
  known.set(columns, { version: columns.version, rounds, facet })
  return facet
}

function worked({ size, codes, words, digests }: Columns, rounds: readonly OwnRound[]): RoundFacet {
  const natural = words.round.list
  if (rounds.length === 0) return { ids: [...natural], codes: codes.round, sets: natural.map((id) => [id]) }
  const spans = rounds.map(({ id, from, to }) => ({ id, ...spanOfDays(from, to) }))
  const moved = new Set(rounds.map(({ id }) => id))
  const ids = [...natural.filter((id) => !moved.has(id)), ...moved]
  const sets: string[][] = []
  const places = new Map<number, number>()
  const rowCodes = new Int32Array(size)
  for (let row = 0; row < size; row++) {
    const { foundAt } = digests[row]!
    let bits = 0
    for (let n = 0; n < spans.length; n++) if (foundAt >= spans[n]!.from && foundAt < spans[n]!.to) bits |= 1 << n
    const key = codes.round[row]! * (1 << MOST) + bits
    let place = places.get(key)
    if (place === undefined) {
      place = sets.push([...(moved.has(natural[codes.round[row]!]!) ? [] : [natural[codes.round[row]!]!]), ...spans.filter((_, n) => bits & (1 << n)).map(({ id }) => id)]) - 1
      places.set(key, place)
    }
    rowCodes[row] = place
  }
  return { ids, codes: rowCodes, sets }
}
