import { t } from '../../utils/locale.ts'
import type { Day } from '../../utils/types/reading.ts'
import type { SyncSeen } from '../../utils/types/team-server.ts'
import { count, dayOf, minuteOf } from './format.ts'

/** How it stands with the team's server, in a few words; '' where there is no team. */
export function syncWords({ state, pending, clashes, syncedAt, progress }: SyncSeen, today: Day): string {
  if (progress) return t('sync.pulling', { done: count(progress.done), total: count(progress.total) })
  switch (state) {
    case 'alone':
      return ''
    case 'error':
      return t('sync.error')
    case 'clash':
      return t('sync.clash', { count: clashes })
    case 'offline':
      return t(pending > 0 ? 'sync.offlinePending' : 'sync.offline', { count: count(pending) })
    case 'pending':
      return t('sync.pending', { count: count(pending) })
    case 'synced':
      return syncedAt === '' ? t('sync.first') : t('sync.synced', { at: dayOf(syncedAt) === today ? minuteOf(syncedAt).slice(11) : minuteOf(syncedAt).slice(5) })
  }
}

export interface SyncLineProps {
  seen: SyncSeen | null
  today: Day
  /** To where it is told in full and settled. */
  onOpen: () => void
}

/** 已同步 / n 条待传 / 离线 / 有冲突 / 出错, one click from 团队; nothing where there is no team. */
export function SyncLine({ seen, today, onOpen }: SyncLineProps) {
  const words = seen ? syncWords(seen, today) : ''
  if (!seen || words === '') return null
  const bad = seen.state === 'error' || seen.state === 'clash'
  return (
    <button type="button" class={`sync-line${bad ? ' sync-bad' : ''}`} title={t('sync.open')} onClick={onOpen}>
      {bad && <span aria-hidden="true">⚠ </span>}{words}
    </button>
  )
}
