import { t } from '../../../utils/locale.ts'

export interface PermissionListProps {
  /** `absent`: the browser has not what it is for. */
  permissions: readonly { name: string; state: 'on' | 'off' | 'absent' }[]
}

/** What the extension may do, what for, and whether the browser lets it now. */
export function PermissionList(props: PermissionListProps) {
  return (
    <section aria-labelledby="set-permissions">
      <h2 id="set-permissions">{t('ledger.settings.permissions.title')}</h2>
      <table class="table">
        <caption class="sr-only">{t('ledger.settings.permissions.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ledger.settings.permissions.name')}</th>
            <th scope="col">{t('ledger.settings.permissions.why')}</th>
            <th scope="col">{t('ledger.settings.permissions.state')}</th>
          </tr>
        </thead>
        <tbody>
          {props.permissions.map(({ name, state }) => (
            <tr key={name}>
              <th scope="row">{t(`ledger.settings.permissions.${name}.name`)}</th>
              <td>{t(`ledger.settings.permissions.${name}.why`)}</td>
              <td class="permission-state">{t(`ledger.settings.permissions.${state}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
