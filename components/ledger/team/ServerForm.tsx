import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { ServerEntry } from '../../../utils/types/team-server.ts'
import { Problem } from '../../shared/Problem.tsx'

export interface ServerFormProps {
  busy: boolean
  problem: Phrase | null
  /** Straight from the click: the browser asks for the address then. */
  onConnect: (entry: ServerEntry) => void
}

const EMPTY: ServerEntry = { server: '', database: '', user: '', password: '' }

/** 接入服务器: address, database and account, entered once. */
export function ServerForm({ busy, problem, onConnect }: ServerFormProps) {
  const [entry, setEntry] = useState(EMPTY)
  const field = (name: 'server' | 'database' | 'user', more: { placeholder?: string; autocomplete?: string; required?: boolean }) => (
    <label class="label">
      {t(`team.server.field.${name}`)}
      <input type="text" class="field" spellcheck={false} {...more} value={entry[name]} onInput={(event) => setEntry({ ...entry, [name]: event.currentTarget.value })} />
    </label>
  )
  return (
    <form class="server-form" aria-label={t('team.server.title')} onSubmit={(event) => (event.preventDefault(), onConnect(entry))}>
      <p>{t('team.server.says')}</p>
      <div class="server-fields">
        {field('server', { placeholder: 'https://couch.example.gov.cn:6984', required: true })}
        {field('database', { placeholder: 'duwang-2026', required: true })}
        {field('user', { autocomplete: 'off' })}
        <label class="label">
          {t('team.server.field.password')}
          <input type="password" class="field" autocomplete="new-password" value={entry.password} onInput={(event) => setEntry({ ...entry, password: event.currentTarget.value })} />
        </label>
      </div>
      <p class="quiet">{t('team.server.safety')}</p>
      <div class="actions"><button type="submit" class="button button-main" disabled={busy}>{t(busy ? 'team.server.connecting' : 'team.server.connect')}</button></div>
      {problem && <Problem says={problem} />}
    </form>
  )
}
