import { farmingNews, farmingNotices } from '../content/farming.ts'
import { functionsOfFarming } from '../content/texts.ts'
import { column } from './column.ts'
import type { CountySite } from './types.ts'

const own = { unit: '青禾县农业农村局', style: 'nfcms' } as const
const open = [{ name: '政务公开', path: '/zwgk/jgzn/' }]

export const farmingSite: CountySite = {
  host: 'nyj.qinghe.gov.cn', name: '青禾县农业农村局', code: '3701990031', unit: own.unit, sponsor: '青禾县农业农村局',
  phone: '0500-7121201', address: '青禾县禾阳街道丰禾路9号', icp: '鲁ICP备09999931号-1', police: '37019902000131',
  conac: 'C4EA3F8B216F5D79C2D9F37E50BA1433', encoding: 'utf-8', style: 'nfcms', jiucuo: 'script',
  columns: [
    column({ ...own, number: 4001, name: '农业要闻', path: '/xwdt/', class: 'news', articles: farmingNews }),
    column({ ...own, number: 4002, name: '通知公告', path: '/zwgk/tzgg/', class: 'notice', parents: open, articles: farmingNotices }),
    column({ ...own, number: 4003, name: '机构职能', path: '/zwgk/jgzn/', class: 'guide', parents: open, text: { ago: 84, body: functionsOfFarming } }),
  ],
}
