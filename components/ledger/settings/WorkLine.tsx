import { say, t } from '../../../utils/locale.ts'
import { Problem } from '../../shared/Problem.tsx'
import type { WorkShown } from './work.ts'

export interface WorkLineProps {
  work: WorkShown
  onCancel: () => void
}

/** How far a long work is, with the way out; then what came of it. */
export function WorkLine({ work, onCancel }: WorkLineProps) {
  const { progress, result, problem } = work
  const says = progress && t(`storage.stage.${progress.stage}`, { done: progress.done, total: progress.total })
  return (
    <>
      {progress && says && (
        <div class="work">
          <progress class="progress" aria-label={t(`storage.stage.${progress.stage}`, { done: '', total: '' })} max={Math.max(1, progress.total)} value={progress.stage === 'swap' ? undefined : progress.done} />
          <span class="work-says">{says}</span>
          {/* What is put in place in one step is not taken back in the middle. */}
          {progress.stage !== 'swap' && <button type="button" class="button button-small" onClick={onCancel}>{t('storage.cancel')}</button>}
        </div>
      )}
      <div role="status">{result && <p class="done">{say(result)}</p>}</div>
      {problem && <Problem says={problem} />}
    </>
  )
}
