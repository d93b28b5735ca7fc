import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { Status } from '../../../utils/types/issue.ts'
import type { Unit } from '../../../utils/types/roster.ts'
import { count } from '../../shared/format.ts'
import { BulkFields, type BulkFieldsProps } from './BulkFields.tsx'
import { BulkStatus, type StatusOfMany } from './BulkStatus.tsx'

export type BulkPanel = 'status' | 'fields' | 'merge' | 'delete' | null

export interface BulkBarProps {
  /** Issues ticked. */
  chosen: number
  /** Issues shown. */
  matching: number
  /** For each status, how many of the ticked ones may become it, and which may not. */
  statuses: readonly StatusOfMany[]
  units: readonly Unit[]
  /** Which panel is open: S, E and Del open one from the rows. `merge` and `delete` ask once more, although both can be undone. */
  panel: BulkPanel
  /** True while a change is being written. */
  busy: boolean
  /** What other parts of the ledger do with many issues. */
  more?: readonly { id: string; label: Phrase; onRun: () => void }[]
  onPanel: (panel: BulkPanel) => void
  onAll: () => void
  onNone: () => void
  onStatus: (status: Status, reason: string) => void
  onFields: BulkFieldsProps['onFields']
  onMerge: () => void
  onDelete: () => void
}

/** What can be done with the ticked issues; everything can be undone. */
export function BulkBar(props: BulkBarProps) {
  const { chosen, matching, panel, busy } = props
  const asking = panel === 'merge' || panel === 'delete' ? panel : null
  const toggle = (name: BulkPanel) => props.onPanel(panel === name ? null : name)
  return (
    <section
      class="many"
      aria-label={t('issuelist.bulk.name')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (panel) props.onPanel(null)
        else props.onNone()
      }}
    >
      <div class="many-line">
        <b role="status">{busy ? t('issuelist.bulk.busy', { count: count(chosen) }) : t('issuelist.bulk.chosen', { count: count(chosen) })}</b>
        {chosen < matching && <button type="button" class="button button-small button-plain" disabled={busy} onClick={props.onAll}>{t('issuelist.bulk.all', { count: count(matching) })}</button>}
        <button type="button" class="button button-small" aria-expanded={panel === 'status'} aria-keyshortcuts="S" disabled={busy} onClick={() => toggle('status')}>{t('ledger.life.title')}</button>
        <button type="button" class="button button-small" aria-expanded={panel === 'fields'} aria-keyshortcuts="E" disabled={busy} onClick={() => toggle('fields')}>{t('issuelist.bulk.fields')}</button>
        {(props.more ?? []).map(({ id, label, onRun }) => <button key={id} type="button" class="button button-small" disabled={busy} onClick={onRun}>{t(label.key, label.params)}</button>)}
        <button type="button" class="button button-small" disabled={busy || chosen < 2} title={t('issuelist.bulk.mergeSays')} aria-expanded={panel === 'merge'} onClick={() => toggle('merge')}>{t('issuelist.bulk.merge')}</button>
        <button type="button" class="button button-small button-danger" aria-expanded={panel === 'delete'} aria-keyshortcuts="Delete" disabled={busy} onClick={() => toggle('delete')}>{t('ledger.detail.delete')}</button>
        <button type="button" class="button button-small button-plain" disabled={busy} onClick={props.onNone}>{t('issuelist.bulk.none')}</button>
      </div>
      {asking && (
        <div class="many-line" role="group" aria-label={t(`issuelist.bulk.${asking}Asks`, { count: count(chosen) })}>
          <span>{t(`issuelist.bulk.${asking}Asks`, { count: count(chosen) })}</span>
          <button type="button" class="button button-small button-danger" ref={focused} onClick={() => (asking === 'merge' ? props.onMerge() : props.onDelete())}>
            {t(asking === 'merge' ? 'issuelist.bulk.merge' : 'ledger.detail.delete')}
          </button>
          <button type="button" class="button button-small" onClick={() => props.onPanel(null)}>{t('common.cancel')}</button>
        </div>
      )}
      {panel === 'status' && <BulkStatus statuses={props.statuses} busy={busy} onStatus={props.onStatus} />}
      {panel === 'fields' && <BulkFields units={props.units} busy={busy} onFields={props.onFields} />}
    </section>
  )
}

function focused(button: HTMLElement | null): void {
  button?.focus()
}
