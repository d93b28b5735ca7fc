import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Day } from '../../../utils/types/reading.ts'
import { minuteOf } from '../../shared/format.ts'
import { WorkLine } from '../settings/WorkLine.tsx'
import type { WorkShown } from '../settings/work.ts'

export interface PackageChoice {
  /** A day, the last export, or null for all. */
  since: Day | 'last' | null
  units: { id: string | null; name: string }[] | null
  pictures: boolean
  password: string
}

export interface ExportPackageProps {
  today: Day
  /** Instant of the last export; null before the first. */
  last: string | null
  units: readonly { id: string; name: string }[]
  work: WorkShown
  onExport: (choice: PackageChoice) => void
  onCancel: () => void
}

/** 导出交换包: since when, whose issues, with pictures or not, with a password or not. */
export function ExportPackage({ today, last, units, work, onExport, onCancel }: ExportPackageProps) {
  const [from, setFrom] = useState<'all' | 'last' | 'day'>('all')
  const [day, setDay] = useState<Day>(today)
  const since = from === 'all' ? null : from === 'last' ? from : day
  const [chosen, setChosen] = useState<(string | null)[] | null>(null)
  const [pictures, setPictures] = useState(true)
  const [password, setPassword] = useState('')
  const all = [...units, { id: null, name: t('common.unitUnknown') }]
  const named = chosen && all.filter(({ id }) => chosen.includes(id)).map(({ id, name }) => ({ id, name }))
  return (
    <section aria-labelledby="team-export">
      <h2 id="team-export">{t('team.package.export')}</h2>
      <p>{t('team.package.exportSays')}</p>
      <fieldset class="server-scope">
        <legend>{t('team.package.sinceWhat')}</legend>
        <label><input type="radio" name="package-since" checked={from === 'all'} onChange={() => setFrom('all')} /> {t('team.package.sinceAll')}</label>
        {last !== null && <label><input type="radio" name="package-since" checked={from === 'last'} onChange={() => setFrom('last')} /> {t('team.package.sinceLast', { at: minuteOf(last) })}</label>}
        <label><input type="radio" name="package-since" checked={from === 'day'} onChange={() => setFrom('day')} /> {t('team.package.sinceDay')}</label>
        {from === 'day' && <input type="date" class="field" aria-label={t('team.package.since')} max={today} value={day} onChange={(event) => setDay(event.currentTarget.value || today)} />}
      </fieldset>
      {units.length > 0 && (
        <fieldset class="server-scope">
          <legend>{t('team.package.units.title')}</legend>
          <label><input type="radio" name="package-units" checked={chosen === null} onChange={() => setChosen(null)} /> {t('team.package.units.all')}</label>
          <label><input type="radio" name="package-units" checked={chosen !== null} onChange={() => setChosen([])} /> {t('team.package.units.some')}</label>
          {chosen && (
            <div class="server-units">
              {all.map(({ id, name }) => (
                <label key={id ?? ''}><input type="checkbox" checked={chosen.includes(id)} onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))} /> {name}</label>
              ))}
            </div>
          )}
        </fieldset>
      )}
      <label class="package-pictures"><input type="checkbox" checked={pictures} onChange={(event) => setPictures(event.currentTarget.checked)} /> {t('team.package.pictures')}</label>
      <label class="label package-password">
        {t('team.package.password')}
        <input type="password" class="field" autocomplete="new-password" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
      </label>
      <div class="actions">
        <button type="button" class="button button-main" disabled={work.progress !== null || named?.length === 0} onClick={() => onExport({ since, units: named, pictures, password })}>{t('team.package.export')}</button>
      </div>
      <WorkLine work={work} onCancel={onCancel} />
    </section>
  )
}
