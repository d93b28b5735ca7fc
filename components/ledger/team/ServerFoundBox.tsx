import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { ServerFound, ServerScope } from '../../../utils/types/team-server.ts'
import { Problem } from '../../shared/Problem.tsx'
import { ScopeFields } from './ScopeFields.tsx'

export interface ServerFoundBoxProps {
  /** As it was entered. */
  database: string
  found: ServerFound
  /** Proposed name of a new space. */
  name: string
  /** Units that stand in the ledger already. */
  units: readonly { id: string; name: string }[]
  busy: boolean
  problem: Phrase | null
  onFound: (name: string, scope: ServerScope) => void
  onJoin: (scope: ServerScope) => void
  onBack: () => void
}

/** What stands at the address: a team to join, or the place for a new one. Nothing has been written yet. */
export function ServerFoundBox(props: ServerFoundBoxProps) {
  const { database, found, busy } = props
  const [name, setName] = useState(props.name)
  const [scope, setScope] = useState<ServerScope>({ unitIds: null, pictures: 'demand' })
  const people = found.members.map(({ reader, mark }) => (reader ? t('team.server.person', { reader, mark }) : mark)).join(t('common.listComma'))
  const units = [...new Map([...props.units, ...found.units].map((unit) => [unit.id, unit])).values()]
  return (
    <form
      class="box server-found"
      aria-label={t(found.space === null ? 'team.server.new' : 'team.server.join')}
      onSubmit={(event) => {
        event.preventDefault()
        if (found.space === null) props.onFound(name.trim(), scope)
        else props.onJoin(scope)
      }}
    >
      {found.space === null ? (
        <>
          <p>{t(found.exists ? 'team.server.noTeam' : 'team.server.noDatabase', { database })}</p>
          <p class="quiet">{t('team.server.newSays')}</p>
          <label class="label">{t('team.server.space')} <input type="text" class="field" required maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>
        </>
      ) : (
        <>
          <p>{t('team.server.here', { space: found.space, count: found.members.length })}{people && t('team.server.people', { people })}</p>
          <p class="quiet">{t('team.server.joinSays')}</p>
        </>
      )}
      {found.role === 'reader' && <p class="warned">{t('team.server.readerSays')}</p>}
      <ScopeFields units={units} scope={scope} onScope={setScope} />
      <div class="actions">
        <button type="submit" class="button button-main" disabled={busy || (found.space === null && name.trim() === '')}>{t(found.space === null ? 'team.server.new' : 'team.server.join')}</button>
        <button type="button" class="button" disabled={busy} onClick={props.onBack}>{t('common.cancel')}</button>
      </div>
      {props.problem && <Problem says={props.problem} />}
    </form>
  )
}
