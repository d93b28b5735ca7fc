import { t } from '../../../utils/locale.ts'
import { RECHECK_RESULTS, type Issue, type RecheckResult } from '../../../utils/types/issue.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'
import { count } from '../../shared/format.ts'
import { RecheckLine, type RecheckRow } from './RecheckLine.tsx'

export interface RecheckResultsProps {
  counts: Record<RecheckResult, number>
  rows: readonly RecheckRow[]
  /** Lines of the chosen result that are not shown yet. */
  more: number
  chosen: RecheckResult | null
  closable: readonly string[]
  returnable: readonly string[]
  onChoose: (result: RecheckResult | null) => void
  onMore: () => void
  onFollow: (issue: Issue, to: 'closed' | 'open') => void
  onFollowAll: (ids: readonly string[], to: 'closed' | 'open') => void
  onOpenIssue: (id: string) => void
  onOpenPage: (url: string) => void
}

/** What was found, by result; proposals followed one by one or all at once. */
export function RecheckResults(props: RecheckResultsProps) {
  const { counts, rows, more, chosen, closable, returnable } = props
  const all = RECHECK_RESULTS.reduce((sum, result) => sum + counts[result], 0)
  const choices: { result: RecheckResult | null; name: string; of: number }[] = [
    { result: null, name: t('recheck.list.all'), of: all },
    ...RECHECK_RESULTS.map((result) => ({ result, name: t(`recheck.result.${result}`), of: counts[result] })),
  ]
  return (
    <section class="recheck-results" aria-label={t('recheck.list.name')}>
      <div class="recheck-choices" role="group" aria-label={t('recheck.list.name')}>
        {choices.map(({ result, name, of }) => (
          <button key={result ?? 'all'} type="button" class="button button-small" aria-pressed={chosen === result} onClick={() => props.onChoose(result)}>
            {t('recheck.list.count', { name, count: count(of) })}
          </button>
        ))}
      </div>
      {(closable.length > 0 || returnable.length > 0) && (
        <div class="recheck-all">
          {closable.length > 0 && (
            <ConfirmButton
              label={t('recheck.list.closeAll', { count: count(closable.length) })}
              asks={t('recheck.list.closeAllAsks', { count: count(closable.length) })}
              onConfirm={() => props.onFollowAll(closable, 'closed')}
            />
          )}
          {returnable.length > 0 && (
            <ConfirmButton
              label={t('recheck.list.backAll', { count: count(returnable.length) })}
              asks={t('recheck.list.backAllAsks', { count: count(returnable.length) })}
              onConfirm={() => props.onFollowAll(returnable, 'open')}
            />
          )}
        </div>
      )}
      {rows.length === 0 ? (
        <p class="recheck-none">{t(all === 0 ? 'recheck.list.waiting' : 'recheck.list.none')}</p>
      ) : (
        <ul class="recheck-lines">
          {rows.map(({ item, issue }) => (
            <RecheckLine key={item.id} item={item} issue={issue} onFollow={props.onFollow} onOpenIssue={props.onOpenIssue} onOpenPage={props.onOpenPage} />
          ))}
        </ul>
      )}
      {more > 0 && <button type="button" class="button" onClick={props.onMore}>{t('recheck.list.more', { count: count(more) })}</button>}
    </section>
  )
}
