import { t } from '../../../utils/locale.ts'
import { count, size } from '../../shared/format.ts'

export type SpaceLevelName = 'ok' | 'warn' | 'full'

export interface StorageUsedProps {
  /** Bytes; null where the browser does not say. */
  estimate: { used: number; quota: number } | null
  level: SpaceLevelName
  use: readonly { kind: string; count: number; bytes: number }[]
  persisted: boolean
  /** Link verdicts that may be cleared, and their age in days. */
  old: { count: number; days: number }
  onKeep: () => void
  onThin: () => void
}

/** What is stored, how much room is left, and whether the browser keeps it. */
export function StorageUsed(props: StorageUsedProps) {
  const { estimate, level, old } = props
  return (
    <section aria-labelledby="set-storage">
      <h2 id="set-storage">{t('storage.used.title')}</h2>
      {estimate ? (
        <>
          <p>{t('storage.used.says', { used: size(estimate.used), quota: size(estimate.quota), left: size(Math.max(0, estimate.quota - estimate.used)) })}</p>
          <progress class={`progress progress-${level}`} aria-labelledby="set-storage" max={Math.max(1, estimate.quota)} value={estimate.used} />
          {level !== 'ok' && <p class={`space-${level}`}>{t(`storage.level.${level}`, { percent: Math.floor((estimate.used / estimate.quota) * 100) })}</p>}
        </>
      ) : (
        <p>{t('storage.used.unknown')}</p>
      )}
      <table class="table used">
        <caption class="sr-only">{t('storage.used.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('storage.used.kind')}</th>
            <th scope="col" class="table-number">{t('storage.used.count')}</th>
            <th scope="col" class="table-number">{t('storage.used.size')}</th>
          </tr>
        </thead>
        <tbody>
          {props.use.map((one) => (
            <tr key={one.kind}>
              <th scope="row">{t(`storage.used.kinds.${one.kind}`)}</th>
              <td class="table-number">{count(one.count)}</td>
              <td class="table-number">{size(one.bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="setting-line">
        <p>{t(props.persisted ? 'storage.keep.on' : 'storage.keep.off')}</p>
        {!props.persisted && <button type="button" class="button" onClick={props.onKeep}>{t('storage.keep.ask')}</button>}
      </div>
      {old.count > 0 && (
        <div class="setting-line">
          <p>{t('storage.thin.says', { count: count(old.count), days: old.days })}</p>
          <button type="button" class="button" onClick={props.onThin}>{t('storage.thin.do')}</button>
        </div>
      )}
    </section>
  )
}
