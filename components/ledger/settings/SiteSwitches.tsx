import { t } from '../../../utils/locale.ts'
import { Switch } from '../../shared/Switch.tsx'

export interface SiteSwitch {
  host: string
  on: boolean
}

export interface SiteSwitchesProps {
  sites: readonly SiteSwitch[]
  onSite: (host: string, on: boolean) => void
}

/** Sites that were switched by hand; all others follow the rule that is said above them. */
export function SiteSwitches(props: SiteSwitchesProps) {
  return (
    <section aria-labelledby="set-sites">
      <h2 id="set-sites">{t('ledger.settings.sites')}</h2>
      <p>{t('ledger.settings.sitesSays')}</p>
      {props.sites.length > 0 && (
        <ul class="lines">
          {props.sites.map((site) => (
            <li key={site.host}><Switch label={site.host} on={site.on} onToggle={(on) => props.onSite(site.host, on)} /></li>
          ))}
        </ul>
      )}
    </section>
  )
}
