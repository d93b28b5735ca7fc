import type { ToBackground, Streams } from '../../../utils/messages.ts'
import type { PageReading } from '../../../utils/types/reading.ts'

/** The page that speaks in the examples, and one of another origin. */
export const HERE = 'http://www.qinghe.gov.cn/a.html'
export const ELSEWHERE = 'http://www.other.gov.cn/'

const ID = '01JD0000000000000000000000'
const anchor = { quote: '的的', prefix: '我们', suffix: '工作', start: 3, selector: 'body > p' }

const reading: PageReading = {
  url: HERE,
  title: '关于报送情况的通知',
  kind: 'article',
  readAt: '2026-11-20T03:00:00.000Z',
  columnPath: ['首页', '通知公告'],
  columnName: '通知公告',
  contentSource: null,
  publication: { day: '2026-11-10', source: 'visible', quote: '2026-11-10', anchor, confidence: 0.9 },
  lastUpdate: null,
  dateCandidates: [],
  dateConflict: null,
  list: { name: '通知公告', href: null, items: [{ title: '一', href: `${HERE}?1`, day: '2026-11-10', anchor }], newest: '2026-11-10', newestMonthDay: null, paged: false, anchor },
  listState: 'items',
  sections: [],
  tags: { SiteName: '青禾县人民政府' },
  footer: { siteIdCode: null, hasConac: false, hasJiucuo: false } as PageReading['footer'],
  blocks: [{ id: 1, text: '我们的的工作', selector: 'p', role: 'body' } as PageReading['blocks'][number]],
  links: [{ raw: '/b', href: `${HERE}?b`, text: '乙', tag: 'a', visible: true, handled: false, anchor } as PageReading['links'][number]],
  letters: [],
  guide: null,
  gaps: [],
}

type Examples = { [K in keyof ToBackground]: ToBackground[K]['in'] } & { [K in keyof Streams]: Streams[K]['in'] }

/** One sound example of everything that may be asked of the background: the whole table, or this file does not compile. */
export const EXAMPLES: Examples = {
  'page.read': { reading, badge: true },
  'page.model': { reading },
  'page.visit': { id: ID, url: HERE, seconds: 12, findings: 3 },
  'page.windows': null,
  'round.place': null,
  'route.step': { step: 'next', tabId: null },
  'issue.record': { issueId: ID, target: { kind: 'manual', type: 'manual/other', severity: 'minor', description: '手工补记', unitId: null, anchor }, tabId: null },
  'links.stop-host': { pageUrl: HERE, host: 'www.qinghe.gov.cn' },
  'links.checked': { url: HERE, checked: 4, dead: 1, confirmed: 0, unsure: 1 },
  'issue.undo': { issueId: ID },
  'finding.ignore': { kind: 'ignored', scope: 'site', check: 'wording/phrases', evidence: '的的', url: HERE },
  'ignore.undo': { id: ID },
  'badge.show': { serious: 1, others: 2 },
  'site.state': { url: HERE },
  'site.switch': { url: HERE, on: false },
  'unit.assign': { url: HERE, unitId: null, newName: '青禾县财政局' },
  'shot.begin': { kind: 'region', tabId: null, target: { kind: 'page' }, addTo: ID },
  'shot.retake': { issueId: ID, kind: 'visible' },
  'picture.choose': { tabId: null },
  'picture.frame': { box: { x: 1, y: 2, width: 30, height: 40 } },
  'ledger.open': { hash: '#/issues' },
  'pages.refresh': null,
  'past.settle': { url: HERE, issueId: ID, to: 'closed', undo: false, reason: '' },
  'links.check': { pageUrl: HERE, hrefs: [`${HERE}?b`], force: false },
  'page.copy': { url: HERE },
  'shot.take': { kind: 'region', issueId: ID, add: null, target: { kind: 'page' }, area: { x: 0, y: 0, width: 10, height: 10 } },
  'picture.read': { source: { by: 'address', src: `${HERE}.png` }, pageUrl: HERE, pageKind: 'article', publishedOn: null },
}
