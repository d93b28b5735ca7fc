import { t } from '../../../utils/locale.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'
import { count, minuteOf } from '../../shared/format.ts'
import { FileChoice } from './FileChoice.tsx'
import { WorkLine } from './WorkLine.tsx'
import type { WorkShown } from './work.ts'

/** A file that was checked: what is in it, against what is here. */
export interface RestorePreview {
  kind: 'backup' | 'archive' | 'rescue'
  /** Instant, ISO 8601 UTC. */
  madeAt: string
  /** Pictures that were gone when it was written. */
  missing: number
  rows: readonly { name: string; inFile: number; here: number }[]
}

export interface RestoreBoxProps {
  preview: RestorePreview | null
  work: WorkShown
  onFile: (file: File) => void
  onRestore: (mode: 'replace' | 'add') => void
  onLeave: () => void
  onCancel: () => void
}

/** 恢复: first the whole file is checked, then a person sees what is in it and chooses. */
export function RestoreBox(props: RestoreBoxProps) {
  const { preview, work } = props
  const busy = work.progress !== null
  return (
    <section aria-labelledby="set-restore">
      <h2 id="set-restore">{t('storage.restore.title')}</h2>
      <p>{t('storage.restore.says')}</p>
      <div class="actions">
        <FileChoice label={t('storage.restore.choose')} accept=".zip,application/zip" disabled={busy} onFile={props.onFile} />
      </div>
      {preview && !busy && <Preview {...props} preview={preview} />}
      <WorkLine work={work} onCancel={props.onCancel} />
    </section>
  )
}

function Preview({ preview, onRestore, onLeave }: RestoreBoxProps & { preview: RestorePreview }) {
  const here = preview.rows.find(({ name }) => name === 'issues')?.here ?? 0
  return (
    <div class="box" role="group" aria-label={t('storage.restore.caption')}>
      <p>{t(`storage.restore.kind.${preview.kind}`, { at: minuteOf(preview.madeAt) })}</p>
      <table class="table used">
        <caption class="sr-only">{t('storage.restore.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('storage.used.kind')}</th>
            <th scope="col" class="table-number">{t('storage.restore.inFile')}</th>
            <th scope="col" class="table-number">{t('storage.restore.here')}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{t(`storage.restore.row.${row.name}`)}</th>
              <td class="table-number">{count(row.inFile)}</td>
              <td class="table-number">{count(row.here)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.missing > 0 && <p>{t('storage.restore.missing', { count: preview.missing })}</p>}
      {preview.kind !== 'archive' && <p>{t('storage.restore.addSays')}</p>}
      <div class="actions">
        <button type="button" class="button button-main" onClick={() => onRestore('add')}>{t('storage.restore.add')}</button>
        {/* Old weeks alone are no ledger. */}
        {preview.kind !== 'archive' && <ConfirmButton label={t('storage.restore.replace')} asks={t('storage.restore.replaceAsks', { issues: count(here) })} onConfirm={() => onRestore('replace')} />}
        <button type="button" class="button" onClick={onLeave}>{t('storage.restore.leave')}</button>
      </div>
    </div>
  )
}
