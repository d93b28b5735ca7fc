import { ulid } from 'ulid'
import { askToCaptureAnywhere, askToRead, mayCaptureAnywhere, onPermissionsChange } from '../browser/permissions.ts'
import { sidePanelOpener } from '../browser/side-panel.ts'
import { ownWindow, type TabBrief } from '../browser/tabs.ts'
import { ask, askPage } from '../browser/transport.ts'
import { PlainError, report } from '../errors.ts'
import { followGlance, type Following, type Look } from './follow-glance.ts'
import { tabAt, type PopupPlace } from './popup-place.ts'
import type { PopupLedger } from './popup-ledger.ts'
import type { In, ToPage } from '../messages.ts'
import { askToRecord } from './ask-to-record.ts'
import { saysOfRecorded } from './recorded-says.ts'
import { reasonOfStep, saysOfStep, type PastStep } from './page/past-steps.ts'
import type { CaptureKind } from '../types/capture.ts'
import type { PastIssue } from '../types/recheck.ts'
import type { Finding } from '../types/finding.ts'
import type { Glance } from '../types/glance.ts'
import { shortNumber, type Issue, type Status } from '../types/issue.ts'
import type { Source, Tell } from '../types/live.ts'
import type { Phrase } from '../types/phrase.ts'
import type { Day } from '../types/reading.ts'
import type { Ignore, IgnoreScope, RecordTarget } from '../types/record.ts'
import type { RouteStep } from '../types/route.ts'

export type Popup = ReturnType<typeof createPopup>

/** The database comes after the page's glance was asked for: a third of what the popup loads, and nothing of it stands in its first picture. */
function ledgerLater(): <T>(pick: (ledger: PopupLedger) => Source<T>) => Source<T> {
  const coming = import('./popup-ledger.ts').then(({ openPopupLedger }) => openPopupLedger())
  return (pick) => (tell, fail) => {
    const over = new AbortController()
    coming.then((ledger) => {
      if (over.signal.aborted) return
      const stop = pick(ledger)(tell, fail)
      over.signal.addEventListener('abort', stop)
    }).catch((error: unknown) => (over.signal.aborted ? undefined : fail(error)))
    return () => over.abort()
  }
}

/**
 * What the popup can see and do. Each action answers with the sentence to show, or throws a PlainError.
 * @param first the first look at the page, begun before the program was here
 */
