import { useLayoutEffect, useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { DutyDay, LoggedVisit } from '../../../utils/types/duty.ts'
import { duration } from '../rounds/names.ts'
import { kindWords, missedWords } from './DutyCalendar.tsx'
import { VisitTable } from './VisitTable.tsx'

export interface DayLogProps {
  day: DutyDay
  visits: readonly LoggedVisit[]
  onNoteDay: (note: string) => void
  onNote: (visit: LoggedVisit, note: string) => void
  onRemove: (ids: string[]) => void
  onOpen: (url: string) => void
}

/** One day of the log: its lines, what was missed and why. */
export function DayLog(props: DayLogProps) {
  const { day, visits } = props
  return (
    <section class="check-part" aria-labelledby="log-day">
      <div class="round-title">
        <h2 id="log-day">{t('readinglog.day.title', { day: day.day, kind: kindWords(day) })}</h2>
        {visits.length > 0 && <span class="box-more">{t('readinglog.day.says', { pages: day.pages, dwell: duration(day.dwell), findings: day.findings, issues: day.issues })}</span>}
      </div>
      {(day.missing.length > 0 || day.note) && <DayNote key={day.day} day={day} onNoteDay={props.onNoteDay} />}
      {visits.length === 0 ? <p class="box-more">{t('readinglog.day.nothing')}</p> : <VisitTable {...props} key={`lines ${day.day}`} />}
    </section>
  )
}

function DayNote({ day, onNoteDay }: { day: DutyDay; onNoteDay: (note: string) => void }) {
  const [note, setNote] = useState(day.note)
  useLayoutEffect(() => setNote(day.note), [day.note])
  return (
    <form
      class="note log-gap"
      onSubmit={(event) => {
        event.preventDefault()
        onNoteDay(note)
      }}
    >
      {day.missing.length > 0 && <b>{t('readinglog.day.gap', { missing: day.missing.map(missedWords).join(t('common.listComma')) })}</b>}
      <label class="label log-gap-note">
        {t('readinglog.day.note')}
        <input class="field" maxLength={200} value={note} placeholder={t('readinglog.day.notePlaceholder')} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <button type="submit" class="button" disabled={note.trim() === day.note}>{t('readinglog.day.save')}</button>
    </form>
  )
}
