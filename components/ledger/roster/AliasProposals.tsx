import { useState } from 'preact/hooks'
import { t } from '../../../utils/locale.ts'
import type { NameProposal } from '../../../utils/types/roster-import.ts'

export interface AliasProposalsProps {
  proposals: readonly NameProposal[]
  onAlias: (unitId: string, name: string) => void
}

/** Names under which pages are signed and which look like a unit's abbreviation. A person says yes; nothing happens by itself. */
export function AliasProposals(props: AliasProposalsProps) {
  const [no, setNo] = useState<ReadonlySet<string>>(new Set())
  const open = props.proposals.filter(({ name }) => !no.has(name))
  if (open.length === 0) return null
  return (
    <section class="box" aria-labelledby="alias-title">
      <h3 id="alias-title">{t('rosterdesk.alias.title')}</h3>
      <p class="box-more">{t('rosterdesk.alias.says')}</p>
      <ul class="lines" tabIndex={0} aria-labelledby="alias-title">
        {open.map(({ name, unitId, unitName }) => (
          <li key={name}>
            <span class="lines-detail">{t('rosterdesk.alias.asks', { name, unit: unitName })}</span>
            <button type="button" class="button button-small" aria-label={t('rosterdesk.alias.yesTo', { name, unit: unitName })} onClick={() => props.onAlias(unitId, name)}>{t('rosterdesk.alias.yes')}</button>
            <button type="button" class="button button-small" aria-label={t('rosterdesk.alias.noTo', { name })} onClick={() => setNo(new Set([...no, name]))}>{t('rosterdesk.alias.no')}</button>
          </li>
        ))}
      </ul>
    </section>
  )
}
