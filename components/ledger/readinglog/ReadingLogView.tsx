import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { DutyMonth } from '../../../utils/types/duty.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import type { HandVisit } from '../../../utils/types/visit.ts'
import { DayLog, type DayLogProps } from './DayLog.tsx'
import { DutyCalendar } from './DutyCalendar.tsx'
import { LogHead, type LogHeadProps } from './LogHead.tsx'
import { VisitForm } from './VisitForm.tsx'

export interface ReadingLogViewProps extends Omit<LogHeadProps, 'duty' | 'onAdd'>, Omit<DayLogProps, 'day'> {
  /** null while it is read. */
  duty: DutyMonth | null
  /** The day whose lines are shown. */
  chosen: Day
  today: Day
  reader: string
  units: readonly Unit[]
  onChoose: (day: Day) => void
  onAddVisit: (fields: HandVisit) => void
}

/** 读网记录: the duty calendar of a month and the lines of a day. */
export function ReadingLogView(props: ReadingLogViewProps) {
  const { duty, chosen } = props
  const [adding, setAdding] = useState(false)
  if (duty === null) return <p class="sheet-busy" role="status">{t('readinglog.loading')}</p>
  const day = duty.days.find((one) => one.day === chosen)
  const empty = duty.days.every(({ state, pages }) => pages === 0 && (state === 'before' || state === 'ahead'))
  return (
    <>
      <LogHead {...props} duty={duty} onAdd={() => setAdding(true)} />
      {adding && (
        <VisitForm
          day={chosen}
          today={props.today}
          reader={props.reader}
          units={props.units}
          onCancel={() => setAdding(false)}
          onSave={(fields) => {
            setAdding(false)
            props.onAddVisit(fields)
          }}
        />
      )}
      {empty && (
        <div class="box log-empty">
          <b>{t('readinglog.empty.title')}</b>
          <p>{t('readinglog.empty.says')}</p>
        </div>
      )}
      <DutyCalendar duty={duty} chosen={chosen} onChoose={props.onChoose} />
      {day && <DayLog {...props} day={day} />}
    </>
  )
}