export function createPopup(place: PopupPlace, first: Promise<Look>) {
  const fromLedger = ledgerLater()
  const stays = place.kind === 'panel'
  const found = () => tabAt(place)
  /** The tab that is shown: a click is meant for it, though another may have come to the front a moment ago. */
  let shown: TabBrief | null = null
  const tab = async (): Promise<TabBrief> => shown ?? found()
  let follows: Following | null = null
  const after = async (work: Promise<unknown>, says: Phrase | null = null) => (await work, says)
  /** Where issues stood before they were settled here; what was shown then may have been older. */
  const stood = new Map<string, Status>()
  return {
    glance: (tell: Tell<Glance>) => {
      follows = followGlance(found, stays, (tab, glance) => {
        shown = tab
        tell(glance)
      }, first)
      return follows.stop
    },
    language: fromLedger(({ language }) => language),
    units: fromLedger(({ units }) => units),
    today: (day: Day) => fromLedger(({ today }) => today(day)),
    round: fromLedger(({ round }) => round),
    sync: fromLedger(({ sync }) => sync),
    space: fromLedger(({ space }) => space),
    captureAllowed: (tell: Tell<boolean>) => {
      const look = () => void mayCaptureAnywhere().then(tell, report)
      onPermissionsChange(look)
      look()
      return () => undefined
    },
    record: async (target: RecordTarget): Promise<Phrase> => saysOfRecorded(await askToRecord(ask, { issueId: ulid(), target, tabId: (await tab()).id })),
    /** The person chooses in the page, so the popup makes room; a side panel is beside it. */
    capture: async (kind: CaptureKind, target: RecordTarget): Promise<null> => {
      await ask('shot.begin', { kind, tabId: (await tab()).id, target, addTo: null })
      if (!stays) window.close()
      return null
    },
    openPanel: stays ? null : panelOpener(),
    wave: async ({ check, evidence }: Finding, kind: Ignore['kind'], scope: IgnoreScope) => {
      const { id, url } = await tab()
      await ask('finding.ignore', { kind, scope, check, evidence, url })
      return after(askPage(id, 'page.refresh', null), { key: `app.${kind}.${scope}` })
    },
    settlePast: async (issue: PastIssue, to: PastStep): Promise<Phrase> => {
      const { id: issueId, says } = issue
      const { id, url } = await tab()
      stood.set(issueId, await ask('past.settle', { url, issueId, to, undo: false, reason: reasonOfStep(says) }))
      return after(askPage(id, 'page.refresh', null), { key: saysOfStep(to), params: { number: shortNumber(issue) } }) as Promise<Phrase>
    },
    /** Takes back what `settlePast` did to an issue, as it stood before. */
    unsettlePast: async (issue: PastIssue): Promise<Phrase | null> => {
      const { id: issueId, status, says } = issue
      const { id, url } = await tab()
      await ask('past.settle', { url, issueId, to: (stood.get(issueId) ?? status) as PastStep | 'doubtful', undo: true, reason: reasonOfStep(says) })
      return after(askPage(id, 'page.refresh', null), { key: 'app.undone', params: { number: shortNumber(issue) } })
    },
    /** 再读一次, after it failed. */
    readAgain: async () => after(askPage((await tab()).id, 'page.refresh', null)),
    locate: async (finding: Finding) => after(askPage((await tab()).id, 'page.locate', { findingId: finding.id })),
    step: async (step: RouteStep): Promise<Phrase | null> => (await ask('route.step', { step, tabId: (await tab()).id })).says,
    links: async (order: In<ToPage, 'page.links'>['order'], host?: string) => after(askPage((await tab()).id, 'page.links', { order, ...(host === undefined ? {} : { host }) })),
    /** 识别图中文字: all large pictures, none any more, or what the person frames in the page. */
    pictures: async (order: In<ToPage, 'page.pictures'>['order'] | 'frame') => {
      const { id } = await tab()
      return after(order === 'frame' ? ask('picture.choose', { tabId: id }) : askPage(id, 'page.pictures', { order }))
    },
    assignUnit: async ({ unitId = null, newName = '' }: { unitId?: string | null; newName?: string }) =>
      after(ask('unit.assign', { url: (await tab()).url, unitId, newName })),
    /** Called straight from a click: only then may the browser ask for the permission. */
    toggleSite: async (on: boolean, url: string) => {
      if (on && !(await askToRead(new URL(url).hostname))) throw new PlainError({ key: 'app.error.no-permission' })
      await ask('site.switch', { url, on })
      follows?.now()
      return null
    },
    undo: (issue: Issue) => after(ask('issue.undo', { issueId: issue.id }), { key: 'app.undone', params: { number: shortNumber(issue) } }),
    openLedger: (hash: string) => after(ask('ledger.open', { hash })),
    /** 从本页导入: the ledger page asks this tab itself. */
    importPlaces: async () => after(ask('ledger.open', { hash: `#/roster/page/${(await tab()).id}` })),
    allowCapture: async () => (await askToCaptureAnywhere(), null),
  }
}

/** 在侧边栏里打开, called straight from a click; null where the browser has no side panel. */
function panelOpener(): (() => Promise<null>) | null {
  const open = sidePanelOpener()
  if (!open) return null
  // Asked before the click: a browser that has to be asked something else first may forget that there was one.
  let windowId: number | null = null
  ownWindow().then((id) => (windowId = id), report)
  return async () => {
    await open(windowId ?? -1)
    window.close()
    return null
  }
}
