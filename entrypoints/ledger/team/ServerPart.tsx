import { useEffect, useState } from 'preact/hooks'
import { ServerForm } from '../../../components/ledger/team/ServerForm.tsx'
import { ServerFoundBox } from '../../../components/ledger/team/ServerFoundBox.tsx'
import { ServerSettings } from '../../../components/ledger/team/ServerSettings.tsx'
import { ServerState } from '../../../components/ledger/team/ServerState.tsx'
import { useLive } from '../../../components/shared/useLive.ts'
import type { Desk } from '../../../utils/app/desk/index.ts'
import { phraseOf, report } from '../../../utils/errors.ts'
import { t } from '../../../utils/locale.ts'
import type { Phrase } from '../../../utils/types/phrase.ts'
import type { ServerFound } from '../../../utils/types/team-server.ts'
import type { Doing } from '../App.tsx'

type Account = Awaited<ReturnType<Desk['server']['admit']>>
type Entered = Awaited<ReturnType<Desk['server']['entered']>>

/** 服务器: entered once, then how it stands. What a click asks for goes one at a time. */
export function ServerPart({ desk, doing }: { desk: Desk; doing: Doing }) {
  const { server } = desk
  const seen = useLive(server.serverSeen, [])
  const units = useLive(desk.units, []) ?? []
  const [entered, setEntered] = useState<Entered>(null)
  const [trying, setTrying] = useState<{ account: Account; found: ServerFound } | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Phrase | null>(null)
  const joined = seen ? seen.space !== null : null
  const look = () => void server.entered().then(setEntered, report)
  useEffect(() => {
    look()
    if (joined) server.greet().catch(report)
  }, [joined])
  if (!seen) return null

  const alone = (work: () => Promise<void>) => {
    setBusy(true)
    setProblem(null)
    work().catch((error: unknown) => setProblem(phraseOf(error))).finally(() => setBusy(false))
  }
  /** What says how it went in the one place for it. */
  const told = (work: () => Promise<Phrase | null>) => {
    setBusy(true)
    doing(() => work().finally(() => (setBusy(false), look())))
  }
  const enter = (work: () => Promise<void>) => alone(async () => (await work(), setTrying(null)))
  return (
    <section aria-labelledby="team-server">
      <h2 id="team-server">{t('team.server.title')}</h2>
      {seen.space ? (
        <ServerState seen={seen} user={entered?.user ?? ''} today={desk.today()} busy={busy} onSync={() => told(server.syncNow)} onAccept={() => told(server.accept)} onAdmit={() => told(() => server.admitAgain(seen.space!.server))} onLeave={() => told(server.leave)}>
          {entered && (
            <ServerSettings
              key={JSON.stringify(entered)}
              user={entered.user}
              scope={{ unitIds: entered.unitIds, pictures: entered.pictures }}
              units={units}
              busy={busy}
              onScope={(scope) => told(() => server.rescope(scope))}
              onAccount={(account) => told(() => server.reenter(account))}
            />
          )}
        </ServerState>
      ) : trying ? (
        <ServerFoundBox
          database={trying.account.database}
          found={trying.found}
          name={t('team.server.spaceName', { year: desk.today().slice(0, 4) })}
          units={units}
          busy={busy}
          problem={problem}
          onFound={(name, scope) => enter(() => server.found({ ...trying.account, ...scope }, name))}
          onJoin={(scope) => enter(() => server.join({ ...trying.account, ...scope }))}
          onBack={() => (setTrying(null), setProblem(null), void server.dismiss().catch(report))}
        />
      ) : (
        <ServerForm
          busy={busy}
          problem={problem}
          onConnect={(entry) => {
            // begun in the click itself: only then may the browser ask
            const admitted = server.admit(entry)
            alone(async () => {
              const account = await admitted
              setTrying({ account, found: await server.probe(account) })
            })
          }}
        />
      )}
    </section>
  )
}
