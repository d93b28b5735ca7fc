import { AddSite } from '../../../components/ledger/settings/AddSite.tsx'
import { SiteSwitches } from '../../../components/ledger/settings/SiteSwitches.tsx'
import type { SectionProps } from './section.ts'

/** 网站. */
export function SitesSection({ desk, doing, settings }: SectionProps) {
  return (
    <>
      <SiteSwitches sites={desk.switched(settings)} onSite={(host, on) => doing(() => desk.switchSite(host, on), () => desk.switchSite(host, !on))} />
      <AddSite onAdd={(address) => doing(() => desk.addSite(address))} />
    </>
  )
}
