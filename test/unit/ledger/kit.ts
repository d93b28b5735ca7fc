import 'fake-indexeddb/auto'
import { LedgerDb } from '../../../utils/ledger/db.ts'
import type { Ledger } from '../../../utils/ledger/ledger.ts'
import type { NewIssue, NewShot } from '../../../utils/ledger/record.ts'

let serial = 0

/** A ledger of its own, with a clock that the test moves and ids that count up. */
export function testLedger(): Ledger & { clock: { at: string } } {
  const clock = { at: '2026-11-18T02:00:00.000Z' }
  let id = 0
  return {
    db: new LedgerDb(`test-${++serial}`),
    now: () => new Date(clock.at),
    newId: () => `01TEST${String(++id).padStart(20, '0')}`,
    reader: async () => '王小青',
    clock,
  }
}

/** An issue to record; a test names only what it is about. */
export function newIssue(change: Partial<NewIssue> = {}): NewIssue {
  return {
    id: '01ISSUE0000000000000000001',
    severity: 'general',
    check: 'links/dead',
    indicator: 'W-D08',
    unitId: 'u1',
    unitName: '青禾县教育和体育局',
    siteName: '青禾县人民政府',
    siteIdCode: '3701990001',
    columnName: '通知公告',
    pageTitle: '关于开展培训的通知',
    url: 'http://www.qinghe.gov.cn/zwgk/tzgg/t1.html',
    host: 'www.qinghe.gov.cn',
    parentUrl: 'http://www.qinghe.gov.cn/zwgk/tzgg/',
    onHome: false,
    publishedOn: '2026-11-10',
    description: '链接打不开',
    quote: 'http://www.qinghe.gov.cn/attach/1.doc',
    context: '附件：回执',
    suggestion: '',
    basis: '',
    anchor: null,
    deadline: '2026-11-23',
    ...change,
  }
}

export function newShot(hash = 'a'.repeat(64)): NewShot {
  return {
    shot: { hash, image: new Blob(['picture'], { type: 'image/png' }), thumbnail: null, width: 1280, height: 800 },
    outlines: [{ x: 10, y: 20, width: 100, height: 30, label: '1' }],
  }
}
