import { archive, news } from '../content/portal-news.ts'
import { notices, personnel } from '../content/portal-notices.ts'
import { decisions, finance, plans, statistics } from '../content/portal-other.ts'
import { interpretations, policies } from '../content/portal-policies.ts'
import { aboutSite, disclosureGuide, functionsOfOffice, leaders } from '../content/texts.ts'
import { channelMain } from '../pages/channel.ts'
import { guidePages, servicesMain } from '../pages/guides.ts'
import { lettersMain } from '../pages/letters.ts'
import { searchMain, siteMapMain } from '../pages/plain.ts'
import { borrowedNews } from './borrowed.ts'
import { column } from './column.ts'
import type { CountySite } from './types.ts'

const office = '青禾县人民政府办公室'
const newsCentre = [{ name: '新闻中心', path: '/xwzx/' }]
const open = [{ name: '政务公开', path: '/zwgk/' }]
const trs = { unit: office, style: 'trs' } as const

export const portalSite: CountySite = {
  host: 'www.qinghe.gov.cn', name: '青禾县人民政府', code: '3701990001', unit: office, sponsor: office,
  phone: '0500-7120001', address: '青禾县禾阳街道文澜路1号', icp: '鲁ICP备09999901号-1', police: '37019902000101',
  conac: 'F0B8D16A93C54E27B1A9C04D5E76F180', encoding: 'utf-8', style: 'trs', jiucuo: 'script',
  columns: [
    column({ ...trs, number: 1, name: '新闻中心', path: '/xwzx/', class: 'other', apart: true, draw: channelMain('/xwzx/') }),
    column({ ...trs, number: 2, name: '动态要闻', path: '/xwzx/dtyw/', class: 'news', parents: newsCentre, articles: news }),
    column({ ...trs, number: 3, name: '部门动态', path: '/xwzx/bmdt/', class: 'news', parents: newsCentre, dates: 'month-day', borrowed: borrowedNews }),
    column({ ...trs, number: 4, name: '政务公开', path: '/zwgk/', class: 'other', apart: true, draw: channelMain('/zwgk/') }),
    column({ ...trs, number: 5, name: '通知公告', path: '/zwgk/tzgg/', class: 'notice', parents: open, articles: notices }),
    column({ ...trs, number: 6, name: '政策文件', path: '/zwgk/zcwj/', class: 'policy', parents: open, style: 'ucap', articles: policies }),
    column({
      ...trs, number: 7, name: '政策解读', path: '/zwgk/zcjd/', class: 'interpretation', parents: open, style: 'ucap', articles: interpretations,
      residue: '<CMSPRO_CHANNEL_KEYWORDS>',
    }),
    column({ ...trs, number: 8, name: '人事信息', path: '/zwgk/rsxx/', class: 'personnel', parents: open, unit: '青禾县人力资源和社会保障局', articles: personnel }),
    column({ ...trs, number: 9, name: '规划计划', path: '/zwgk/ghjh/', class: 'plan', parents: open, unit: '青禾县发展和改革局', articles: plans }),
    column({ ...trs, number: 10, name: '财政预决算', path: '/zwgk/czyjs/', class: 'finance', parents: open, unit: '青禾县财政局', articles: finance }),
    column({ ...trs, number: 11, name: '统计信息', path: '/zwgk/tjxx/', class: 'finance', parents: open, unit: '青禾县统计局', dates: 'none', articles: statistics }),
    column({ ...trs, number: 12, name: '机构职能', path: '/zwgk/jgzn/', class: 'guide', parents: open, text: { ago: 88, body: functionsOfOffice } }),
    column({ ...trs, number: 13, name: '领导信息', path: '/zwgk/ldxx/', class: 'guide', parents: open, text: { ago: 67, body: leaders } }),
    column({ ...trs, number: 14, name: '公开指南', path: '/zwgk/xxgkzn/', class: 'guide', parents: open, text: { ago: 102, body: disclosureGuide } }),
    column({ ...trs, number: 15, name: '重大决策预公开', path: '/zwgk/zdjc/', class: 'statutory', parents: open, emptyWords: '暂无内容', articles: decisions }),
    column({
      ...trs, number: 16, name: '专题归档', path: '/ztzl/', class: 'archive', articles: archive, exemption: '历史专题，已归档',
    }),
    column({ ...trs, number: 17, name: '办事服务', path: '/bsfw/', class: 'other', unit: '青禾县行政审批服务局', draw: servicesMain }),
    ...guidePages,
    column({ ...trs, number: 18, name: '县长信箱', path: '/hdjl/xzxx/', class: 'letters', parents: [{ name: '互动交流', path: '/hdjl/xzxx/' }], draw: lettersMain }),
    column({ ...trs, number: 19, name: '站内搜索', path: '/search/', class: 'other', apart: true, draw: searchMain }),
    column({ ...trs, number: 20, name: '站点地图', path: '/wzdt/', class: 'other', apart: true, draw: siteMapMain }),
    column({ ...trs, number: 21, name: '关于我们', path: '/gywm/', class: 'other', apart: true, text: { ago: 140, body: aboutSite } }),
  ],
}
