import { educationNews, educationNotices } from '../content/education.ts'
import { functionsOfEducation } from '../content/texts.ts'
import { column } from './column.ts'
import type { CountySite } from './types.ts'

const own = { unit: '青禾县教育和体育局', style: 'jcms' } as const

export const educationSite: CountySite = {
  host: 'jyj.qinghe.gov.cn', name: '青禾县教育和体育局', code: '3701990011', unit: own.unit, sponsor: '青禾县教育和体育局',
  phone: '0500-7120901', address: '青禾县禾阳街道学苑路6号', icp: '鲁ICP备09999911号-1', police: '37019902000111',
  conac: 'A7C1E05B92D84F36A0B7D15C3E98F211', encoding: 'utf-8', style: 'jcms', jiucuo: 'link',
  columns: [
    column({ ...own, number: 2001, name: '工作动态', path: '/col/col2001/index.html', class: 'news', articles: educationNews }),
    column({ ...own, number: 2002, name: '通知公告', path: '/col/col2002/index.html', class: 'notice', articles: educationNotices }),
    column({ ...own, number: 2003, name: '机构职能', path: '/col/col2003/index.html', class: 'guide', text: { ago: 96, body: functionsOfEducation } }),
  ],
}
