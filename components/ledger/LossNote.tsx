import { t } from '../../utils/locale.ts'
import type { LedgerLoss } from '../../utils/types/loss.ts'
import { WorkLine } from './settings/WorkLine.tsx'
import type { WorkShown } from './settings/work.ts'

export interface LossNoteProps {
  /** Null: nothing is missing. */
  loss: LedgerLoss | null
  work: WorkShown
  onExport: () => void
  onCancel: () => void
  onSeen: () => void
}

/** Above every view where the browser has lost part of the ledger: what is missing, what is left, and what to do. */
export function LossNote({ loss, work, onExport, onCancel, onSeen }: LossNoteProps) {
  if (!loss) return null
  return (
    <div class="loss" role="alert">
      <div class="view-note note-full">
        <span class="note-says">
          {t(loss.from === loss.to ? 'storage.loss.one' : 'storage.loss.says', { from: loss.from, to: loss.to, left: loss.left })} {t('storage.loss.todo', { next: loss.to + 1 })}
        </span>
        <a class="button button-small button-main" href="#/settings/storage">{t('storage.loss.restore')}</a>
        {loss.left > 0 && <button type="button" class="button button-small" disabled={work.progress !== null} onClick={onExport}>{t('storage.broken.export')}</button>}
        <button type="button" class="button button-small" onClick={onSeen}>{t('storage.loss.seen')}</button>
      </div>
      <WorkLine work={work} onCancel={onCancel} />
    </div>
  )
}
