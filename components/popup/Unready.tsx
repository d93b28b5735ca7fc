import { say, t } from '../../utils/locale.ts'
import type { Glance } from '../../utils/types/glance.ts'
import { EmptyState } from '../shared/EmptyState.tsx'

export interface UnreadyProps {
  glance: Exclude<Glance, { state: 'ready' }>
  onToggleSite: (on: boolean) => void
  onReadAgain: () => void
}

/** A page that is switched off, may not or could not be read, or is still being read: says which, and what to do. */
export function Unready(props: UnreadyProps) {
  const { state, says } = props.glance
  return (
    <EmptyState title={t(`popup.${state}.title`)} says={says ? say(says) : t(`popup.${state}.says`)}>
      {state === 'off' && (
        <button type="button" class="button button-main" onClick={() => props.onToggleSite(true)}>{t('popup.off.turnOn')}</button>
      )}
      {state === 'unread' && (
        <button type="button" class="button button-main" onClick={props.onReadAgain}>{t('popup.unread.again')}</button>
      )}
    </EmptyState>
  )
}
