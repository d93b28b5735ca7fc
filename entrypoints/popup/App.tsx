import { useState } from 'preact/hooks'
import { PopupView } from '../../components/popup/PopupView.tsx'
import type { Notice } from '../../components/shared/Toast.tsx'
import { useLive } from '../../components/shared/useLive.ts'
import type { Popup } from '../../utils/app/popup.ts'
import { phraseOf } from '../../utils/errors.ts'
import { setLanguage } from '../../utils/locale.ts'
import { dayInShanghai } from '../../utils/lists/week.ts'
import type { Phrase } from '../../utils/types/phrase.ts'

/** Popup and side panel. They hold no work of their own: whatever is clicked goes to the background at once, because a popup closes on blur. */
export function App({ popup }: { popup: Popup }) {
  const [notice, setNotice] = useState<Notice | null>(null)
  const [busy, setBusy] = useState<string | null>(null)
  const language = useLive(popup.language, [])
  const glance = useLive(popup.glance, [])
  const units = useLive(popup.units, [])
  const day = dayInShanghai(new Date().toISOString())
  const today = useLive(popup.today(day), [])
  const round = useLive(popup.round, [])
  const space = useLive(popup.space, [])
  const sync = useLive(popup.sync, [])
  const captureAllowed = useLive(popup.captureAllowed, [])

  if (language !== null) setLanguage(language)
  const doing = async (what: string, work: () => Promise<Phrase | null>, back?: () => Promise<Phrase | null>) => {
    setBusy(what)
    try {
      const says = await work()
      if (says) setNotice({ says, tone: 'done', ...(back ? { action: { label: { key: 'app.undo' }, run: () => void doing(what, back) } } : {}) })
    } catch (error) {
      setNotice({ says: phraseOf(error), tone: 'problem' })
    } finally {
      setBusy(null)
    }
  }
  return (
    <PopupView
      glance={glance}
      units={units ?? []}
      today={today ?? []}
      round={round}
      space={space}
      captureAllowed={captureAllowed ?? true}
      busy={busy}
      notice={notice}
      onNoticeClose={() => setNotice(null)}
      onRecord={(finding) => void doing(finding.id, () => popup.record({ kind: 'finding', findingId: finding.id }))}
      onRecordManual={(manual) => void doing('manual', () => popup.record({ kind: 'manual', ...manual, type: `manual/${manual.type}` }))}
      onCapture={(kind, manual) => void doing('manual', () => popup.capture(kind, manual ? { kind: 'manual', ...manual, type: `manual/${manual.type}` } : { kind: 'page' }))}
      onIgnore={(finding, scope) => void doing(finding.id, () => popup.wave(finding, 'ignored', scope))}
      onFalseAlarm={(finding) => void doing(finding.id, () => popup.wave(finding, 'false-alarm', 'site'))}
      onSettlePast={(issue, to) => void doing(issue.id, () => popup.settlePast(issue, to), () => popup.unsettlePast(issue))}
      onLocate={(finding) => void doing(finding.id, () => popup.locate(finding))}
      onAssignUnit={(choice) => void doing('unit', () => popup.assignUnit(choice))}
      onToggleSite={(on) => void doing('site', () => popup.toggleSite(on, glance?.url ?? ''))}
      onReadAgain={() => void doing('site', popup.readAgain)}
      onUndo={(issue) => void doing(issue.id, () => popup.undo(issue))}
      onStep={(step) => void doing('route', () => popup.step(step))}
      onOpenLedger={() => void doing('ledger', () => popup.openLedger(''))}
      onSync={() => void doing('ledger', () => popup.openLedger('#/export/sync'))}
      sync={{ seen: sync, today: day, onOpen: () => void doing('ledger', () => popup.openLedger('#/team')) }}
      onOpenIssue={(issue) => void doing('ledger', () => popup.openLedger(`#/issues/${issue.id}`))}
      onPauseLinks={() => void doing('links', () => popup.links('pause'))}
      onStopLinks={() => void doing('links', () => popup.links('stop'))}
      onRecheckLinks={() => void doing('links', () => popup.links('recheck'))}
      onImportPlaces={() => void doing('ledger', popup.importPlaces)}
      onStopHost={(host) => void doing('links', () => popup.links('stop-host', host))}
      onPictures={(order) => void doing('pictures', () => popup.pictures(order))}
      onAllowCapture={() => void doing('capture', popup.allowCapture)}
      onOpenPanel={popup.openPanel ? () => void doing('panel', popup.openPanel!) : undefined}
    />
  )
}
