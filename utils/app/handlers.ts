import { hostOf } from '../address.ts'
import type { TabBrief } from '../browser/tabs.ts'
import { PlainError } from '../errors.ts'
import { ignoreFinding } from '../ledger/ignores.ts'
import { keepLinks } from '../ledger/readings.ts'
import { undoRecording } from '../ledger/rebound.ts'
import { isRecheckTab } from '../ledger/rechecks.ts'
import { readSettings } from '../ledger/settings.ts'
import type { LinkChecker } from '../links/checker.ts'
import type { Handlers, Sender, StreamHandlers, ToBackground } from '../messages.ts'
import { countsOf } from '../types/finding.ts'
import { admitOwn } from './admit.ts'
import { assignUnit } from './assign-unit.ts'
import { modelFindings, type ModelDeps } from './model-findings.ts'
import { judge, type VerdictDeps } from './page-verdict.ts'
import { logReading } from './reading-log.ts'
import { record } from './record.ts'
import { readOrder, type ReadOrderDeps } from './pictures/read-order.ts'
import type { PageFetcher } from './recheck/fetch-page.ts'
import { settlePast } from './recheck/settle.ts'
import { isLogged, placeFor, roundHandlers } from './round-place.ts'
import { beginCapture } from './capture/begin.ts'
import { isBusy } from './capture/take.ts'
import { takeForPage, type PageTakeDeps } from './capture/take-for-page.ts'
import { retake, type RetakeDeps } from './retake.ts'
import type { Ignore } from '../types/record.ts'
import { isOn } from './site-scope.ts'
import type { SiteSwitch } from './site-switch.ts'

/** What the background's use cases depend on. */
export interface BackgroundDeps extends RetakeDeps, PageTakeDeps {
  verdict: VerdictDeps
  model: ModelDeps
  links: LinkChecker
  fetchPage: PageFetcher
  /** 识别图中文字. */
  pictures: ReadOrderDeps
  sites: SiteSwitch
  mayRead: (url: string) => Promise<boolean>
  showCounts: (tabId: number, serious: number, others: number) => Promise<void>
  openLedger: (hash: string) => Promise<void>
  /** Puts the windows of our layer into the page of a tab. */
  injectWindows: (tabId: number) => Promise<void>
  /** Goes to an address in a tab. */
  goTo: (tabId: number, url: string) => Promise<void>
}

