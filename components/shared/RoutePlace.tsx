import { t } from '../../utils/locale.ts'
import type { RoundPlace, RouteStep } from '../../utils/types/route.ts'
import { count } from './format.ts'

export interface RoutePlaceProps {
  round: RoundPlace
  onStep: (step: RouteStep) => void
}

/** 第 12/238 个, the column to read, and the way on; or that the 读网记录 is paused. Nothing where neither is so. */
export function RoutePlace({ round: { route, logPaused }, onStep }: RoutePlaceProps) {
  if (!route && !logPaused) return null
  return (
    <section class="route" aria-label={t('common.route.name')}>
      {route && <Way route={route} onStep={onStep} />}
      {logPaused && <p class="route-log">{t('common.route.logPaused')}</p>}
    </section>
  )
}

function Way({ route, onStep }: { route: NonNullable<RoundPlace['route']>; onStep: RoutePlaceProps['onStep'] }) {
  const { at, total, stop, paused } = route
  const place = at < 0 ? t('common.route.ready', { total: count(total) }) : t('common.route.place', { at: count(at + 1), total: count(total) })
  const where = stop ? [stop.name, stop.unitName].filter(Boolean).join(' · ') : ''
  return (
    <>
      <p class="route-words">
        <b class="route-at">{place}</b>
        {paused ? <span>{t('common.route.paused')}</span> : <span class="route-stop" title={where}>{where}</span>}
      </p>
      <span class="route-steps">
        {paused ? (
          <button type="button" class="button button-small" onClick={() => onStep('resume')}>{t('common.route.resume')}</button>
        ) : (
          <>
            <button type="button" class="button button-small button-main" onClick={() => onStep('next')}>{t('common.route.next')}</button>
            {at > 0 && <button type="button" class="button button-small" onClick={() => onStep('back')}>{t('common.route.back')}</button>}
            {at >= 0 && <button type="button" class="button button-small" onClick={() => onStep('skip')}>{t('common.route.skip')}</button>}
            <button type="button" class="button button-small button-plain" onClick={() => onStep('pause')}>{t('common.route.pause')}</button>
          </>
        )}
      </span>
    </>
  )
}
