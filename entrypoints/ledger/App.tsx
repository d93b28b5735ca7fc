import { useEffect, useState } from 'preact/hooks'
import { LedgerShell, type LedgerTab } from '../../components/ledger/LedgerShell.tsx'
import { RoundsSheet } from '../../components/ledger/rounds/RoundsSheet.tsx'
import { SelfCheckSheet } from '../../components/ledger/selfcheck/SelfCheckSheet.tsx'
import { SpaceNote } from '../../components/ledger/SpaceNote.tsx'
import { Welcome } from '../../components/ledger/Welcome.tsx'
import type { Notice } from '../../components/shared/Toast.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { phraseOf } from '../../utils/errors.ts'
import { currentLanguage, setLanguage, type Language } from '../../utils/locale.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import { AccountsPage } from './AccountsPage.tsx'
import { Broken } from './Broken.tsx'
import { Exports } from './export/Exports.tsx'
import { Issues } from './Issues.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { ReadingLogPage } from './ReadingLogPage.tsx'
import { RoundsPage } from './RoundsPage.tsx'
import { routeOf, type Route } from './route.ts'
import { RecheckPage } from './RecheckPage.tsx'
import { RosterPage } from './RosterPage.tsx'
import { SelfCheckPage } from './SelfCheckPage.tsx'
import { UnitPage } from './UnitPage.tsx'
import { SettingsPage } from './SettingsPage.tsx'

/** Runs what a click asked for and says how it went. */
export type Doing = (work: () => Promise<Phrase | null>, undo?: () => Promise<Phrase | null>) => void

/** The ledger page: which view the address names, and one place for sentences. */
export function App({ desk }: { desk: Desk }) {
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash))
  const [notice, setNotice] = useState<Notice | null>(null)
  const language = useLive(desk.language, [])
  const trouble = useLive(desk.trouble, [])
  const space = useLive(desk.space, [])
  const backupDue = useLive(desk.backupDue, [])
  const captureAllowed = useLive(desk.captureAllowed, [])
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash))
    addEventListener('hashchange', follow)
    // The address may have changed between the first drawing and this.
    follow()
    return () => removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    // Whoever looks at the ledger needs no reminder of it that day; also in a tab that stayed open overnight.
    const seen = () => document.visibilityState === 'visible' && desk.seen()
    addEventListener('visibilitychange', seen)
    seen()
    return () => removeEventListener('visibilitychange', seen)
  }, [])
  if (trouble) return <Broken desk={desk} trouble={trouble} />
  if (language === null) return null
  setLanguage(language)
  document.documentElement.lang = currentLanguage()

  const doing: Doing = (work, undo) => {
    work().then(
      (says) => {
        if (!says) return
        const action = undo && { label: { key: 'app.undo' }, run: () => doing(undo) }
        setNotice({ says, tone: 'done', ...(action ? { action } : {}) })
      },
      (error: unknown) => setNotice({ says: phraseOf(error), tone: 'problem' }),
    )
  }
  const allowCapture = () => doing(() => desk.allowCapture(route.forIssue))
  return (
    <LedgerShell
      tab={route.tab}
      onSync={() => (location.hash = '#/export/sync')}
      onTab={(tab: LedgerTab) => (location.hash = `#/${tab}`)}
      notice={notice}
      onNoticeClose={() => setNotice(null)}
      note={<SpaceNote space={space} backupDue={route.welcome ? null : backupDue} onLater={() => doing(desk.backupLater)} />}
      language={currentLanguage()}
      onLanguage={(to: Language) => doing(() => desk.setLanguage(to))}
    >
      {route.welcome ? (
        <Welcome captureAllowed={captureAllowed ?? false} onAllowCapture={allowCapture} onStart={() => (location.hash = '#/issues')} />
      ) : route.recheck ? (
        <RecheckPage key={desk.recheckNamed().join()} desk={desk} doing={doing} ids={desk.recheckNamed()} unitId={route.unitId} captureAllowed={captureAllowed ?? false} />
      ) : route.tab === 'issues' ? (
        <Issues desk={desk} doing={doing} issueId={route.id} filter={route.filter} />
      ) : route.tab === 'overview' ? (
        <OverviewTab desk={desk} />
      ) : route.tab === 'units' ? (
        <UnitPage desk={desk} doing={doing} unitId={route.id} />
      ) : route.tab === 'rounds' ? (
        <RoundsSheet section={route.rounds} onSection={(section) => (location.hash = section === 'log' ? '#/rounds/log' : '#/rounds')}>
          {route.rounds === 'log' ? <ReadingLogPage desk={desk} doing={doing} /> : <RoundsPage desk={desk} doing={doing} />}
        </RoundsSheet>
      ) : route.tab === 'roster' ? (
        <RosterPage desk={desk} doing={doing} fromTab={route.fromTab} />
      ) : route.tab === 'selfcheck' ? (
        <SelfCheckSheet section={route.section} onSection={(section) => (location.hash = section === 'sites' ? '#/selfcheck' : '#/selfcheck/accounts')}>
          {route.section === 'sites' ? <SelfCheckPage desk={desk} doing={doing} /> : <AccountsPage desk={desk} doing={doing} />}
        </SelfCheckSheet>
      ) : route.tab === 'export' ? (
        <Exports desk={desk} doing={doing} sync={route.sync} />
      ) : (
        <SettingsPage section={route.settings} desk={desk} doing={doing} captureAllowed={captureAllowed ?? false} onAllowCapture={allowCapture} />
      )}
    </LedgerShell>
  )
}
