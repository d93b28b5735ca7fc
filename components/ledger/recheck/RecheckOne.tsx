import { say, t } from '../../../utils/locale.ts'
import type { Recheck } from '../../../utils/types/issue.ts'
import { minuteOf } from '../../shared/format.ts'

export interface RecheckOneProps {
  /** The newest; null before the first. */
  recheck: Recheck | null
  onRecheck: () => void
}

/** What the newest re-check of one issue said, and another one. */
export function RecheckOne({ recheck, onRecheck }: RecheckOneProps) {
  return (
    <section class="recheck-line" aria-label={t('recheck.title')}>
      {recheck && (
        <p class="recheck-found">
          <span class={`tag recheck-tag recheck-tag-${recheck.result}`}>{t(`recheck.result.${recheck.result}`)}</span> {say(recheck.says)}
          {recheck.now && <span class="recheck-now">{t('recheck.list.now', { now: recheck.now })}</span>}
          <span class="recheck-now">{minuteOf(recheck.at)}</span>
        </p>
      )}
      <button type="button" class="button button-small" onClick={onRecheck}>{t('recheck.this')}</button>
    </section>
  )
}
