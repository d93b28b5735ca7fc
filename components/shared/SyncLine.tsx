import { say, t } from '../../utils/locale.ts'
import type { Day } from '../../utils/types/reading.ts'
import type { SyncSeen } from '../../utils/types/team-server.ts'
import { count, dayOf, minuteOf } from './format.ts'

/** How it stands with the team's server, in a few words; '' where there is no team. */
export function syncWords(seen: SyncSeen, today: Day): string {
  const words = stateWords(seen, today)
  return seen.notTaken.length > 0 && words !== '' && !seen.progress ? t('sync.notTaken', { words, count: count(seen.notTaken.length) }) : words
}

function stateWords({ state, pending, clashes, syncedAt, progress }: SyncSeen, today: Day): string {
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

/** What is wrong and what to do, in a sentence; '' where nothing needs to be done. */
export function syncAdvice({ state, says, notTaken, progress }: SyncSeen): string {
  if (state === 'alone' || progress) return ''
  if (says) return say(says)
  if (state === 'clash') return t('sync.clashSays')
  return notTaken.length > 0 ? t('sync.notTakenSays', { count: count(notTaken.length) }) : ''
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
  return (
    <button type="button" class={`sync-line${isBad(seen) ? ' sync-bad' : ''}`} title={[syncAdvice(seen), t('sync.open')].filter(Boolean).join('\n')} onClick={onOpen}>
      {isBad(seen) && <span aria-hidden="true">⚠ </span>}{words}
    </button>
  )
}

/** The same with what to do, where there is something to do: a strip of its own, one click from 团队. */
export function SyncNote({ seen, today, onOpen }: SyncLineProps) {
  const says = seen ? syncAdvice(seen) : ''
  if (!seen || says === '') return null
  return (
    <button type="button" class={`sync-note${isBad(seen) ? ' sync-bad' : ''}`} title={t('sync.open')} onClick={onOpen}>
      {isBad(seen) && <span aria-hidden="true">⚠ </span>}{t('sync.note', { words: syncWords(seen, today), says })}
    </button>
  )
}

function isBad({ state, notTaken }: SyncSeen): boolean {
  return state === 'error' || state === 'clash' || (state !== 'alone' && notTaken.length > 0)
}
