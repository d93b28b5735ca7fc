import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { LoggedVisit } from '../../../utils/types/duty.ts'
import { count, minuteOf } from '../../shared/format.ts'
import { duration } from '../rounds/names.ts'
import type { DayLogProps } from './DayLog.tsx'

const NUMBERS = ['dwell', 'findings', 'issues'] as const

/** The lines of a day: choose some to delete, note something beside one. */
export function VisitTable({ visits, onNote, onRemove, onOpen }: Pick<DayLogProps, 'visits' | 'onNote' | 'onRemove' | 'onOpen'>) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const here = visits.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const choose = (ids: readonly string[], on: boolean) => setChosen(new Set([...here.filter((id) => !ids.includes(id)), ...(on ? ids : [])]))
  return (
    <>
      <div class="actions log-choice">
        <label class="label"><input type="checkbox" checked={here.length === visits.length} onChange={(event) => choose(visits.map(({ id }) => id), event.currentTarget.checked)} /> {t('readinglog.selectAll')}</label>
        {here.length > 0 && <button type="button" class="button button-small button-danger" onClick={() => onRemove(here)}>{t('readinglog.removeSelected', { count: here.length })}</button>}
      </div>
      <div class="log-scroll" tabIndex={0} role="region" aria-label={t('readinglog.lines')}>
        <table class="table log-table" aria-labelledby="log-day">
          <thead>
            <tr>
              <th scope="col"><span class="sr-only">{t('readinglog.column.select')}</span></th>
              {(['time', 'reader', 'unit', 'place', 'page'] as const).map((one) => <th key={one} scope="col">{t(`readinglog.column.${one}`)}</th>)}
              {NUMBERS.map((one) => <th key={one} scope="col" class="table-number">{t(`readinglog.column.${one}`)}</th>)}
              <th scope="col">{t('readinglog.column.note')}</th>
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => <Line key={visit.id} visit={visit} chosen={chosen.has(visit.id)} onChoose={(on) => choose([visit.id], on)} onNote={onNote} onOpen={onOpen} />)}
          </tbody>
        </table>
      </div>
    </>
  )
}

interface LineProps extends Pick<DayLogProps, 'onNote' | 'onOpen'> {
  visit: LoggedVisit
  chosen: boolean
  onChoose: (on: boolean) => void
}

function Line({ visit, chosen, onChoose, onNote, onOpen }: LineProps) {
  const { shift, startedAt, by, reader, unitName, siteName, columnName, title, url, dwell, findings, issues, note } = visit
  const name = title || columnName || url
  const place = [siteName, columnName].filter(Boolean).join(' · ')
  return (
    <tr>
      <td><input type="checkbox" checked={chosen} aria-label={t('readinglog.selectOne', { name })} onChange={(event) => onChoose(event.currentTarget.checked)} /></td>
      <td class="log-time">{by === 'hand' ? t('readinglog.by.hand') : minuteOf(startedAt).slice(11)} <span class="box-more">{t(`readinglog.shift.${shift}`)}</span></td>
      <td>{reader || t('readinglog.noName')}</td>
      <td>{unitName}</td>
      <td>{place}</td>
      <td>{url ? <button type="button" class="button button-plain table-open log-page" title={url} aria-label={t('readinglog.openPage', { name })} onClick={() => onOpen(url)}>{title || url}</button> : title}</td>
      <td class="table-number">{dwell > 0 ? duration(dwell) : '—'}</td>
      <td class="table-number">{count(findings)}</td>
      <td class="table-number">{count(issues)}</td>
      <td><input class="field log-note" maxLength={200} value={note} aria-label={t('readinglog.noteOf', { name })} onChange={(event) => onNote(visit, event.currentTarget.value.trim())} /></td>
    </tr>
  )
}
