import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'

export interface BulletinBoxProps {
  /** The newest first. */
  quarters: readonly { year: number; quarter: number }[]
  area: string
  signer: string
  busy: boolean
  onNames: (names: { area: string; signer: string }) => void
  onExport: (quarter: { year: number; quarter: number }) => void
}

/** 通报: a quarter's bulletin as a document to be finished by hand. */
export function BulletinBox({ quarters, area, signer, busy, onNames, onExport }: BulletinBoxProps) {
  const [at, setAt] = useState(0)
  const chosen = quarters[at]
  return (
    <section class="box" aria-labelledby="export-bulletin">
      <h2 id="export-bulletin" class="box-title">{t('export.bulletin.title')}</h2>
      <p class="box-more">{t('export.bulletin.says')}</p>
      <div class="export-line">
        <label class="label">
          {t('export.bulletin.quarter')}
          <select class="field" value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
            {quarters.map((one, n) => <option key={n} value={n}>{t('export.bulletin.of', one)}</option>)}
          </select>
        </label>
        <label class="label">
          {t('export.bulletin.area')}
          <input key={area} class="field" defaultValue={area} maxLength={30} onChange={(event) => onNames({ area: event.currentTarget.value.trim(), signer })} />
        </label>
        <label class="label">
          {t('export.bulletin.signer')}
          <input key={signer} class="field" defaultValue={signer} maxLength={40} onChange={(event) => onNames({ area, signer: event.currentTarget.value.trim() })} />
        </label>
      </div>
      <div class="actions">
        <button type="button" class="button" disabled={busy || !chosen} onClick={() => chosen && onExport(chosen)}>{t('export.bulletin.make')}</button>
      </div>
    </section>
  )
}
