import { SectionSheet } from '../../components/ledger/SectionSheet.tsx'
import { Welcome } from '../../components/ledger/Welcome.tsx'
import type { Desk } from '../../utils/app/desk/index.ts'
import { AccountsPage } from './AccountsPage.tsx'
import type { Doing } from './App.tsx'
import { Exports } from './export/Exports.tsx'
import { Issues } from './Issues.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { ReadingLogPage } from './ReadingLogPage.tsx'
import { RecheckPage } from './RecheckPage.tsx'
import { RosterPage } from './RosterPage.tsx'
import { RoundsPage } from './RoundsPage.tsx'
import { SECTION_AT, type Route } from './route.ts'
import { SelfCheckPage } from './SelfCheckPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'
import { TeamPage } from './TeamPage.tsx'
import { UnitPage } from './UnitPage.tsx'

export interface ViewProps {
  desk: Desk
  doing: Doing
  route: Route
  captureAllowed: boolean
  onAllowCapture: () => void
}

/** The view that the address names. */
export function View(props: ViewProps) {
  const { desk, doing, route, captureAllowed, onAllowCapture } = props
  if (route.welcome) return <Welcome captureAllowed={captureAllowed} onAllowCapture={onAllowCapture} onStart={() => (location.hash = '#/issues')} />
  switch (route.tab) {
    case 'issues':
      return <Issues desk={desk} doing={doing} issueId={route.id} mark={route.mark} filter={route.filter} />
    case 'recheck':
      return <RecheckPage key={desk.recheckNamed().join()} desk={desk} doing={doing} ids={desk.recheckNamed()} unitId={route.unitId} captureAllowed={captureAllowed} />
    case 'overview':
      return <OverviewTab desk={desk} />
    case 'export':
      return <Exports desk={desk} doing={doing} sync={route.sync} />
    case 'team':
      return <TeamPage desk={desk} doing={doing} />
    case 'settings':
      return <SettingsPage section={route.settings} desk={desk} doing={doing} captureAllowed={captureAllowed} onAllowCapture={onAllowCapture} />
    default:
      if (route.id !== null) return <UnitPage desk={desk} doing={doing} unitId={route.id} />
      return (
        <SectionSheet tab={route.tab} section={route.section!} onSection={(section) => (location.hash = SECTION_AT[section])}>
          <Part {...props} />
        </SectionSheet>
      )
  }
}

/** The part of a tab that has parts. */
function Part({ desk, doing, route }: ViewProps) {
  switch (route.section) {
    case 'roster':
      return <RosterPage desk={desk} doing={doing} fromTab={route.fromTab} />
    case 'rounds':
      return <RoundsPage desk={desk} doing={doing} />
    case 'log':
      return <ReadingLogPage desk={desk} doing={doing} />
    case 'sites':
      return <SelfCheckPage desk={desk} doing={doing} />
    case 'accounts':
      return <AccountsPage desk={desk} doing={doing} />
    default:
      return <UnitPage desk={desk} doing={doing} unitId={null} />
  }
}
