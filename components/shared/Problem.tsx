import { say, t } from '../../utils/locale.ts'
import type { Phrase } from '../../utils/types/phrase.ts'

export interface ProblemProps {
  says: Phrase
  onRetry?: () => void
}

/** What went wrong, in one plain sentence. */
export function Problem(props: ProblemProps) {
  return (
    <div class="problem" role="alert">
      <p class="problem-says">{say(props.says)}</p>
      {props.onRetry && <button type="button" class="button button-small" onClick={props.onRetry}>{t('common.retry')}</button>}
    </div>
  )
}
