import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { ServerEntry, ServerScope } from '../../../utils/types/team-server.ts'
import { ScopeFields } from './ScopeFields.tsx'

export interface ServerSettingsProps {
  user: string
  scope: ServerScope
  units: readonly { id: string; name: string }[]
  busy: boolean
  onScope: (scope: ServerScope) => void
  onAccount: (entry: Pick<ServerEntry, 'user' | 'password'>) => void
}

/** How much comes to this PC, and another user or password. */
export function ServerSettings(props: ServerSettingsProps) {
  const [scope, setScope] = useState(props.scope)
  const [account, setAccount] = useState({ user: props.user, password: '' })
  const same = JSON.stringify(scope) === JSON.stringify(props.scope)
  return (
    <>
      <details class="box-more">
        <summary>{t('team.server.change.scope')}</summary>
        <form class="server-form" aria-label={t('team.server.change.scope')} onSubmit={(event) => (event.preventDefault(), props.onScope(scope))}>
          <ScopeFields units={props.units} scope={scope} onScope={setScope} />
          <p class="quiet">{t('team.server.change.scopeSays')}</p>
          <div class="actions"><button type="submit" class="button" disabled={props.busy || same}>{t('team.server.change.save')}</button></div>
        </form>
      </details>
      <details class="box-more">
        <summary>{t('team.server.change.account')}</summary>
        <form class="server-form" aria-label={t('team.server.change.account')} onSubmit={(event) => (event.preventDefault(), props.onAccount(account), setAccount({ ...account, password: '' }))}>
          <div class="server-fields">
            <label class="label">{t('team.server.field.user')} <input type="text" class="field" autocomplete="off" value={account.user} onInput={(event) => setAccount({ ...account, user: event.currentTarget.value })} /></label>
            <label class="label">{t('team.server.change.password')} <input type="password" class="field" autocomplete="new-password" value={account.password} onInput={(event) => setAccount({ ...account, password: event.currentTarget.value })} /></label>
          </div>
          <div class="actions"><button type="submit" class="button" disabled={props.busy || (account.password === '' && account.user.trim() === props.user)}>{t('team.server.change.check')}</button></div>
        </form>
      </details>
    </>
  )
}