/** Hands each message to its use case. The map is the whole of what others may ask of the background. */
export function backgroundHandlers(deps: BackgroundDeps): Handlers<ToBackground> {
  const { ledger, sites } = deps
  const refresh = async (url: string) => refreshHosts([new URL(url).hostname])
  const refreshHosts = async (hosts: readonly string[]) => {
    const pages = (await Promise.all(hosts.map((host) => deps.pagesOf(host)))).flat()
    await Promise.all(pages.map(({ tabId }) => deps.askPage(tabId, 'page.refresh', null).catch(() => null)))
  }
  const isQuiet = async ({ tabId }: Sender) => tabId !== null && isRecheckTab(ledger.db, tabId)
  return {
    ...roundHandlers(deps),
    'page.read': async ({ reading, badge }, sender) => {
      const [{ verdict, judged }, quiet, logged, round] = await Promise.all([judge(deps.verdict, reading), isQuiet(sender), isLogged(ledger, sender), placeFor(ledger, sender)])
      const answer = { ...verdict, quiet, round }
      // A tab that a re-check opened: nobody reads there.
      if (quiet) return answer
      const { serious, others } = countsOf(verdict.findings)
      if (badge && sender.tabId !== null) void deps.showCounts(sender.tabId, serious, others)
      // The page does not wait for the log, and neither a private window nor a paused log leaves any.
      if (logged) void logReading(ledger.db, judged)
      return answer
    },
    'page.windows': async (_, { tabId }) => {
      if (tabId !== null) await deps.injectWindows(tabId)
      return null
    },
    'page.model': async ({ reading }, sender) => ((await isQuiet(sender)) ? null : modelFindings(deps.model, reading)),
    'issue.record': async ({ issueId, target, tabId }, sender) => {
      const tab = await tabOf(deps, sender, tabId)
      // A page that is being walked over does not look as its reader sees it.
      if (isBusy(deps, tab.id)) throw new PlainError({ key: 'app.error.capture-busy' })
      return record(deps, issueId, target, tab)
    },
    'links.stop-host': async ({ host }) => {
      deps.links.stopHost(host)
      return null
    },
    'links.checked': async ({ url, ...counts }, sender) => {
      if (await isLogged(ledger, sender)) await keepLinks(ledger.db, url, ledger.now().toISOString(), counts)
      return null
    },
    'issue.undo': async ({ issueId }, sender) => {
      admitOwn('issue.undo', (await ledger.db.issues.get(issueId))?.url, sender)
      const { url } = await undoRecording(ledger, issueId)
      await refresh(url)
      return null
    },
    'finding.ignore': (wanted) => ignoreFinding(ledger, wanted),
    'ignore.undo': async ({ id }, sender) => {
      admitIgnore(await ledger.db.ignores.get(id), sender)
      await ledger.db.ignores.delete(id)
      return null
    },
    'badge.show': async ({ serious, others }, { tabId }) => {
      if (tabId !== null) await deps.showCounts(tabId, serious, others)
      return null
    },
    'site.state': async ({ url }) => ({ on: isOn(url, await readSettings(ledger.db)), readable: await deps.mayRead(url) }),
    'site.switch': async ({ url, on }) => {
      await sites.turn(new URL(url).hostname, on)
      return null
    },
    'unit.assign': async ({ url, unitId, newName }) => {
      await assignUnit(ledger, { url, unitId, newName })
      await refresh(url)
      return null
    },
    'shot.begin': async ({ tabId, ...wish }, sender) => {
      if (wish.addTo !== null) admitOwn('shot.begin', (await ledger.db.issues.get(wish.addTo))?.url, sender)
      return beginCapture(deps, wish, await tabOf(deps, sender, tabId))
    },
    'shot.retake': async ({ issueId, kind }) => {
      await retake(deps, issueId, kind)
      return null
    },
    'pages.refresh': async () => {
      await sites.keep()
      await refreshHosts(['*.gov.cn', ...(await readSettings(ledger.db)).sitesOn])
      return null
    },
    'past.settle': (wanted, sender) => settlePast(ledger, sender.own ? wanted : { ...wanted, url: sender.url }),
    'picture.choose': async ({ tabId }, sender) => {
      await beginCapture(deps, { kind: 'region', target: { kind: 'page' }, addTo: null, reads: true }, await tabOf(deps, sender, tabId))
      return null
    },
    'picture.frame': async ({ box }, sender) => {
      if (sender.tabId !== null) await deps.askPage(sender.tabId, 'page.frame', { box })
      return null
    },
    'ledger.open': async ({ hash }) => {
      await deps.openLedger(hash)
      return null
    },
  }
}

/** Work that is answered bit by bit. */
export function backgroundStreams({ links, fetchPage, pictures, ledger }: Pick<BackgroundDeps, 'links' | 'fetchPage' | 'pictures'> & { ledger: Pick<BackgroundDeps['ledger'], 'db'> }): Omit<StreamHandlers, 'shot.take'> {
  return {
    'links.check': async ({ pageUrl, hrefs, force }, emit, signal, sender) => {
      // a private window is asked about only where the office said so, and leaves nothing behind
      if (sender.private && !(await readSettings(ledger.db)).linksInPrivate) throw new PlainError({ key: 'app.error.private-links' })
      await links.check(hrefs, { pageUrl, force, keep: !sender.private, signal, onVerdict: emit })
    },
    'page.copy': async ({ url }, emit, signal) => emit(await fetchPage(url, signal)),
    'picture.read': (order, emit, signal, sender) => readOrder(pictures, order, emit, signal, sender),
  }
}

/** Pictures that a person chooses in a page. */
export function captureStream(deps: PageTakeDeps & Pick<BackgroundDeps, 'tabById'>): Pick<StreamHandlers, 'shot.take'> {
  return { 'shot.take': async (order, emit, signal, sender) => takeForPage(deps, order, await tabOf(deps, sender, null), emit, signal) }
}

/** A content script records in its own tab; the popup names the tab. */
async function tabOf(deps: Pick<BackgroundDeps, 'tabById'>, sender: Sender, tabId: number | null): Promise<TabBrief> {
  const id = sender.own ? tabId : sender.tabId
  const tab = id === null ? null : await deps.tabById(id)
  if (!tab) throw new PlainError({ key: 'app.error.tab-gone' })
  return tab
}

/** 「此处」 and 「本网站」 of another site are not a page's to take back; 「所有网站」 are everybody's. @throws PlainError */
function admitIgnore(ignore: Ignore | undefined, sender: Sender): void {
  const elsewhere = ignore && ignore.scope !== 'everywhere' && ignore.where.split('/')[0] !== hostOf(sender.url)
  if (elsewhere && !sender.own) throw new PlainError({ key: 'app.error.bad-message', params: { name: 'ignore.undo' } })
}
