import { t } from '../../../utils/locale.ts'

export interface PermissionListProps {
  permissions: readonly { name: string; granted: boolean }[]
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
          {props.permissions.map(({ name, granted }) => (
            <tr key={name}>
              <th scope="row">{t(`ledger.settings.permissions.${name}.name`)}</th>
              <td>{t(`ledger.settings.permissions.${name}.why`)}</td>
              <td class="permission-state">{t(granted ? 'ledger.settings.permissions.on' : 'ledger.settings.permissions.off')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
