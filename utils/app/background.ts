import { newId } from './new-id.ts'
import { pictureHindrance } from '../browser/abilities.ts'
import { captureVisible } from '../browser/capture.ts'
import type { MenuEntry, MenuTarget } from '../browser/entrances.ts'
import { mayRead } from '../browser/permissions.ts'
import { injectCapture, injectInto, injectWindows, keepContentScript, pagesOf } from '../browser/scripts.ts'
import { storageEstimate } from '../browser/estimate.ts'
import { sidePanelOpener } from '../browser/side-panel.ts'
import { activeTab, goTo, isLoading, openLedgerPage, showTab, tabById, zoomOf, type TabBrief } from '../browser/tabs.ts'
import { openPopup, showBadge } from '../browser/toolbar.ts'
import { askCapture, askPage, askWorkshop } from '../browser/transport.ts'
import { ensureWorkshop } from '../browser/workshop.ts'
import { PlainError, phraseOf, report } from '../errors.ts'
import { LedgerDb } from '../ledger/db.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { watch } from '../ledger/live.ts'
import { lastNumber } from '../ledger/numbers.ts'
import { readSettings } from '../ledger/settings.ts'
import { spaceLevel } from '../ledger/space.ts'
import { dayInShanghai } from '../lists/week.ts'
import { currentLanguage, say, setLanguage, t } from '../locale.ts'
import type { StreamHandlers } from '../messages.ts'
import type { CaptureKind } from '../types/capture.ts'
import type { Recorded, RecordTarget } from '../types/record.ts'
import { beginCapture } from './capture/begin.ts'
import { browserName } from './capture/browser-name.ts'
import { pacer } from './capture/pace.ts'
import { backgroundNetwork, createBackgroundLinks } from './background-links.ts'
import { backgroundPictures } from './background-pictures.ts'
import { backgroundHandlers, backgroundStreams, captureStream, type BackgroundDeps } from './handlers.ts'
import { languageOf } from './language.ts'
import type { ModelDeps } from './model-findings.ts'
import { lookForLoss } from './ledger-loss.ts'
import { lossKeeper } from './loss-keeper.ts'
import { askLatePage } from './late-page.ts'
import { createPageFetcher } from './recheck/fetch-page.ts'
import { saysOfRecorded } from './recorded-says.ts'
import { remind } from './reminder.ts'
import { isOn } from './site-scope.ts'
import { createSiteSwitch } from './site-switch.ts'
import { tidy } from './space.ts'
import { syncInBackground } from './team-sync.ts'
import { createTextCheck } from './text-check.ts'

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const now = () => new Date()
/** Colour of a badge that says that something was done. */
const DONE = '#1e7e34'
/** What a person chooses in the page; each has an entry in the context menu and a shortcut `capture-<kind>`. */
const CHOSEN = ['region', 'element', 'page'] as const

/** Puts the background together. Nothing here runs before someone asks; nothing lives only in its memory. */
export function createBackground() {
  const db = new LedgerDb()
  const network = backgroundNetwork()
  const ledger: Ledger = { db, now, newId, reader: async () => (await readSettings(db)).reader }
  const end = (tabId: number) => askPage(tabId, 'page.off', null)
  const sites = createSiteSwitch({ db, keepScript: keepContentScript, inject: injectInto, pagesOf, end })
  const textCheck = createTextCheck(db)
  const pace = pacer(() => performance.now(), wait)
  const capture = (windowId: number) => pace(() => captureVisible(windowId, wait))
  const model: ModelDeps = { db, textCheck, suspects: async (ask) => ((await ensureWorkshop()) ? askWorkshop('model.suspects', ask) : null) }
  const isOnNow = async (url: string) => isOn(url, await readSettings(db))
  const deps: BackgroundDeps = {
    ledger,
    askPage,
    stillComes: async ({ id, url }) => (await isLoading(id)) && isOnNow(url),
    wait,
    capture,
    askCapture,
    injectCapture,
    injectWindows,
    zoomOf,
    browser: browserName(navigator.userAgent),
    busy: new Map(),
    badge: (tabId, text, says) => showBadge(tabId, text, DONE, says),
    tabById,
    isSpaceFull: async () => spaceLevel(await storageEstimate()) === 'full',
    verdict: { db, today: () => dayInShanghai(now().toISOString()), textCheck, noPictures: pictureHindrance },
    model,
    links: createBackgroundLinks(db, network),
    fetchPage: createPageFetcher({ ...network, fetch: (input, init) => fetch(input, init), now, canRead: mayRead }),
    pictures: backgroundPictures(model, network, now, { capture, tabById }),
    sites,
    mayRead,
    showCounts,
    openLedger: openLedgerPage,
    goTo,
    pagesOf,
    showTab,
  }
  return {
    handlers: backgroundHandlers(deps),
    streams: { ...backgroundStreams(deps), ...captureStream(deps) } as StreamHandlers,
    isOn: isOnNow,
    keepSites: sites.keep,
    /** Speaks the person's language on toolbar and menu, now and when another is chosen. `changed`: another than before. */
    followLanguage: (changed: () => void) =>
      watch(() => languageOf(db))((language) => {
        const before = currentLanguage()
        setLanguage(language)
        if (currentLanguage() !== before) changed()
      }, report),
    /** Remembers outside of the database how far it has come, and finds out when it knows less. */
    watchLoss: () => watch(() => lastNumber(db))(() => void lookForLoss(lossKeeper({ db, now })).catch(report), report),
    remind: () => remind(db, now),
    tidy: () => tidy(db, now()),
    syncTeam: () => syncInBackground(ledger),
    welcome: async () => {
      await openLedgerPage('#/welcome')
      for (const { tabId, url } of await pagesOf('*.gov.cn')) {
        // Pages that were open before the extension was installed are read too; one that is being closed is no error.
        if (await isOnNow(url)) await injectInto(tabId).catch(() => undefined)
      }
    },
    menu: (): MenuEntry[] => [
      { id: 'record', title: t('app.menu.record'), contexts: ['page', 'selection', 'image', 'link'] },
      ...CHOSEN.map((kind): MenuEntry => ({ id: `capture-${kind}`, title: t(`app.menu.${kind}`), contexts: ['page', 'selection', 'image', 'link'] })),
      ...(pictureHindrance() ? [] : [
        { id: 'read-picture', title: t('pictures.menu'), contexts: ['image'] } satisfies MenuEntry,
        { id: 'read-frame', title: t('pictures.menuFrame'), contexts: ['page', 'image', 'link'] } satisfies MenuEntry,
      ]),
    ],
    chosenFromMenu: (id: string, tab: TabBrief, { selection, imageUrl }: MenuTarget) => {
      const target: RecordTarget = imageUrl ? { kind: 'image', src: imageUrl } : selection ? { kind: 'selection', text: selection } : { kind: 'page' }
      const kind = CHOSEN.find((one) => id === `capture-${one}`)
      if (id === 'read-picture') void askLatePage(deps, tab, 'page.picture', { src: imageUrl }).catch((error: unknown) => sayOnToolbar(deps, tab, error))
      else if (id === 'read-frame') void beginCapture(deps, { kind: 'region', target: { kind: 'page' }, addTo: null, reads: true }, tab).catch((error: unknown) => sayOnToolbar(deps, tab, error))
      else if (kind) void beginOrSay(deps, kind, target, tab)
      else if (id === 'record') void recordOrSay(deps, target, tab)
    },
    shortcut: (command: string, tab: TabBrief | null) => {
      // At once: anything that is waited for first ends the right to open it.
      if (command === 'open-panel') void (tab && sidePanelOpener()?.(tab.windowId))?.catch(report)
      else void press(deps, command, tab).catch(report)
    },
  }
}

