import { t } from '../../utils/locale.ts'
import type { Glance } from '../../utils/types/glance.ts'
import { BrokenIndex } from '../shared/BrokenIndex.tsx'
import type { FindingCallbacks } from '../shared/FindingActions.tsx'
import { FindingList } from '../shared/FindingList.tsx'
import { FreshnessLine } from '../shared/FreshnessLine.tsx'
import { PastIssues, type PastCallbacks } from '../shared/PastIssues.tsx'
import { LinkLine } from '../shared/LinkLine.tsx'
import { PictureLine } from '../shared/PictureLine.tsx'
import { SeverityCounts } from '../shared/SeverityCounts.tsx'
import { Unchecked } from '../shared/Unchecked.tsx'

export interface ThisPageProps extends FindingCallbacks, Pick<PastCallbacks, 'onSettlePast'> {
  glance: Extract<Glance, { state: 'ready' }>
  busy: string | null
  /** Recordings of earlier days are taken back in the ledger, not here. */
  undoable: (issueNumber: number | string) => boolean
  onPauseLinks?: () => void
  onStopLinks?: () => void
  onRecheckLinks?: () => void
  onStopHost?: (host: string) => void
  /** 识别图中文字. */
  onPictures?: (order: 'read' | 'cancel' | 'frame') => void
}

/** Unit, column, last update, findings by severity, links, and what was not checked. */
export function ThisPage(props: ThisPageProps) {
  const { glance, busy, onPauseLinks, onStopLinks, onRecheckLinks, onStopHost, onSettlePast, onPictures, ...callbacks } = props
  const { belonging, findings } = glance
  const column = belonging.column?.name ?? glance.columnName
  return (
    <section class="page" aria-label={t('popup.thisPage')}>
      <p class="page-title" title={glance.title}>{glance.title || glance.url}</p>
      <p class="page-place">
        {belonging.unit && <b>{belonging.unit.name}</b>}
        {column && <span title={column}>{t('popup.column', { column })}</span>}
      </p>
      <p class="page-date"><FreshnessLine freshness={glance.freshness} date={glance.date} /></p>
      <PastIssues past={glance.past} onSettlePast={onSettlePast} />
      <h2 class="part-title">
        {findings.length > 0 ? t('common.found', { count: findings.length }) : t('common.noneFound')}
        <SeverityCounts findings={findings} />
      </h2>
      {findings.length > 0 && (
        <FindingList findings={findings} recorded={glance.recorded} busy={busy} label={t('common.findings')} {...callbacks} />
      )}
      <div class="page-checked">
        <BrokenIndex findings={findings} />
        <LinkLine links={glance.links} onPauseLinks={onPauseLinks} onStopLinks={onStopLinks} onRecheckLinks={onRecheckLinks} onStopHost={onStopHost} />
        {glance.pictures && onPictures && <PictureLine pictures={glance.pictures} onReadPictures={() => onPictures('read')} onCancelPictures={() => onPictures('cancel')} />}
        {glance.pictures && onPictures && <button type="button" class="button button-small button-plain" onClick={() => onPictures('frame')}>{t('pictures.line.choose')}</button>}
        <Unchecked unchecked={glance.unchecked} />
      </div>
    </section>
  )
}
