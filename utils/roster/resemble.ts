import type { Roster, Unit } from '../types/roster.ts'
import { foldName } from './name.ts'
import { ownPlace, withoutPlace } from './source.ts'

/** Endings that offices shorten. */
const ENDINGS: readonly [RegExp, string][] = [
  [/(?:人民)?政府办公室$/, '政府办'], [/委员会$/, '委'], [/办公室$/, '办'], [/(?:监督)?管理局$/, '局'], [/人民政府$/, '政府'], [/街道办事处$/, '街道'], [/管理中心$|服务中心$/, '中心'],
]
const SHORTEST = 2
const LONGEST = 60

/** A name that may mean a unit; only ever proposed, a person decides. */
export interface Likeness {
  name: string
  unit: Pick<Unit, 'id' | 'name'>
}

/**
 * Names that look like the abbreviation of exactly one unit: 县教体局 of 青禾县教育和体育局. `names` are words of files and
 * of pages' 来源. Those that already are a unit's name or alias, and those that fit two units, are left out.
 */
export function likenesses(names: readonly string[], roster: Pick<Roster, 'units' | 'sites'>): Likeness[] {
  const place = ownPlace(roster)
  const bare = (name: string) => withoutPlace(foldName(name), place)
  const known = new Set(roster.units.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => [foldName(one), bare(one)])))
  const units = roster.units.map((unit) => ({ unit, full: bare(unit.name) }))
  return names.flatMap((name) => {
    const short = bare(name)
    if (known.has(foldName(name)) || known.has(short)) return []
    const fitting = units.filter(({ full }) => resembles(short, full))
    const [only] = fitting
    return only && fitting.length === 1 ? [{ name, unit: only.unit }] : []
  })
}

/** True where `short` takes some characters of `full` in their order, from its first on, and ends as it does. */
export function resembles(short: string, full: string): boolean {
  const [a, b] = [shortened(short), shortened(full)]
  if (a.length < SHORTEST || b.length > LONGEST || a.length >= full.length || a === full) return false
  if (a === b) return true
  if (a.length >= b.length || a[0] !== b[0] || a[a.length - 1] !== b[b.length - 1]) return false
  let at = 0
  for (const letter of b) if (letter === a[at]) at += 1
  return at === a.length
}

function shortened(name: string): string {
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))
  return ending ? name.replace(ending[0], ending[1]) : name
}
