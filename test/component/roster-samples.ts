import type { OpenImport } from '../../components/ledger/roster/ImportPanel.tsx'
import { COLUMN_CLASSES, type ColumnClass, type Roster } from '../../utils/types/roster.ts'
import type { PageProposals } from '../../utils/types/roster-import.ts'
import { LONG_TITLE, UNITS } from './samples.ts'

export const CLASS_DAYS = Object.fromEntries(COLUMN_CLASSES.map((one) => [one, one === 'news' ? 14 : one === 'notice' ? 183 : null])) as Record<ColumnClass, number | null>

export const SOME_ROSTER: Roster = {
  units: UNITS,
  sites: [
    { id: 's1', name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: '3701990001', unitId: 'u1' },
    { id: 's2', name: '青禾县教育和体育局', prefix: 'jyj.qinghe.gov.cn/', siteIdCode: null, unitId: null },
  ],
  columns: Array.from({ length: 238 }, (_, n) => ({
    id: `c${n}`, name: n === 1 ? LONG_TITLE : `${['工作动态', '通知公告', '政策文件', '历史专题'][n % 4]}${n}`, prefix: `www.qinghe.gov.cn/zwgk/lanmu${String(n).padStart(3, '0')}/`,
    unitId: n % 5 === 4 ? null : `u${(n % 3) + 1}`, class: (['news', 'notice', 'policy', 'archive'] as const)[n % 4]!, deadlineDays: n % 7 === 0 ? 7 : null, exemption: n % 4 === 3 ? '历史专题，已归档' : null,
  })),
}

export const OPEN_IMPORT: OpenImport = {
  tables: [
    { name: '填表说明', rows: 2, head: [{ line: 1, cells: ['请各单位核对'] }] },
    { name: '栏目表', rows: 41, head: [
      { line: 1, cells: ['青禾县政府网站栏目保障责任表', '', '', '', ''] }, { line: 2, cells: ['一级栏目', '二级栏目', '内容说明', '更新标准', '保障部门'] },
      { line: 3, cells: ['政务公开', '通知公告', LONG_TITLE, '每周至少1条', '县财政局'] }, { line: 4, cells: ['政务公开', '政策文件', '', '及时更新', '县教体局'] },
    ] },
  ],
  choice: { table: 1, layout: { header: 1, places: { level1: 0, level2: 1, days: 3, unit: 4 }, fillDown: true, site: 'www.qinghe.gov.cn/' }, same: { 县教体局: '青禾县教育和体育局' } },
  preview: {
    fileName: '栏目保障责任表.xlsx', encoding: 'XLSX', lines: 39,
    units: { added: 2, changed: 1, same: 4 }, sites: { added: 0, changed: 0, same: 1 }, columns: { added: 36, changed: 1, same: 0 },
    changes: [{ kind: 'unit', action: 'added', name: '青禾县财政局', detail: '' }, { kind: 'column', action: 'added', name: '通知公告', detail: 'www.qinghe.gov.cn/' }, { kind: 'column', action: 'changed', name: '政策文件', detail: '7' }],
    moreChanges: 35,
    problems: [
      { line: 9, says: { key: 'roster.problem.bad-days', params: { line: 9, value: '看情况' } }, effect: 'warning' },
      { line: 12, says: { key: 'roster.problem.column-without-address', params: { line: 12, name: '领导信息' } }, effect: 'left-out' },
    ],
  },
  alike: [{ name: '县教体局', unitId: 'u2', unitName: '青禾县教育和体育局' }],
}

export const FOUND: PageProposals = {
  url: 'http://www.qinghe.gov.cn/wzdt/', siteName: '青禾县人民政府', siteIdCode: '3701990001', siteKnown: false,
  proposals: [
    { id: 'www.qinghe.gov.cn/xwzx/dtyw/', kind: 'column', name: '动态要闻', url: 'http://www.qinghe.gov.cn/xwzx/dtyw/', group: '新闻中心', class: 'news', limitDays: 14, unit: '', known: false, likely: true },
    { id: 'www.qinghe.gov.cn/zwgk/tzgg/', kind: 'column', name: '通知公告', url: 'http://www.qinghe.gov.cn/zwgk/tzgg/', group: '政务公开', class: 'notice', limitDays: 183, unit: '青禾县人民政府办公室', known: true, likely: false },
    { id: 'jyj.qinghe.gov.cn/', kind: 'site', name: '县教育和体育局', url: 'http://jyj.qinghe.gov.cn/', group: '部门网站', class: 'other', limitDays: null, unit: '青禾县教育和体育局', known: false, likely: true },
    { id: 'nyj.qinghe.gov.cn/', kind: 'site', name: '县农业农村局', url: 'http://nyj.qinghe.gov.cn/', group: '部门网站', class: 'other', limitDays: null, unit: '县农业农村局', known: false, likely: true },
    { id: 'www.qinghe.gov.cn/shfw/tq/', kind: 'column', name: '天气', url: 'http://www.qinghe.gov.cn/shfw/tq/', group: '', class: 'other', limitDays: null, unit: '', known: false, likely: false },
  ],
}
