import { useState } from 'preact/hooks'
import { ReadingLogView } from '../../components/ledger/readinglog/ReadingLogView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { Doing } from './App.tsx'

/** 读网记录: a month and one of its days. */
export function ReadingLogPage({ desk, doing }: { desk: Desk; doing: Doing }) {
  const today = desk.today()
  const [month, setMonth] = useState(desk.thisMonth())
  const [chosen, setChosen] = useState(today)
  const duty = useLive(desk.duty(month), [month])
  const visits = useLive(desk.visitsOn(chosen), [chosen])
  const paused = useLive(desk.logPaused, [])
  const reader = useLive(desk.readerName, [])
  const units = useLive(desk.units, [])
  return (
    <ReadingLogView
      duty={reader === null ? null : duty}
      thisMonth={desk.thisMonth()}
      today={today}
      chosen={chosen}
      visits={(visits ?? []).filter(({ day }) => day === chosen)}
      paused={paused ?? false}
      reader={reader ?? ''}
      units={units ?? []}
      onMonth={(to) => {
        setMonth(to)
        setChosen(to === desk.thisMonth() ? today : `${to}-01`)
      }}
      onChoose={setChosen}
      onPause={(pause) => doing(() => desk.pauseLog(pause))}
      onAddVisit={(fields) => doing(() => desk.addVisit(fields))}
      onNoteDay={(note) => doing(() => desk.noteDay(chosen, note))}
      onNote={({ id }, note) => doing(() => desk.noteVisit(id, note))}
      onRemove={(ids) => doing(() => desk.removeVisits(ids), () => desk.restoreVisits(ids))}
      onOpen={(url) => doing(() => desk.openPage(url))}
      onExport={() => doing(() => desk.exportLog(month))}
      onExportCsv={() => doing(() => desk.exportLogCsv(month))}
    />
  )
}
