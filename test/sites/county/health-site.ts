import { healthNews, healthNotices, healthPolicies } from '../content/health.ts'
import { functionsOfHealth } from '../content/texts.ts'
import { column } from './column.ts'
import type { CountySite } from './types.ts'

const own = { unit: '青禾县卫生健康局', style: 'vsb' } as const

export const healthSite: CountySite = {
  host: 'wjj.qinghe.gov.cn', name: '青禾县卫生健康局', code: '3701990021', unit: own.unit, sponsor: '青禾县卫生健康局',
  phone: '0500-7121008', address: '青禾县青源街道康宁路18号', icp: '鲁ICP备09999921号-1', police: '37019902000121',
  conac: 'B3D92F7A105E4C68B1C8E26D4FA90322', encoding: 'gbk', style: 'vsb', jiucuo: 'link',
  columns: [
    column({ ...own, number: 1033, name: '工作动态', path: '/gzdt.htm', class: 'news', articles: healthNews }),
    column({ ...own, number: 1034, name: '通知公告', path: '/tzgg.htm', class: 'notice', articles: healthNotices }),
    column({ ...own, number: 1035, name: '政策解读', path: '/zcjd.htm', class: 'interpretation', articles: healthPolicies }),
    column({ ...own, number: 1036, name: '机构概况', path: '/jggk.htm', class: 'guide', text: { ago: 110, body: functionsOfHealth } }),
  ],
}
