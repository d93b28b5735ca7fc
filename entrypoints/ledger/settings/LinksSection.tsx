import { LinkSettings } from '../../../components/ledger/settings/LinkSettings.tsx'
import type { SectionProps } from './section.ts'

/** 链接检查. */
export function LinksSection({ desk, doing, settings }: SectionProps) {
  return (
    <LinkSettings
      hours={settings.linkHours}
      onHours={(hours) => doing(() => desk.setLinkHours(hours))}
      inPrivate={settings.linksInPrivate}
      onPrivate={(on) => doing(() => desk.setLinksInPrivate(on))}
      listed={settings.listedHosts}
      onListed={(hosts) => doing(() => desk.setListedHosts(hosts))}
    />
  )
}
