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
 * `more`: units that a file brings along, which a name may mean as well.
 */
export function likenesses(names: readonly string[], { units, sites }: Pick<Roster, 'units' | 'sites'>, more: readonly Unit[] = []): Likeness[] {
  const place = ownPlace({ units: [...units, ...more], sites: [...sites] })
  const bare = (name: string) => withoutPlace(foldName(name), place)
  const known = new Set(units.flatMap(({ name, aliases }) => [name, ...aliases].flatMap((one) => [foldName(one), bare(one)])))
  const byFirst = new Map<string, { unit: Unit; full: string }[]>()
  for (const unit of [...units, ...more]) {
    const full = bare(unit.name)
    for (const first of new Set([full[0] ?? '', shortened(full)[0] ?? ''])) byFirst.set(first, [...(byFirst.get(first) ?? []), { unit, full }])
  }
  return names.flatMap((name) => {
    const short = bare(name)
    if (known.has(foldName(name)) || known.has(short)) return []
    const fitting = (byFirst.get(shortened(short)[0] ?? '') ?? []).filter(({ full }) => resembles(short, full))
    const [only] = fitting
    return only && fitting.length === 1 ? [{ name, unit: only.unit }] : []
  })
}

/** True where `short` takes some characters of `full` in their order, from its first on, and ends as it does. */
export function resembles(short: string, full: string): boolean {
  const name = shortened(short)
  if (name.length < SHORTEST || short.length >= full.length || full.length > LONGEST) return false
  return name === shortened(full) || [full, shortened(full)].some((one) => isTakenFrom(name, one))
}

function isTakenFrom(name: string, full: string): boolean {
  if (name.length >= full.length || name[0] !== full[0] || name[name.length - 1] !== full[full.length - 1]) return false
  let at = 0
  for (const letter of full) if (letter === name[at]) at += 1
  return at === name.length
}

function shortened(name: string): string {
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))
  return ending ? name.replace(ending[0], ending[1]) : name
}
