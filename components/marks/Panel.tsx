import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../../utils/locale.ts'
import type { Glance } from '../../utils/types/glance.ts'
import { BrokenIndex } from '../shared/BrokenIndex.tsx'
import type { FindingCallbacks } from '../shared/FindingActions.tsx'
import { FindingList } from '../shared/FindingList.tsx'
import { FreshnessLine } from '../shared/FreshnessLine.tsx'
import { PastIssues, type PastCallbacks } from '../shared/PastIssues.tsx'
import { LinkLine } from '../shared/LinkLine.tsx'
import { PictureLine, type PictureLineProps } from '../shared/PictureLine.tsx'
import { SeverityCounts } from '../shared/SeverityCounts.tsx'
import { Unchecked } from '../shared/Unchecked.tsx'

export interface PanelProps extends FindingCallbacks, PastCallbacks {
  glance: Extract<Glance, { state: 'ready' }>
  /** Id of the finding that is being recorded. */
  busy?: string | null
  onClose: () => void
  onPauseLinks: () => void
  onStopLinks: () => void
  onRecheckLinks: () => void
  onStopHost?: (host: string) => void
  /** All dead links of the page as one issue; offered where there are several. */
  onRecordDeadLinks?: () => void
  /** 识别图中文字; absent where the page has no large picture. */
  pictures?: PictureLineProps | null
  /** 框选识别; absent where pictures cannot be read. */
  onReadFrame?: (() => void) | undefined
  /** 本网站关闭. */
  onSwitchOff: () => void
}

/** Opened from the chip: what was read and found on this page, and what was not checked. Esc closes. */
export function Panel(props: PanelProps) {
  const { glance, busy, onClose, onPauseLinks, onStopLinks, onRecheckLinks, onStopHost, onRecordDeadLinks, onSwitchOff, onSettlePast, onLocatePast, pictures, onReadFrame, ...callbacks } = props
  const panel = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => panel.current?.focus(), [])
  const unit = glance.belonging.unit?.name ?? t('common.unitUnknown')
  const column = glance.belonging.column?.name ?? glance.columnName
  const dead = glance.findings.filter(({ id, check }) => check === 'links/dead' && glance.recorded[id] === undefined).length
  const place = column ? t('marks.panel.place', { unit, column }) : unit
  return (
    <div
      class="panel"
      role="dialog"
      aria-label={t('marks.panel.name')}
      tabIndex={-1}
      ref={panel}
      onKeyDown={(event) => {
        // the page's own shortcuts must not hear what is typed here
        event.stopPropagation()
        if (event.key === 'Escape') onClose()
      }}
    >
      <header class="panel-head">
        <button type="button" class="button button-small button-plain panel-close" aria-label={t('common.close')} onClick={onClose}>✕</button>
        <p class="panel-date"><FreshnessLine freshness={glance.freshness} date={glance.date} /></p>
        <p class="panel-place" title={place}>{place}</p>
      </header>
      <div class="panel-body">
        <PastIssues past={glance.past} onSettlePast={onSettlePast} onLocatePast={onLocatePast} />
        {glance.findings.length > 0 ? (
          <>
            <p class="panel-counts">
              {t('common.found', { count: glance.findings.length })} <SeverityCounts findings={glance.findings} />
            </p>
            <FindingList findings={glance.findings} recorded={glance.recorded} busy={busy} label={t('common.findings')} {...callbacks} />
          </>
        ) : (
          <p class="panel-none">{t('common.noneFound')}</p>
        )}
        {pictures && <PictureLine {...pictures} />}
        <Unchecked unchecked={glance.unchecked} />
      </div>
      <footer class="panel-foot">
        <BrokenIndex findings={glance.findings} />
        <LinkLine links={glance.links} onPauseLinks={onPauseLinks} onStopLinks={onStopLinks} onRecheckLinks={onRecheckLinks} onStopHost={onStopHost} />
        {onRecordDeadLinks && dead > 1 && (
          <button type="button" class="button button-small" disabled={busy === 'dead-links'} onClick={onRecordDeadLinks}>
            {t('marks.panel.recordDeadLinks', { count: dead })}
          </button>
        )}
        {onReadFrame && <button type="button" class="button button-small button-plain" onClick={onReadFrame}>{t('pictures.line.choose')}</button>}
        <button type="button" class="button button-small button-plain" onClick={onSwitchOff}>{t('marks.panel.switchOff')}</button>
      </footer>
    </div>
  )
}
