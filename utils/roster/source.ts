import type { Roster, Unit } from '../types/roster.ts'
import { foldName } from './name.ts'

const PLACE = '\\p{Script=Han}{2,8}?(?:自治县|自治旗|省|市|区|县|旗|州|盟|镇|乡)'
/** A place name, and words after it. */
const PLACED = new RegExp(`^(${PLACE})\\p{Script=Han}{2}`, 'u')
const ONE_PLACE = new RegExp(`^${PLACE}$`, 'u')
/** A place has two to eight characters, and up to three that say what it is. */
const [SHORTEST_PLACE, LONGEST_PLACE] = [3, 11]
/** What stands before the name on pages. */
const LABEL = /^(?:信息来源|文章来源|稿件来源|来源|稿源|供稿|发布机构|发布单位)[:：]/

/** Sources are words of a page, which may be hostile: longer ones name no unit, and what may come before a place is short. */
const LONGEST = 200
const LONGEST_PLACES = 24

/** Finds a unit by the 来源 of a page. */
export type SourceFinder = (source: string) => Unit | null

/**
 * A page's source names a unit when it is the unit's name or alias. Forgiven are spaces, a label before it, and the
 * office's own place: 青禾县财政局 = 县财政局 = 财政局, but never another place's bureau of the same name.
 * Several units at once, or a name that two units share, name none.
 */
export function sourceFinder(roster: Pick<Roster, 'units' | 'sites'>): SourceFinder {
  const place = ownPlace(roster)
  const exact = new Names()
  const placeless = new Names()
  for (const unit of roster.units) {
    for (const name of [unit.name, ...unit.aliases]) {
      exact.add(foldName(name), unit)
      placeless.add(withoutPlace(foldName(name), place), unit)
    }
  }
  const find = (name: string) => exact.find(name) ?? placeless.find(withoutPlace(name, place))
  return (source) => {
    if (source.length > LONGEST) return null
    const label = source.normalize('NFKC').trim().replace(LABEL, '')
    const whole = find(foldName(label))
    if (whole) return whole
    const parts = label.split(/[、,，;；/|\s]+/).filter(Boolean)
    const named = new Set(parts.map((part) => find(foldName(part))))
    const [only] = named
    return named.size === 1 && only ? only : null
  }
}

/** Names of units; one that stands for two units stands for none. */
class Names {
  private readonly units = new Map<string, Unit | null>()

  add(name: string, unit: Unit): void {
    if (!name) return
    const known = this.units.get(name)
    this.units.set(name, known === undefined || known === unit ? unit : null)
  }

  find(name: string): Unit | null {
    return this.units.get(name) ?? null
  }
}

/** The place that most names of the roster begin with: 青禾县; '' where none does. */
export function ownPlace({ units, sites }: Pick<Roster, 'units' | 'sites'>): string {
  const counts = new Map<string, number>()
  for (const { name } of [...units, ...sites]) {
    const place = PLACED.exec(foldName(name).slice(0, 2 * LONGEST_PLACES))?.[1]
    if (place) counts.set(place, (counts.get(place) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** The name without the own place, the larger ones before it, or its level alone (县财政局). */
export function withoutPlace(name: string, place: string): string {
  if (!place) return name
  const at = name.indexOf(place)
  if (at >= 0 && at <= LONGEST_PLACES && name.length > at + place.length && arePlaces(name.slice(0, at))) return name.slice(at + place.length)
  const level = place.slice(-1)
  return name.startsWith(level) && name.length > 2 ? name.slice(1) : name
}

/** One place name after another and nothing else. Not one expression: that would try every way to part a long row of 县. */
function arePlaces(text: string): boolean {
  const ends = new Set([0])
  for (let from = 0; from < text.length; from++) {
    if (!ends.has(from)) continue
    for (let to = from + SHORTEST_PLACE; to <= Math.min(text.length, from + LONGEST_PLACE); to++) if (ONE_PLACE.test(text.slice(from, to))) ends.add(to)
  }
  return ends.has(text.length)
}
