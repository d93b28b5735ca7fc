import { useMemo, useState } from 'preact/hooks'
import { UnitSheetView } from '../../components/ledger/units/UnitSheetView.tsx'
import { UnitsView, type UnitOrder } from '../../components/ledger/units/UnitsView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { UnitsSeen } from '../../utils/app/desk/units.ts'
import type { Source } from '../../utils/types/live.ts'
import type { UnitLine, UnitTrend } from '../../utils/types/unit.ts'
import type { Doing } from './App.tsx'

/** Lines at first, and more at each press: trends are counted for what is shown. */
const PAGE = 50

type Rates = ReadonlyMap<string, Pick<UnitTrend, 'mended' | 'inTime'>>

/** Rates are only counted where they decide the order. */
const NO_RATES: Source<Rates> = () => () => undefined

const toIssues = (unitId: string) => (location.hash = `#/issues?unit=${unitId}`)

/** 单位: the list, or the unit that the address names. */
export function UnitPage({ desk, doing, unitId }: { desk: Desk; doing: Doing; unitId: string | null }) {
  return unitId === null ? <Units desk={desk} /> : <One key={unitId} desk={desk} doing={doing} unitId={unitId} />
}

function Units({ desk }: { desk: Desk }) {
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<UnitOrder>('overdue')
  const [pages, setPages] = useState(1)
  const seen = useLive<UnitsSeen>(desk.unitLines, [])
  const lines = seen?.lines ?? null
  const rates = useLive(order === 'rate' ? desk.unitRates : NO_RATES, [order === 'rate'])
  const matching = useMemo(() => sorted(lines ?? [], search.trim(), order, rates), [lines, search, order, rates])
  const shown = matching.slice(0, pages * PAGE)
  const ids = shown.map(({ unit }) => unit.id)
  const trends = useLive(desk.unitTrends(ids), [ids.join()])
  return (
    <UnitsView
      lines={lines && shown}
      problem={seen?.problem ?? null}
      total={lines?.length ?? 0}
      matching={matching.length}
      trends={trends ?? new Map()}
      search={search}
      order={order}
      onSearch={setSearch}
      onOrder={setOrder}
      {...(shown.length < matching.length ? { onMore: () => setPages(pages + 1) } : {})}
      onOpen={(id) => (location.hash = `#/units/${id}`)}
      onIssues={toIssues}
      onRetry={desk.retryFeed}
      onRoster={() => (location.hash = '#/roster')}
    />
  )
}

/** Units come by name; the most of what is asked for first, by name where they are level. */
function sorted(lines: readonly UnitLine[], search: string, order: UnitOrder, rates: Rates | null): UnitLine[] {
  const found = lines.filter(({ unit }) => [unit.name, ...unit.aliases].some((name) => name.includes(search)))
  if (order === 'name') return found
  if (order !== 'rate') return found.sort((a, b) => b[order] - a[order])
  // nothing mended yet: no rate, and last
  const rateOf = ({ unit }: UnitLine) => {
    const rate = rates?.get(unit.id)
    return rate && rate.mended > 0 ? rate.inTime / rate.mended : 2
  }
  return found.sort((a, b) => rateOf(a) - rateOf(b))
}

function One({ desk, doing, unitId }: { desk: Desk; doing: Doing; unitId: string }) {
  const found = useLive(desk.unitSheet(unitId), [unitId])
  const settings = useLive(desk.settings, [])
  const today = desk.today()
  return (
    <UnitSheetView
      found={found}
      today={today}
      {...(settings ? { nextWorkday: desk.nextWorkday(today, settings) } : {})}
      onBack={() => (location.hash = '#/units')}
      onIssues={toIssues}
      onOpenIssue={(id) => (location.hash = `#/issues/${id}`)}
      onOpenPage={(url) => doing(() => desk.openPage(url))}
    />
  )
}
