import { useState } from 'preact/hooks'
import { RosterView } from '../../components/ledger/roster/RosterView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk, RosterImport } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { Doing } from './App.tsx'

/** 单位: look at what a file would change, then let it. */
export function RosterPage({ desk, doing }: { desk: Desk; doing: Doing }) {
  const [busy, setBusy] = useState<'reading' | 'importing' | null>(null)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const [planned, setPlanned] = useState<RosterImport | null>(null)
  const units = useLive(desk.unitRows, [])
  const during = async (what: 'reading' | 'importing', work: () => Promise<RosterImport | null>) => {
    setBusy(what)
    setProblem(null)
    try {
      setPlanned(await work())
    } catch (error) {
      setProblem(phraseOf(error))
    } finally {
      setBusy(null)
    }
  }
  return (
    <RosterView
      units={units ?? []}
      preview={planned?.preview ?? null}
      busy={busy}
      problem={problem}
      onFile={(file) => void during('reading', () => desk.readRoster(file))}
      onTemplate={() => doing(desk.rosterTemplate)}
      onImport={() => {
        if (planned) void during('importing', async () => (doing(() => desk.importRoster(planned)), null))
      }}
      onCancelImport={() => setPlanned(null)}
      onOpenUnit={(id) => (location.hash = `#/issues?unit=${id}`)}
    />
  )
}
