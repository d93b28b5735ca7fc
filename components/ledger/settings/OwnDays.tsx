import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { OwnCalendar } from '../../../utils/types/calendar.ts'
import type { Day } from '../../../utils/types/reading.ts'

type Kind = keyof OwnCalendar

const KINDS: readonly Kind[] = ['holidays', 'workdays']

export interface OwnDaysProps {
  own: OwnCalendar
  /** Years near at hand whose holidays are not known. */
  unknownYears: readonly number[]
  /** Reads a pasted text; plain dates are of the kind `otherwise`. */
  onRead: (text: string, otherwise: Kind) => OwnCalendar & { unread: string[] }
  onAdd: (days: OwnCalendar) => void
  onRemove: (day: Day) => void
}

/** 节假日: days that the office adds to the State Council's calendar, one by one or as a pasted notice. */
export function OwnDays({ own, unknownYears, onRead, onAdd, onRemove }: OwnDaysProps) {
  const [day, setDay] = useState('')
  const [kind, setKind] = useState<Kind>('holidays')
  const [text, setText] = useState('')
  const [read, setRead] = useState<ReturnType<OwnDaysProps['onRead']> | null>(null)
  const days = [...own.holidays.map((one) => ({ day: one, kind: KINDS[0]! })), ...own.workdays.map((one) => ({ day: one, kind: KINDS[1]! }))].sort((a, b) => (a.day < b.day ? -1 : 1))
  const count = read ? read.holidays.length + read.workdays.length : 0
  return (
    <section aria-labelledby="set-own-days">
      <h2 id="set-own-days">{t('reminder.days.title')}</h2>
      <p>{t('reminder.days.says')}</p>
      {unknownYears.length > 0 && <p class="warned">{t('reminder.days.unknown', { years: unknownYears.join(t('common.listComma')) })}</p>}
      <form
        class="own-day"
        onSubmit={(event) => {
          event.preventDefault()
          if (!day) return
          onAdd({ holidays: [], workdays: [], [kind]: [day] })
          setDay('')
        }}
      >
        <label class="label">
          {t('reminder.days.day')}
          <input class="field" type="date" min="2000-01-01" max="2199-12-31" value={day} onInput={(event) => setDay(event.currentTarget.validity.valid ? event.currentTarget.value : '')} />
        </label>
        <label class="label">
          {t('reminder.days.kind')}
          <select class="field" value={kind} onChange={(event) => setKind(event.currentTarget.value as Kind)}>
            {KINDS.map((one) => <option key={one} value={one}>{t(`reminder.days.${one}`)}</option>)}
          </select>
        </label>
        <button type="submit" class="button" disabled={!day}>{t('reminder.days.add')}</button>
      </form>
      <form
        class="own-paste"
        onSubmit={(event) => {
          event.preventDefault()
          setRead(onRead(text, kind))
        }}
      >
        <label class="label">
          {t('reminder.days.paste')}
          <textarea
            class="field"
            rows={3}
            maxLength={20_000}
            aria-describedby="own-paste-says"
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value)
              setRead(null)
            }}
          />
        </label>
        <p class="quiet" id="own-paste-says">{t('reminder.days.pasteSays')}</p>
        <button type="submit" class="button" disabled={!text.trim()}>{t('reminder.days.read')}</button>
      </form>
      <div role="status">
        {read && (
          <div class="own-read">
            <p>{count > 0 ? t('reminder.days.found', { holidays: read.holidays.length, workdays: read.workdays.length }) : t('reminder.days.nothing')}</p>
            {KINDS.map((one) => read[one].length > 0 && <p key={one}>{t(`reminder.days.${one}`)} {read[one].join(t('common.listComma'))}</p>)}
            {read.unread.map((one) => <p key={one} class="warned">{t('reminder.days.unread', { text: one })}</p>)}
            {count > 0 && (
              <button
                type="button"
                class="button button-main"
                onClick={() => {
                  onAdd({ holidays: read.holidays, workdays: read.workdays })
                  setRead(null)
                  setText('')
                }}
              >
                {t('reminder.days.import', { count })}
              </button>
            )}
          </div>
        )}
      </div>
      <h3>{t('reminder.days.list', { count: days.length })}</h3>
      {days.length === 0 && <p class="quiet">{t('reminder.days.none')}</p>}
      <ul class="own-days">
        {days.map((one) => (
          <li key={one.day}>
            {t('reminder.days.one', { day: one.day, kind: t(`reminder.days.${one.kind}`) })}
            <button type="button" class="button button-small" aria-label={t('reminder.days.remove', { day: one.day })} onClick={() => onRemove(one.day)}>✕</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
