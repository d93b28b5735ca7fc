import css from '../../../assets/styles/popup.css?inline'
import { PopupView, type PopupViewProps } from '../../../components/popup/PopupView.tsx'
import { PAST, ROUTE } from '../recheck-samples.ts'
import { FINDINGS, FRESH, issue, LONG_TITLE, ready, TODAY, UNITS } from '../samples.ts'
import { SEEN } from '../team-samples.ts'
import { inPage, tell, type Show } from './show.tsx'

const base: PopupViewProps = {
  glance: ready(),
  units: UNITS,
  today: [issue(14), issue(13), issue(12)],
  captureAllowed: true,
  onNoticeClose: tell('close'),
  onReadAgain: tell('read-again'),
  onRecord: tell('record'),
  onRecordManual: tell('manual'),
  onCapture: tell('capture'),
  onIgnore: tell('ignore'),
  onFalseAlarm: tell('false alarm'),
  onLocate: tell('locate'),
  onAssignUnit: tell('assign'),
  onToggleSite: tell('site'),
  onUndo: tell('undo'),
  onOpenLedger: tell('ledger'),
  onSync: tell('sync'),
  onOpenIssue: tell('issue'),
  onAllowCapture: tell('capture'),
  onImportPlaces: tell('places'),
  onPauseLinks: tell('pause'),
  onStopLinks: tell('stop'),
  onRecheckLinks: tell('recheck'),
  onStopHost: tell('stop host'),
  onSettlePast: tell('settle'),
  onStep: tell('step'),
  onOpenPanel: tell('panel'),
}

const popup = (change: Partial<PopupViewProps> = {}) => inPage(css, () => <PopupView {...base} {...change} />)
/** As the side panel shows it. */
const beside = (change: Partial<PopupViewProps> = {}): Show => (app) => {
  document.documentElement.classList.add('beside')
  popup({ onOpenPanel: undefined, ...change })(app)
}
const nobody = { unit: null, site: null, column: null, by: null }
const done = { total: 120, done: 120, alive: 118, dead: 0, unsure: 2, paused: false }
const place = { url: '', host: 'www.qinghe.gov.cn' }

export const POPUP: Record<string, Show> = {
  'popup-ready': popup(),
  'popup-none': popup({ glance: ready({ findings: [], links: done, freshness: FRESH.fresh, unchecked: [] }), today: [] }),
  'popup-unknown-unit': popup({ glance: ready({ belonging: nobody, findings: FINDINGS.slice(0, 1) }), captureAllowed: false }),
  'popup-long': popup({
    glance: ready({ title: LONG_TITLE, belonging: { ...nobody, unit: UNITS[3] ?? null }, columnName: LONG_TITLE, freshness: FRESH.unknown, date: null }),
    notice: { says: { key: 'sample.recorded', params: { number: 12 } }, action: { label: { key: 'common.undo' }, run: tell('undo') } },
  }),
  'popup-busy': popup({ busy: 'f4', notice: { says: { key: 'sample.failed' }, tone: 'problem' } }),
  'popup-past': popup({ glance: ready({ past: PAST }), notice: { says: { key: 'recheck.past.closed', params: { number: 9 } }, action: { label: { key: 'common.undo' }, run: tell('undo') } } }),
  'popup-route': popup({ round: ROUTE, glance: ready({ past: PAST.slice(2, 4) }) }),
  'popup-route-paused': popup({ round: { route: { ...ROUTE.route!, paused: true }, logPaused: true } }),
  'popup-pictures': popup({ glance: ready({ findings: [], links: done, pictures: { large: 3, read: 0, running: null, left: 3 } }), onPictures: tell('pictures') }),
  'popup-pictures-running': popup({ glance: ready({ findings: [], links: done, pictures: { large: 3, read: 1, running: { nth: 2, of: 3, stage: 'reading', done: 0.4 }, left: 0 } }), onPictures: tell('pictures') }),
  'popup-team': popup({ sync: { seen: SEEN, today: TODAY, onOpen: tell('team') } }),
  'popup-team-error': popup({ sync: { seen: { ...SEEN, state: 'error', says: { key: 'sync.failure.auth' } }, today: TODAY, onOpen: tell('team') } }),
  'popup-team-offline': popup({ sync: { seen: { ...SEEN, state: 'offline', pending: 3, says: { key: 'sync.failure.offline' } }, today: TODAY, onOpen: tell('team') } }),
  'popup-team-clash': popup({ sync: { seen: { ...SEEN, state: 'clash', clashes: 2 }, today: TODAY, onOpen: tell('team') } }),
  'popup-loading': popup({ glance: null, today: [] }),
  'popup-off': popup({ glance: { ...place, state: 'off', says: null } }),
  'popup-off-host': popup({ glance: { ...place, host: 'news.example.com', state: 'off', says: { key: 'sample.offSite' } }, today: [] }),
  'popup-restricted': popup({ glance: { url: '', host: '', state: 'restricted', says: null }, today: [] }),
  'beside-ready': beside(),
  'beside-long': beside({
    round: ROUTE,
    glance: ready({ title: LONG_TITLE, columnName: LONG_TITLE, past: PAST, belonging: { ...nobody, unit: UNITS[3] ?? null } }),
    notice: { says: { key: 'sample.recorded', params: { number: 12 } }, action: { label: { key: 'common.undo' }, run: tell('undo') } },
  }),
  'beside-unseen': beside({ glance: { url: '', host: '', state: 'restricted', says: { key: 'app.error.unseen-page' } } }),
  'popup-unread': popup({ glance: { ...place, state: 'unread', says: { key: 'app.error.background-gone' } }, today: [] }),
  'popup-reading': popup({ glance: { ...place, state: 'reading', says: null }, today: [] }),
}
