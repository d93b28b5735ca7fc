import { ulid } from 'ulid'
import { hostOf } from '../address.ts'
import { askToCaptureAnywhere, askToRead, mayCaptureAnywhere, onPermissionsChange } from '../browser/permissions.ts'
import { activeTab, tabById, type TabBrief } from '../browser/tabs.ts'
import { ask, askPage } from '../browser/transport.ts'
import { PlainError, report } from '../errors.ts'
import { LedgerDb } from '../ledger/db.ts'
import { placeOf } from '../ledger/routes.ts'
import { watch } from '../ledger/live.ts'
import { issuesBetween } from '../ledger/query.ts'
import { seenOfServer } from './sync-seen.ts'
import { watchSpace } from './watch-space.ts'
import { languageOf } from './language.ts'
import { spanOfDays } from '../lists/week.ts'
import type { In, ToPage } from '../messages.ts'
import { reasonOfStep, saysOfStep, type PastStep } from './page/past-steps.ts'
import type { CaptureKind } from '../types/capture.ts'
import type { PastIssue } from '../types/recheck.ts'
import type { Finding } from '../types/finding.ts'
import type { Glance } from '../types/glance.ts'
import { shortNumber, type Issue, type Status } from '../types/issue.ts'
import type { Tell } from '../types/live.ts'
import type { Phrase } from '../types/phrase.ts'
import type { Day } from '../types/reading.ts'
import type { Ignore, IgnoreScope, RecordTarget } from '../types/record.ts'
import type { RouteStep } from '../types/route.ts'

/** How often a page that is still being read or looked at is asked again, in ms. */
const AGAIN = 400

export type Popup = ReturnType<typeof createPopup>

/** What the popup can see and do. Each action answers with the sentence to show, or throws a PlainError. */
export function createPopup(tabId: number | null) {
  const db = new LedgerDb()
  const find = tabId === null ? activeTab : () => tabById(tabId)
  const tab = async (): Promise<TabBrief> => {
    const found = await find()
    if (!found) throw new PlainError({ key: 'app.error.tab-gone' })
    return found
  }
  const after = async (work: Promise<unknown>, says: Phrase | null = null) => (await work, says)
  /** Where issues stood before they were settled here; what was shown then may have been older. */
  const stood = new Map<string, Status>()
  return {
    glance: (tell: Tell<Glance>) => again(async () => glanceOf(await tab()), tell),
    language: watch(() => languageOf(db)),
    units: watch(() => db.units.orderBy('name').toArray()),
    today: (day: Day) => {
      const { from, to } = spanOfDays(day, day)
      return watch(async () => (await issuesBetween(db, from, to)).reverse())
    },
    round: watch(() => placeOf(db)),
    sync: watch(() => seenOfServer(db)),
    space: watchSpace,
    captureAllowed: (tell: Tell<boolean>) => {
      const look = () => void mayCaptureAnywhere().then(tell, report)
      onPermissionsChange(look)
      look()
      return () => undefined
    },
    record: async (target: RecordTarget): Promise<Phrase> => {
      const { id } = await tab()
      const { number, shot, duplicateOf, rebounds } = await ask('issue.record', { issueId: ulid(), target, tabId: id })
      const key = rebounds ? 'app.recorded.rebound' : duplicateOf === null ? `app.recorded.${shot}` : 'app.recorded.twin'
      return { key, params: { number, first: duplicateOf ?? 0, times: rebounds ?? 0 } }
    },
    /** The person chooses in the page, so the popup makes room. */
    capture: async (kind: CaptureKind, target: RecordTarget): Promise<null> => {
      await ask('shot.begin', { kind, tabId: (await tab()).id, target, addTo: null })
      window.close()
      return null
    },
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
      return after(ask('site.switch', { url, on }))
    },
    undo: (issue: Issue) => after(ask('issue.undo', { issueId: issue.id }), { key: 'app.undone', params: { number: shortNumber(issue) } }),
    openLedger: (hash: string) => after(ask('ledger.open', { hash })),
    /** 从本页导入: the ledger page asks this tab itself. */
    importPlaces: async () => after(ask('ledger.open', { hash: `#/roster/page/${(await tab()).id}` })),
    allowCapture: async () => (await askToCaptureAnywhere(), null),
  }
}

/** What there is to see of a tab; where no content script answers, why. */
async function glanceOf({ id, url }: TabBrief): Promise<Glance> {
  const host = hostOf(url)
  if (!/^https?:/.test(url)) return { state: 'restricted', url, host, says: { key: 'app.error.restricted-page' } }
  try {
    return await askPage(id, 'page.glance', null)
  } catch (error) {
    if (!(error instanceof PlainError)) throw error
    const { on } = await ask('site.state', { url })
    if (on) return { state: 'restricted', url, host, says: { key: 'app.error.no-page' } }
    return { state: 'off', url, host, says: { key: host.endsWith('.gov.cn') ? 'app.off' : 'app.not-switched-on' } }
  }
}

/** Asks now, and again while there is something to wait for. */
function again(look: () => Promise<Glance>, tell: Tell<Glance>): () => void {
  let over = false
  const round = async () => {
    const glance = await look()
    if (over) return
    tell(glance)
    setTimeout(() => void round().catch(report), AGAIN)
  }
  void round().catch(report)
  return () => {
    over = true
  }
}
