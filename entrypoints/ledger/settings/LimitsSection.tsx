import { VetoLimitSettings } from '../../../components/ledger/settings/VetoLimitSettings.tsx'
import type { SectionProps } from './section.ts'

/** 否决项限值. */
export function LimitsSection({ desk, doing, settings }: SectionProps) {
  const rows = Object.entries(desk.vetoLimits(settings)).map(([id, limit]) => ({ id, name: desk.indicatorName(id) ?? id, ...limit, own: settings.vetoLimits[id] !== undefined }))
  return <VetoLimitSettings limits={rows} onLimit={(id, limit) => doing(() => desk.setVetoLimit(id, limit))} />
}
