import { t } from '../../../utils/locale.ts'
import type { RecheckJob } from '../../../utils/types/recheck.ts'
import { count, minuteOf } from '../../shared/format.ts'

export interface RecheckProgressProps {
  job: RecheckJob
  done: number
  onPause: () => void
  onResume: () => void
  onStop: () => void
  /** Offered when this one is over. */
  onAgain: () => void
}

/** How far a re-check is, and what can be done about it. */
export function RecheckProgress({ job, done, onPause, onResume, onStop, onAgain }: RecheckProgressProps) {
  const { state, total, scope, name, startedAt } = job
  const over = state === 'done' || state === 'stopped'
  return (
    <section class={`recheck-progress box recheck-${state}`} aria-label={t('recheck.progress.name')}>
      <p class="recheck-says" role="status">{t(`recheck.progress.${state}`, { done: count(done), total: count(total) })}</p>
      <progress class="recheck-bar" max={total} value={done} aria-label={t('recheck.progress.name')} />
      <p class="box-more">
        {t('recheck.progress.about', { scope: name ? `${t(`recheck.scope.${scope}`)} · ${name}` : t(`recheck.scope.${scope}`), at: minuteOf(startedAt) })}
      </p>
      {state === 'running' && <p class="box-more">{t('recheck.progress.stay')}</p>}
      <div class="actions">
        {state === 'running' && <button type="button" class="button" onClick={onPause}>{t('recheck.progress.pause')}</button>}
        {state === 'paused' && <button type="button" class="button button-main" onClick={onResume}>{t('recheck.progress.resume')}</button>}
        {!over && <button type="button" class="button" onClick={onStop}>{t('recheck.progress.stop')}</button>}
        {over && <button type="button" class="button" onClick={onAgain}>{t('recheck.progress.again')}</button>}
      </div>
    </section>
  )
}
