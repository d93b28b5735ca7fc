import { t } from '../../../utils/locale.ts'

export interface VetoLimitRow {
  /** Indicator id. */
  id: string
  name: string
  warnAt: number
  limit: number
  /** The office set it for itself. */
  own: boolean
}

export interface VetoLimitSettingsProps {
  limits: readonly VetoLimitRow[]
  /** null: back to the national number. */
  onLimit: (id: string, limit: { warnAt: number; limit: number } | null) => void
}

/** 否决项限值: from which number on the self-check warns, and speaks of a veto. */
export function VetoLimitSettings(props: VetoLimitSettingsProps) {
  return (
    <section aria-labelledby="set-limits">
      <h2 id="set-limits">{t('ledger.settings.limits.title')}</h2>
      <p>{t('ledger.settings.limits.says')}</p>
      <table class="table limits" aria-labelledby="set-limits">
        <thead>
          <tr>
            <th scope="col">{t('ledger.settings.limits.indicator')}</th>
            <th scope="col">{t('ledger.settings.limits.warn')}</th>
            <th scope="col">{t('ledger.settings.limits.limit')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {props.limits.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.name}</th>
              {(['warnAt', 'limit'] as const).map((field) => (
                <td key={field}>
                  <Count
                    label={t('ledger.settings.limits.name', { indicator: row.name, kind: t(`ledger.settings.limits.${field === 'warnAt' ? 'warn' : 'limit'}`) })}
                    value={row[field]}
                    onCount={(value) => props.onLimit(row.id, field === 'limit' ? { limit: value, warnAt: Math.min(row.warnAt, value) } : { warnAt: value, limit: Math.max(row.limit, value) })}
                  />
                </td>
              ))}
              <td>{row.own && <button type="button" class="button button-small" onClick={() => props.onLimit(row.id, null)}>{t('ledger.settings.limits.reset')}</button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Count({ label, value, onCount }: { label: string; value: number; onCount: (value: number) => void }) {
  const change = (input: HTMLInputElement) => {
    // what is no number goes back to what it was
    if (!input.validity.valid || input.value === '') input.value = String(value)
    else onCount(Number(input.value))
  }
  return <input key={value} class="field" type="number" min={1} max={999} step={1} aria-label={label} defaultValue={String(value)} onChange={(event) => change(event.currentTarget)} />
}
