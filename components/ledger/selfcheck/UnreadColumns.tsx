import { t } from '../../../utils/locale.ts'
import { count } from '../../shared/format.ts'
import type { SelfCheckState } from './self-check.ts'

export interface UnreadColumnsProps {
  coverage: SelfCheckState['coverage']
  onOpen: (url: string) => void
}

/** As many as are drawn; the exported table has all. */
const SHOWN = 200

/** Which of the roster's columns no one has opened in this round. */
export function UnreadColumns({ coverage, onOpen }: UnreadColumnsProps) {
  if (coverage === null) return <p class="box-more">{t('selfcheck.unread.noRoster')}</p>
  const { known, unread } = coverage
  if (unread.length === 0) return <p class="box-more">{t('selfcheck.unread.none', { known: count(known) })}</p>
  return (
    <details class="box unread">
      <summary>{t('selfcheck.unread.title', { unread: count(unread.length), known: count(known) })}</summary>
      <ul class="lines" tabIndex={0} aria-label={t('selfcheck.unread.title', { unread: count(unread.length), known: count(known) })}>
        {unread.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <button type="button" class="button button-plain table-open" title={one.url} aria-label={t('selfcheck.open', { name: one.name })} onClick={() => onOpen(one.url)}>{one.name}</button>
            <span>{t(`common.class.${one.class}`)}</span>
            <span class="lines-detail">{one.unit}</span>
          </li>
        ))}
        {unread.length > SHOWN && <li>{t('selfcheck.unread.more', { count: count(unread.length - SHOWN) })}</li>}
      </ul>
    </details>
  )
}
