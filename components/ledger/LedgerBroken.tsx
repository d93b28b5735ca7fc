import { t } from '../../utils/locale.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import { Problem } from '../shared/Problem.tsx'
import { WorkLine } from './settings/WorkLine.tsx'
import type { WorkShown } from './settings/work.ts'

/** Why the ledger does not open. `broken`: refused by the browser, damaged, or of a newer version. */
export type Trouble = { kind: 'blocked' | 'outdated' } | { kind: 'broken'; says: Phrase; detail: string }

export interface LedgerBrokenProps {
  trouble: Trouble
  work: WorkShown
  onReload: () => void
  onExport: () => void
  onCancel: () => void
}

/** In place of the ledger where it cannot be opened: what is the matter, and how to save what can be read. */
export function LedgerBroken(props: LedgerBrokenProps) {
  const { trouble, work } = props
  if (trouble.kind !== 'broken') {
    return (
      <main class="sheet broken">
        <p role="alert">{t(`storage.broken.${trouble.kind}`)}</p>
        <div class="actions"><button type="button" class="button button-main" onClick={props.onReload}>{t('storage.broken.reload')}</button></div>
      </main>
    )
  }
  return (
    <main class="sheet broken">
      <h1>{t('storage.broken.title')}</h1>
      <Problem says={trouble.says} />
      <p>{t('storage.broken.says')}</p>
      {trouble.detail && <p class="sheet-hint">{t('storage.broken.why', { detail: trouble.detail })}</p>}
      <div class="actions">
        <button type="button" class="button button-main" onClick={props.onReload}>{t('common.retry')}</button>
        <button type="button" class="button" disabled={work.progress !== null} onClick={props.onExport}>{t('storage.broken.export')}</button>
      </div>
      <WorkLine work={work} onCancel={props.onCancel} />
    </main>
  )
}
