import { t } from '../../../utils/locale.ts'
import { size } from '../../shared/format.ts'

export interface StorageUsedProps {
  /** Bytes; null where the browser does not say. */
  storage: { used: number; quota: number; issues: number; shots: number } | null
}

/** What is stored and how much room is left. */
export function StorageUsed({ storage }: StorageUsedProps) {
  if (!storage) return null
  return (
    <section aria-labelledby="set-storage">
      <h2 id="set-storage">{t('ledger.settings.storage')}</h2>
      <p>{t('ledger.settings.storageSays', { issues: storage.issues, shots: storage.shots, used: size(storage.used), quota: size(storage.quota) })}</p>
      <progress class="progress" aria-labelledby="set-storage" max={storage.quota} value={storage.used} />
    </section>
  )
}
