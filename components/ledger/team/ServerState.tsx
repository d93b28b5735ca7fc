import type { ComponentChildren } from 'preact'
import { say, t } from '../../../utils/locale.ts'
import type { Day } from '../../../utils/types/reading.ts'
import type { TeamServerSeen } from '../../../utils/types/team-server.ts'
import { ConfirmButton } from '../../shared/ConfirmButton.tsx'
import { syncWords } from '../../shared/SyncLine.tsx'

export interface ServerStateProps {
  seen: TeamServerSeen
  user: string
  today: Day
  busy: boolean
  onSync: () => void
  onAccept: () => void
  /** The browser is to be asked again whether the server may be spoken to. */
  onAdmit: () => void
  onLeave: () => void
  /** What can be changed. */
  children?: ComponentChildren
}

/** A team that was joined: how it stands, what is wrong and what to do, and the way out. */
export function ServerState({ seen, user, today, busy, onSync, onAccept, onAdmit, onLeave, children }: ServerStateProps) {
  const { space, role, progress, says, change, notTaken, mark } = seen
  if (!space) return null
  return (
    <div class="server-state">
      <div class="server-now">
        <p class={`server-words${seen.state === 'error' || seen.state === 'clash' ? ' sync-bad' : ''}`} role="status">{syncWords(seen, today)}</p>
        <button type="button" class="button button-main" disabled={busy} onClick={onSync}>{t(busy ? 'sync.busy' : 'sync.now')}</button>
      </div>
      {progress && <progress class="progress" aria-label={t('sync.pullingName')} max={progress.total} value={progress.done} />}
      {says && (
        <div class={change ? 'question' : 'box'} role="group" aria-label={seen.state === 'error' ? t('sync.error') : syncWords(seen, today)}>
          <p>{say(says)}</p>
          {says.key === 'sync.failure.unpermitted' && (
            <div class="actions"><button type="button" class="button button-main" disabled={busy} onClick={onAdmit}>{t('team.server.admit')}</button></div>
          )}
          {change && change !== 'newer' && (
            <div class="actions"><button type="button" class="button button-main" disabled={busy} onClick={onAccept}>{t(`team.server.accept.${change}`)}</button></div>
          )}
        </div>
      )}
      {role === 'reader' && <p class="warned">{t('team.server.readerSays')}</p>}
      {notTaken.length > 0 && (
        <details class="box-more">
          <summary>{t('team.server.notTaken', { count: notTaken.length })}</summary>
          <ul class="lines">{[...new Set(notTaken.map((one) => say(one.says)))].map((words) => <li key={words}>{words}</li>)}</ul>
        </details>
      )}
      <dl class="server-facts">
        <dt>{t('team.server.space')}</dt><dd>{space.name}</dd>
        <dt>{t('team.server.field.server')}</dt><dd>{space.server}{space.database}</dd>
        <dt>{t('team.server.field.user')}</dt><dd>{user || t('team.server.nobody')}{role && t('team.server.asRole', { role: t(`team.server.role.${role}`) })}</dd>
        <dt>{t('team.server.mark')}</dt><dd>{t('team.server.markSays', { mark })}</dd>
      </dl>
      {children}
      <div class="actions"><ConfirmButton label={t('team.server.leave')} asks={t('team.server.leaveAsks')} disabled={busy} onConfirm={onLeave} /></div>
    </div>
  )
}
