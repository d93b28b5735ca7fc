import css from '../../../assets/styles/ledger.css?inline'
import { DeadlineQuestion } from '../../../components/ledger/settings/DeadlineQuestion.tsx'
import { OwnDays } from '../../../components/ledger/settings/OwnDays.tsx'
import { ReminderSetting } from '../../../components/ledger/settings/ReminderSetting.tsx'
import { UnitSheetView } from '../../../components/ledger/units/UnitSheetView.tsx'
import { UnitsView, type UnitsViewProps } from '../../../components/ledger/units/UnitsView.tsx'
import { TODAY } from '../samples.ts'
import { LINES, SHEET, TREND } from '../unit-samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const page = (what: Parameters<typeof inPage>[1]): Show => inPage(css, () => <main>{what()}</main>)

const list = (change: Partial<UnitsViewProps> = {}) => (
  <UnitsView
    lines={LINES} total={42} matching={4} trends={new Map(LINES.slice(0, 3).map(({ unit }) => [unit.id, TREND]))} search="" order="overdue"
    onSearch={tell('search')} onOrder={tell('order')} onOpen={tell('open')} onIssues={tell('issues')} onRoster={tell('roster')} onMore={tell('more')} {...change}
  />
)

const sheet = (found: Parameters<typeof UnitSheetView>[0]['found']) => (
  <UnitSheetView found={found} today={TODAY} nextWorkday="2026-11-23" onBack={tell('back')} onIssues={tell('issues')} onOpenIssue={tell('issue')} onOpenPage={tell('page')} />
)

/** 单位, 节假日 and the questions about deadlines. */
export const UNITS_STATES: Record<string, Show> = {
  'units-list': page(() => list()),
  'units-counting': page(() => list({ lines: null })),
  'units-empty': page(() => list({ lines: [], total: 0 })),
  'unit-sheet': page(() => sheet({ sheet: SHEET })),
  'unit-gone': page(() => sheet({ sheet: null })),
  'own-days': page(() => (
    <section class="sheet settings" aria-label="settings">
      <DeadlineQuestion moves={37} byHand={3} onMove={tell('move')} onLeave={tell('leave')} />
      <OwnDays own={{ holidays: ['2027-02-05', '2027-02-06'], workdays: ['2027-01-31'] }} unknownYears={[2027]} onRead={() => ({ holidays: [], workdays: [], unread: [] })} onAdd={tell('add')} onRemove={tell('remove')} />
      <ReminderSetting on onSwitch={tell('switch')} />
    </section>
  )),
}
