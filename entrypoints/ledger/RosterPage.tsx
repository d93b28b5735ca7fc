import { useEffect, useState } from 'preact/hooks'
import { AliasProposals } from '../../components/ledger/roster/AliasProposals.tsx'
import { ImportPanel } from '../../components/ledger/roster/ImportPanel.tsx'
import { PageImport } from '../../components/ledger/roster/PageImport.tsx'
import { RosterBrowser } from '../../components/ledger/roster/RosterBrowser.tsx'
import { RosterView } from '../../components/ledger/roster/RosterView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { Doing } from './App.tsx'
import { useImport } from './useImport.ts'
import { usePageImport } from './usePageImport.ts'

/** 台账底册: import, 从本页导入, editing, export. `fromTab`: the tab whose page is to be taken from (`#/roster/page/<tab>`). */
export function RosterPage({ desk, doing, fromTab }: { desk: Desk; doing: Doing; fromTab: number | null }) {
  const [panel, setPanel] = useState<'import' | 'page' | null>(null)
  const roster = useLive(desk.roster, [])
  const classDays = useLive(desk.classDays, [])
  const step = useLive(desk.lastRosterStep, [])
  const proposals = useLive(desk.aliasProposals, [])
  const undo = () => doing(desk.undoRoster)
  const close = () => setPanel(null)
  const given = useImport(desk, doing, undo, close)
  const page = usePageImport(desk, doing, undo, close)
  useEffect(() => {
    if (fromTab === null) return
    setPanel('page')
    page.take(fromTab)
  }, [fromTab])
  if (roster === null || classDays === null) return null
  const open = (wanted: 'import' | 'page') => {
    given.cancel()
    page.cancel()
    setPanel(panel === wanted ? null : wanted)
    if (wanted === 'page') page.look()
  }
  const read = (from: File | string) => {
    setPanel('import')
    given.read(from)
  }
  const template = (format: 'xlsx' | 'csv') => doing(() => desk.rosterTemplate(format))
  return (
    <RosterView
      roster={roster} panel={panel} step={step}
      onPanel={open} onFile={read} onTemplate={template} onUndo={undo}
      onExport={(format) => doing(() => desk.exportRoster(format))}
    >
      {(choose) => (
        <>
          {panel === 'import' && <ImportPanel {...given.props} onChooseFile={choose} onPaste={read} onTemplate={template} onCancel={() => { given.cancel(); close() }} />}
          {panel === 'page' && <PageImport {...page.props} units={roster.units} classDays={classDays} onCancel={() => { page.cancel(); close() }} />}
          <AliasProposals proposals={proposals ?? []} onAlias={(unitId, name) => doing(() => desk.addAlias(unitId, name), desk.undoRoster)} />
          {roster.units.length + roster.sites.length + roster.columns.length > 0 && (
            <RosterBrowser
              roster={roster} classDays={classDays} belongings={desk.belongings} onUndo={undo}
              onSave={(saved) => new Promise((done) => doing(async () => {
                const says = await desk.saveRow(saved).catch((error: unknown) => (done(false), Promise.reject(error)))
                done(true)
                return says
              }, desk.undoRoster))}
              onSet={(kind, ids, change) => doing(() => desk.setRows({ kind, ids }, change), desk.undoRoster)}
              onMerge={(ids, into) => doing(() => desk.mergeUnits(ids, into), desk.undoRoster)}
              onRemove={(kind, ids) => doing(() => desk.removeRows({ kind, ids }), desk.undoRoster)}
            />
          )}
        </>
      )}
    </RosterView>
  )
}