async function press(deps: BackgroundDeps, command: string, given: TabBrief | null): Promise<void> {
  const tab = given ?? (await activeTab())
  if (!tab) return
  if (command === 'record-page') await recordOrSay(deps, { kind: 'page' }, tab)
  else if (command.startsWith('capture-')) await beginOrSay(deps, CHOSEN.find((one) => command === `capture-${one}`) ?? 'region', { kind: 'page' }, tab)
  else if (command === 'next-column') await stepFrom(deps, tab)
  else if (command === 'next-mark') await askPage(tab.id, 'page.next', null).catch((error: unknown) => sayOnToolbar(deps, tab, error))
}

/** 下一个 by shortcut, in the tab in front; why there is none is said in the page, else on the toolbar. */
async function stepFrom(deps: BackgroundDeps, tab: TabBrief): Promise<void> {
  const { says } = await backgroundHandlers(deps)['route.step']({ step: 'next', tabId: tab.id }, { tabId: null, url: '', own: true, private: tab.private })
  if (says) await askPage(tab.id, 'page.notice', { says }).catch(() => sayOnToolbar(deps, tab, new PlainError(says)))
}

/** Menu and shortcut have no window of their own: what went wrong is said in the page, else on the toolbar and in the popup. */
async function recordOrSay(deps: BackgroundDeps, target: RecordTarget, tab: TabBrief): Promise<Recorded | null> {
  try {
    const recorded = await beginCapture(deps, { kind: 'visible', target, addTo: null }, tab)
    if (!recorded) return null
    await showBadge(tab.id, '✓', DONE, say(saysOfRecorded(recorded)))
    return recorded
  } catch (error) {
    await sayOnToolbar(deps, tab, error)
    return null
  }
}

/** The layer that is put into the page says what went wrong; where there is none, the toolbar does. */
async function beginOrSay(deps: BackgroundDeps, kind: CaptureKind, target: RecordTarget, tab: TabBrief): Promise<void> {
  await beginCapture(deps, { kind, target, addTo: null }, tab).catch((error: unknown) => sayOnToolbar(deps, tab, error))
}

async function sayOnToolbar({ ledger }: Pick<BackgroundDeps, 'ledger'>, tab: TabBrief, error: unknown): Promise<void> {
  if (!(error instanceof PlainError)) report(error)
  const says = phraseOf(error)
  // Just woken, it does not know the person's language yet.
  setLanguage(await languageOf(ledger.db))
  await showBadge(tab.id, '!', '#d92d20', say(says))
  // A popup would take the keyboard from the picture that is being taken, whose bar is in the page.
  if (says.key !== 'app.error.capture-busy') await openPopup()
}

/** Red when something serious was found; an empty badge says nothing was, never that all is right. */
function showCounts(tabId: number, serious: number, others: number): Promise<void> {
  const all = serious + others
  const title = all ? t('app.badge.found', { serious, others }) : t('app.badge.none')
  return showBadge(tabId, all ? String(Math.min(all, 999)) : '', serious ? '#d92d20' : '#b54708', title)
}
