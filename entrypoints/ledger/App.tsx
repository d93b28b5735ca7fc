import { useEffect, useState } from 'preact/hooks'
import { LedgerShell, type LedgerTab } from '../../components/ledger/LedgerShell.tsx'
import { SavedNote } from '../../components/ledger/SavedNote.tsx'
import { SpaceNote } from '../../components/ledger/SpaceNote.tsx'
import { ErrorBoundary } from '../../components/shared/ErrorBoundary.tsx'
import { mayLeave } from '../../components/shared/leave.ts'
import type { Notice } from '../../components/shared/Toast.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Desk } from '../../utils/app/desk/index.ts'
import { brokenPhrase, phraseOf, report } from '../../utils/errors.ts'
import { currentLanguage, setLanguage, type Language } from '../../utils/locale.ts'
import type { Phrase } from '../../utils/types/phrase.ts'
import { Broken } from './Broken.tsx'
import { Loss } from './Loss.tsx'
import { routeOf, type Route } from './route.ts'
import { View } from './View.tsx'

/** Runs what a click asked for and says how it went. */
export type Doing = (work: () => Promise<Phrase | null>, undo?: () => Promise<Phrase | null>) => void

/** The ledger page: which view the address names, and one place for sentences. */
export function App({ desk }: { desk: Desk }) {
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash))
  const [notice, setNotice] = useState<Notice | null>(null)
  // what stands around every view is done without where it cannot be read; why the whole ledger cannot be is told by `trouble`
  const language = useLive(desk.language, [], report)
  const trouble = useLive(desk.trouble, [], report)
  const space = useLive(desk.space, [], report)
  const backupDue = useLive(desk.backupDue, [], report)
  const captureAllowed = useLive(desk.captureAllowed, [], report)
  const saved = useLive(desk.saved, [])
  const sync = useLive(desk.server.serverSeen, [], report)
  useEffect(() => {
    const follow = () => {
      if (mayLeave()) setRoute(routeOf(location.hash))
    }
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
  useEffect(() => {
    // once the ledger is known to open
    if (language === null) return undefined
    desk.persistOnce().catch(report)
    return desk.server.follow()
  }, [language === null])
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
  return (
    <LedgerShell
      tab={route.tab}
      sync={{ seen: sync, today: desk.today(), onOpen: () => (location.hash = '#/team') }}
      onSync={() => (location.hash = '#/export/sync')}
      onTab={(tab: LedgerTab) => {
        // what was done in the tab that is left was seen; what went wrong stays until it is closed
        if (tab !== route.tab && notice?.tone !== 'problem') setNotice(null)
        location.hash = `#/${tab}`
      }}
      notice={notice}
      onNoticeClose={() => setNotice(null)}
      note={
        <>
          <Loss desk={desk} doing={doing} />
          <SpaceNote space={space} backupDue={route.welcome ? null : backupDue} onLater={() => doing(desk.backupLater)} />
          <SavedNote saved={saved} onAgain={desk.saveAgain} onSeen={desk.forgetSaved} />
        </>
      }
      language={currentLanguage()}
      onLanguage={(to: Language) => doing(() => desk.setLanguage(to))}
    >
      <ErrorBoundary at={location.hash} says={brokenPhrase}>
        <View desk={desk} doing={doing} route={route} captureAllowed={captureAllowed ?? false} onAllowCapture={() => doing(() => desk.allowCapture(route.forIssue))} />
      </ErrorBoundary>
    </LedgerShell>
  )
}
