import { useState } from 'preact/hooks'
import { RoundsView } from '../../components/ledger/rounds/RoundsView.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import type { Doing } from './App.tsx'

/** 轮次: one round, counted anew whenever a page is read. */
export function RoundsPage({ desk, doing }: { desk: Desk; doing: Doing }) {
  const current = desk.currentRounds()
  const [id, setId] = useState(current.week)
  const [busy, setBusy] = useState(false)
  const rows = useLive(desk.rounds, [])
  const facts = useLive(desk.round(id), [id])
  const place = useLive(desk.route, [])
  const during = (work: () => Promise<Phrase | null>) => {
    setBusy(true)
    doing(() => work().finally(() => setBusy(false)))
  }
  const round = facts?.round
  return (
    <RoundsView
      rows={rows ?? []}
      facts={facts?.round.id === id || facts === null ? facts : null}
      place={place ?? { route: null, logPaused: false }}
      current={current}
      busy={busy}
      onRound={setId}
      onSave={(fields) => doing(() => desk.changeRound(id, fields))}
      onAdd={(fields) =>
        doing(async () => {
          setId((await desk.addRound(fields)).id)
          return { key: 'rounds.made' }
        })
      }
      onClose={(closed) => doing(() => desk.closeRound(id, closed), () => desk.closeRound(id, !closed))}
      onReset={() => {
        if (!round) return
        doing(() => desk.resetRound(round), () => desk.putRound(round))
        if (round.kind === 'span') setId(current.week)
      }}
      onStart={(order) => during(() => desk.startRoute(id, order))}
      onStep={(step) => doing(() => desk.routeStep(step))}
      onOpen={(url) => doing(() => desk.openPage(url))}
      onRoster={() => (location.hash = '#/roster')}
    />
  )
}
