import { useState } from 'preact/hooks'
import type { RoundKind } from '../../components/ledger/selfcheck/RoundChoice.tsx'
import { SelfCheckView } from '../../components/ledger/selfcheck/SelfCheckView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { Doing } from './App.tsx'

/** 网站自查: a site and a round, counted anew whenever a page is read. */
export function SelfCheckPage({ desk, doing }: { desk: Desk; doing: Doing }) {
  const week = desk.thisWeek()
  const [kind, setKind] = useState<RoundKind>('week')
  const [chosen, setChosen] = useState({ from: week, to: week })
  const [site, setSite] = useState<string | null>(null)
  const { from, to } = kind === 'week' ? { from: week, to: week } : kind === 'quarter' ? desk.quarter() : chosen
  const round = { from, to }
  const weeks = useLive(desk.readWeeks, [])
  const found = useLive(desk.selfCheck(round, site), [from, to, site])
  if (weeks === null) return null
  const state = found?.state
  const counting = !!found && (found.asked.from !== from || found.asked.to !== to || found.asked.site !== site)
  return (
    <SelfCheckView
      state={state}
      counting={counting}
      chosen={site}
      kind={kind}
      round={round}
      weeks={weeks}
      onSite={setSite}
      onKind={(to) => {
        // What was chosen last is where choosing weeks begins.
        if (to === 'weeks') setChosen({ from: weeks.some((one) => one.week === from) ? from : week, to: week })
        setKind(to)
      }}
      onRound={setChosen}
      onTick={(indicator, change) => doing(() => desk.tick(round, state?.site.key ?? '', indicator, change))}
      onOpen={(url) => doing(() => desk.openPage(url))}
      onExport={() => doing(() => desk.exportSelfCheck(round, state?.site.key ?? ''))}
    />
  )
}
