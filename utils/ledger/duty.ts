// As in deadline.ts: the calendar as data, without the package's own idea of days.
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays } from '../types/day.ts'
import type { DayKind, DutyDay, Missing } from '../types/duty.ts'
import type { Day } from '../types/reading.ts'
import type { Shift, Visit } from '../types/visit.ts'
import { isWorkingDay, type WorkdayTest } from './deadline.ts'

const { holidays, workdays }: { holidays: Record<Day, string>; workdays: Record<Day, string> } = calendar

/** What the duty calendar rests on besides the log itself. */
export interface DutyContext {
  today: Day
  /** The shift that is now. */
  shift: Shift
  /** The first day of the whole log; what lies before it is no gap. */
  since: Day | null
  notes: ReadonlyMap<Day, string>
  isWorking?: WorkdayTest
}

/** Name and kind of a day in the State Council's calendar. */
export function dayKind(day: Day, isWorking: WorkdayTest = isWorkingDay): { kind: DayKind; holiday: string } {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  // "National Day,国庆节,3"
  const named = (entry: string | undefined) => entry?.split(',')[1] ?? ''
  if (isWorking(day)) return weekend ? { kind: 'make-up', holiday: named(workdays[day]) } : { kind: 'work', holiday: '' }
  const holiday = named(holidays[day])
  return holiday || !weekend ? { kind: 'holiday', holiday } : { kind: 'rest', holiday: '' }
}

/**
 * The duty calendar: on a working day (make-up days too) the pages are to be read in the morning and in the afternoon, on any other
 * day once (保定 2023Q1, domain §4.5). A shift is missed when it is over and no line of the log began in it.
 * @param visits lines with their issues, in any order
 */
export function dutyDays(visits: readonly (Visit & { issues: number })[], from: Day, to: Day, context: DutyContext): DutyDay[] {
  const byDay = new Map<Day, (Visit & { issues: number })[]>()
  for (const visit of visits) byDay.set(visit.day, [...(byDay.get(visit.day) ?? []), visit])
  const days: DutyDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(dutyDay(day, byDay.get(day) ?? [], context))
  return days
}

function dutyDay(day: Day, visits: readonly (Visit & { issues: number })[], context: DutyContext): DutyDay {
  const { kind, holiday } = dayKind(day, context.isWorking)
  const sum = (of: (visit: Visit & { issues: number }) => number) => visits.reduce((all, visit) => all + of(visit), 0)
  const inShift = (shift: Shift) => visits.filter((visit) => visit.shift === shift).length
  const wanted: Missing[] = kind === 'work' || kind === 'make-up' ? ['morning', 'afternoon'] : ['once']
  const lacking = wanted.filter((one) => (one === 'once' ? visits.length === 0 : inShift(one) === 0))
  const missing = context.since !== null && day >= context.since ? lacking.filter((one) => isOver(day, one, context)) : []
  return {
    day, kind, holiday,
    morning: inShift('morning'), afternoon: inShift('afternoon'),
    pages: new Set(visits.map(({ address }) => address)).size,
    dwell: sum(({ dwell }) => dwell), findings: sum(({ findings }) => findings), issues: sum(({ issues }) => issues),
    readers: [...new Set(visits.map(({ reader }) => reader))].filter(Boolean),
    missing,
    state: day > context.today ? 'ahead' : context.since === null || day < context.since ? 'before' : missing.length > 0 ? 'gap' : lacking.length > 0 ? 'open' : 'done',
    note: context.notes.get(day) ?? '',
  }
}

function isOver(day: Day, shift: Missing, { today, shift: now }: DutyContext): boolean {
  return day < today || (day === today && shift === 'morning' && now === 'afternoon')
}

/** Shifts asked of days that are over or under way, and how many of them were read. */
export function dutyCount(days: readonly DutyDay[]): { asked: number; done: number } {
  let [asked, done] = [0, 0]
  for (const { kind, state, morning, afternoon, missing } of days) {
    if (state === 'ahead' || state === 'before') continue
    const read = kind === 'work' || kind === 'make-up' ? (morning > 0 ? 1 : 0) + (afternoon > 0 ? 1 : 0) : morning + afternoon > 0 ? 1 : 0
    asked += read + missing.length
    done += read
  }
  return { asked, done }
}
