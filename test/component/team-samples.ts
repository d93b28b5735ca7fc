import type { TeamServerSeen, ServerFound } from '../../utils/types/team-server.ts'
import type { ExchangePreview } from '../../utils/types/team-package.ts'

/** A county's team, with names as long as they come. */
export const UNITS = ['青禾县人民政府办公室（政务公开办公室）', '青禾县卫生健康局', '青禾县经济和信息化委员会行政审批服务中心驻县政务服务大厅窗口', '青禾县农业农村局'].map((name, n) => ({ id: `u${n}`, name }))

export const SEEN: TeamServerSeen = {
  state: 'synced', pending: 0, clashes: 0, progress: null, role: 'member', mark: 'B', syncedAt: '2026-11-20T01:35:00Z', says: null, change: null, notTaken: [],
  space: { name: '2026年第四季度政府网站和政务新媒体专项核查', server: 'https://couch.qinghe.example.gov.cn:6984/', database: 'duwang-2026' },
}

export const FOUND: ServerFound = {
  space: '2026年读网', exists: true, role: 'reader', units: UNITS,
  members: [{ mark: 'A', reader: '王小青' }, { mark: 'C', reader: '李禾' }, { mark: 'D', reader: '' }],
}

export const NEW: ServerFound = { space: null, exists: false, role: 'lead', units: [], members: [] }

export const PREVIEW: ExchangePreview = {
  added: { issue: 12, event: 30, unit: 3 }, changed: { issue: 4, unit: 1 }, deleted: 2, same: 100, newer: 1,
  units: [{ id: 'u2', name: UNITS[2]!.name, added: 9, changed: 4 }, { id: null, name: '', added: 3, changed: 0 }],
  clashes: [{ id: '1', number: 'B17', description: '“通知公告”栏目更新于两年前', unitName: '' }], clashCount: 1,
  returned: [{ id: '2', number: 'C3', description: '附件打不开', unitName: '' }], returnedCount: 1,
  skews: [{ device: 'abcdefgh', ahead: 200_000_000 }], clockAhead: 0, pictures: 14, lacking: 2, burnt: 1, twin: null, copied: false,
}
