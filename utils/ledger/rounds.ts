import { quarterDays, weekDays } from '../lists/spans.ts'
import { dayInShanghai, weekName, weekNamed, weekOfDay } from '../lists/week.ts'
import type { Day } from '../types/reading.ts'
import type { Round } from '../types/round.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerDb } from './db.ts'
import { firstFound } from './found.ts'

/** The week's round of a day, as it is before anyone changed it. */
export function weekRound(day: Day): Round {
  const week = weekOfDay(day)
  return { id: weekName(week), kind: 'week', name: '', ...weekDays(week), closedAt: null }
}

/** The calendar quarter's round of a day, as it is before anyone changed it. */
export function quarterRound(day: Day): Round {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  return { id: `${day.slice(0, 4)}-Q${quarter}`, kind: 'quarter', name: '', ...quarterDays(Number(day.slice(0, 4)), quarter), closedAt: null }
}

/** The week or quarter that an id names; null for anything else. */
export function naturalRound(id: string): Round | null {
  const week = weekNamed(id)
  if (week) return weekRound(weekDays(week).from)
  const found = /^(\d{4})-Q([1-4])$/.exec(id)
  return found ? quarterRound(`${found[1]}-${String(Number(found[2]) * 3).padStart(2, '0')}-01`) : null
}

/** A round as it stands; null where there is none of this id. */
export async function roundOf(db: LedgerDb, id: string): Promise<Round | null> {
  return (await db.rounds.get(id)) ?? naturalRound(id)
}

/**
 * All rounds from the first day on which something was read or found until today, and those that a person made, the latest first.
 * Of two that end on one day the longer comes first.
 */
export async function roundsUntil(db: LedgerDb, today: Day): Promise<Round[]> {
  const [kept, first] = await Promise.all([db.rounds.toArray(), firstDay(db, today)])
  const rounds = new Map<string, Round>()
  for (let day = weekRound(today).from; day >= weekRound(first).from; day = addWeek(day, -1)) {
    for (const round of [weekRound(day), quarterRound(day), quarterRound(weekRound(day).to)]) {
      if (round.from <= today && round.to >= first) rounds.set(round.id, round)
    }
  }
  for (const round of kept) rounds.set(round.id, round)
  return [...rounds.values()].sort((a, b) => (a.to === b.to ? (a.from < b.from ? -1 : 1) : a.to < b.to ? 1 : -1))
}

/** Rounds that are not as they come: made, named or moved by a person; the latest first. */
export async function ownRounds(db: LedgerDb): Promise<Round[]> {
  const kept = await db.rounds.orderBy('to').reverse().toArray()
  return kept.filter(({ id, name, from, to }) => {
    const natural = naturalRound(id)
    return !natural || name !== '' || from !== natural.from || to !== natural.to
  })
}

/** Changes a round: its name, its span, or that it is closed. A week or quarter that is as it was by itself is not kept. */
export async function changeRound({ db }: Pick<Ledger, 'db'>, id: string, change: Partial<Pick<Round, 'name' | 'from' | 'to' | 'closedAt'>>): Promise<Round> {
  return db.transaction('rw', db.rounds, async () => {
    const before = await roundOf(db, id)
    if (!before) throw new RangeError(`no such round: ${id}`)
    const after = { ...before, ...change }
    const natural = naturalRound(id)
    if (natural && JSON.stringify(inOrder(natural)) === JSON.stringify(inOrder(after))) await db.rounds.delete(id)
    else await db.rounds.put(after)
    return after
  })
}

/** Adds a round with a span of its own. */
export async function addRound({ db, newId }: Pick<Ledger, 'db' | 'newId'>, { name, from, to }: Pick<Round, 'name' | 'from' | 'to'>): Promise<Round> {
  const round: Round = { id: newId(), kind: 'span', name, from, to, closedAt: null }
  await db.rounds.put(round)
  return round
}

function inOrder({ id, kind, name, from, to, closedAt }: Round): unknown[] {
  return [id, kind, name, from, to, closedAt]
}

async function firstDay(db: LedgerDb, today: Day): Promise<Day> {
  const [visit, reading, issue] = await Promise.all([db.visits.orderBy('day').first(), db.readings.orderBy('week').first(), firstFound(db)])
  const days = [visit?.day, reading?.day, issue !== null && dayInShanghai(issue)].filter((day): day is Day => day !== undefined)
  return days.reduce((first, day) => (day < first ? day : first), today)
}

function addWeek(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 7 * 86_400_000).toISOString().slice(0, 10)
}
