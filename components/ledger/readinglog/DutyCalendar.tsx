import { t } from '../../../utils/locale.ts'
import type { DutyDay, DutyMonth, Missing } from '../../../utils/types/duty.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { monthName } from './LogHead.tsx'

export interface DutyCalendarProps {
  duty: DutyMonth
  chosen: Day
  onChoose: (day: Day) => void
}

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const

/** The month by weeks: each day with its shifts, what was missed marked in words. */
export function DutyCalendar({ duty, chosen, onChoose }: DutyCalendarProps) {
  return (
    <table class="calendar" aria-label={t('readinglog.calendar', { month: monthName(duty.month) })}>
      <thead>
        <tr>{WEEK.map((day) => <th key={day} scope="col">{t(`readinglog.weekday.${day}`)}</th>)}</tr>
      </thead>
      <tbody>
        {weeksOf(duty.days).map((week, n) => (
          <tr key={n}>
            {week.map((day, at) => <td key={at} class={day ? `calendar-day calendar-${day.kind} calendar-${day.state}-day` : 'calendar-none'}>{day && <OneDay day={day} chosen={day.day === chosen} onChoose={onChoose} />}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OneDay({ day, chosen, onChoose }: { day: DutyDay; chosen: boolean; onChoose: (day: Day) => void }) {
  const kind = kindWords(day)
  return (
    <button type="button" class="calendar-button" aria-pressed={chosen} onClick={() => onChoose(day.day)}>
      <span class="calendar-head">
        <b><span class="sr-only">{monthName(day.day.slice(0, 7))}</span>{Number(day.day.slice(8))}</b>
        <span class={day.kind === 'work' ? 'sr-only' : 'calendar-kind'}>{kind}</span>
        <span class="sr-only">{t(`readinglog.dayOf.${day.state}`)}</span>
      </span>
      <span class="calendar-lines">
        {day.morning > 0 && <span class="calendar-read">{t('readinglog.read', { shift: t('readinglog.shift.morning'), count: day.morning })}</span>}
        {day.missing.includes('morning') && <Gap day={day} missing="morning" />}
        {day.afternoon > 0 && <span class="calendar-read">{t('readinglog.read', { shift: t('readinglog.shift.afternoon'), count: day.afternoon })}</span>}
        {day.missing.filter((one) => one !== 'morning').map((one) => <Gap key={one} day={day} missing={one} />)}
      </span>
    </button>
  )
}

function Gap({ day, missing }: { day: DutyDay; missing: Missing }) {
  return <span class={day.note ? 'calendar-gap calendar-noted' : 'calendar-gap'}>{missedWords(missing)}{day.note ? ` ${t('readinglog.noted')}` : ''}</span>
}

export function missedWords(missing: Missing): string {
  return t('readinglog.missed', { shift: t(`readinglog.shift.${missing}`) })
}

/** 国庆节, 调休上班, 休息日 … Names of holidays are Chinese in both languages, as notices give them. */
export function kindWords({ kind, holiday }: DutyDay): string {
  return kind === 'holiday' && holiday ? holiday : t(`readinglog.kind.${kind}`)
}

/** Weeks from Monday on; null outside the month. */
function weeksOf(days: readonly DutyDay[]): (DutyDay | null)[][] {
  const first = days[0] ? (new Date(`${days[0].day}T00:00:00Z`).getUTCDay() + 6) % 7 : 0
  const cells: (DutyDay | null)[] = [...Array<null>(first).fill(null), ...days]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7))
}
