import { t } from '../../../utils/locale.ts'
import type { Status } from '../../../utils/types/issue.ts'
import { kindName } from '../../shared/kinds.ts'

/** Names that stand behind ids; without one the id is shown, so that a gap is seen. */
export interface Names {
  indicator: (id: string | null) => string | null
}

/** Name of a field of an issue, `reply.person` for those of the unit's answer. */
export function fieldName(field: string): string {
  for (const key of [`ledger.field.${field}`, `issue.field.${field}`]) {
    const name = t(key)
    if (name !== key) return name
  }
  return field
}

/** A field's value as people read it. */
export function valueWords(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return t('ledger.history.nothing')
  const text = String(value)
  // Enough to tell one from another.
  if (field === 'shotHash') return text.slice(0, 12)
  if (field === 'status') return t(`common.status.${text as Status}`)
  if (field === 'severity') return t(`common.severity.${text}`)
  if (field === 'check') return kindName(text)
  if (field === 'indicator') return names.indicator(text) ?? text
  if (field === 'onHome') return t(value === true ? 'ledger.onHome.yes' : 'ledger.onHome.no')
  if (field === 'reply.state') return t(`issue.reply.state.${text}`)
  if (field === 'recheck.result') return t(`issue.recheck.${text}`)
  return typeof value === 'object' ? JSON.stringify(value) : text
}
