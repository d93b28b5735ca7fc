import type { ColumnClass, Roster } from '../types/roster.ts'
import type { PagePlace, PagePlaces, PageProposals, Proposal } from '../types/roster-import.ts'
import { addressParts, prefixOf } from './address.ts'
import { foldName } from './name.ts'
import { likenesses } from './resemble.ts'
import { sourceFinder } from './source.ts'

/** What is no column and no office: ways to get about, to be served otherwise, to leave. */
const NO_COLUMN = /^(?:网站|返回)?首\s*页$|^返回|登录|注册|注销|退出|搜索|检索|无障碍|适老|长者|关怀|繁[體体]|简体|^简$|^繁$|^(?:english|en|eng)$|手机版|移动版|电脑版|二维码|^(?:微信|微博|抖音|快手|客户端|app|rss)|公众号|小程序|(?:网站|站点|本站)地图|关于(?:我们|本站)|网站声明|版权|隐私|免责|使用帮助|帮助|设为首页|加入收藏|^(?:更多|more|详细|详情|进入|点击|下一页|上一页|尾页|末页|阅读全文)|^\d+$|智能(?:问答|机器人)|找错|标识|备案|公网安备|ipv6|ICP|站群|数据开放平台/i
/** Pages of one piece of news, by their address. */
const ARTICLE = /\/t\d{8}_\d+|\/art(?:icle)?[_/]\d|\/content[_/](?:post_)?\d+|\/info\/\d+\/\d+\.|\/m?post_\d+|\/\d{4}-?\d{2}\/\d{1,2}\/|[\da-f]{32}\.s?html?|detail|\/contents\/\d+\/\d+|\/\d{6,}\.s?html?|\/\d{8}\/[\da-f-]{20,}|\bsearch/i
/** Names of offices end so. */
const OFFICE = /^(?!.*(?:动态|公告|公开|信息|之窗|领导|职能|会议|文件|政策|专题|专栏|服务))[\p{Script=Han}()（）]{2,24}(?:局|委|办|委员会|办公室|人民政府|政府|街道|办事处|镇|乡|中心|院|厅|队|站|馆|社|会|管委会|园区|开发区|学校|医院)$/u
/** Offices that have a folder of the portal as their site. */
const FOLDER_OFFICE = /(?:局|委|委员会|办公室|人民政府|政府|街道|办事处|镇|乡|管委会|园区|开发区)$/
const HEADLINE = /[。！？；《》“”"'：:\]…]|\.\.\.|\d{4}年|\d+月\d+日|^\d{1,2}-\d{1,2}/
/** A column's name is rarely longer, an office's may be. */
const LONGEST_COLUMN = 14

const RANK: Record<PagePlace['kind'], number> = { map: 0, section: 1, navigation: 2, link: 3 }

export interface ProposeWith {
  classOf: (columnName: string) => ColumnClass
  /** Days of a class; null: no deadline. */
  daysOf: (one: ColumnClass) => number | null
}

/**
 * What of a page's addresses belongs into the roster: columns of its own site with class and deadline, sites of
 * departments under the same domain, and the unit where name, heading or roster tell it. Nothing is stored:
 * a person ticks, edits and imports.
 */
export function proposePlaces(page: PagePlaces, roster: Roster, { classOf, daysOf }: ProposeWith): PageProposals {
  const own = addressParts(page.url)
  const root = own ? `${own.host}/` : ''
  const index = indexOf(roster)
  const unitOf = unitNamer(page, roster)
  const siteUnit = index.unitOfSite(root)
  const byId = new Map<string, { place: PagePlace; proposal: Proposal }>()
  for (const place of page.places) {
    const parts = addressParts(place.url)
    const id = prefixOf(place.url)
    if (!own || !parts || id === null || id === root || NO_COLUMN.test(place.name) || HEADLINE.test(place.name)) continue
    const isOwn = parts.host === own.host
    const isOffice = OFFICE.test(place.name)
    if (ARTICLE.test(id) || (!isOwn && !(isOffice && isSister(parts.host, own.host) && parts.path === '/'))) continue
    const first = byId.get(id)
    if (first && RANK[first.place.kind] <= RANK[place.kind]) continue
    const isSite = isOffice && (!isOwn || (isFolder(parts.path) && FOLDER_OFFICE.test(place.name)))
    if (!isSite && place.name.length > LONGEST_COLUMN) continue
    const columnClass = isSite ? 'other' : classOf(place.name)
    const known = index.has(id)
    const unit = isSite ? (unitOf(place.name) ?? place.name) : (index.unitOf(id) ?? unitOf(place.name) ?? unitOf(place.group) ?? siteUnit ?? '')
    const isListed = place.kind !== 'link' || columnClass !== 'other'
    byId.set(id, {
      place,
      proposal: { id, kind: isSite ? 'site' : 'column', name: place.name, url: place.url, group: NO_COLUMN.test(place.group) ? '' : place.group, class: columnClass, limitDays: isSite ? null : daysOf(columnClass), unit, known, likely: !known && (isSite || isListed) && !/\s/.test(place.name) },
    })
  }
  return { url: page.url, siteName: page.siteName || page.title, siteIdCode: page.siteIdCode, siteKnown: index.isSite(root), proposals: [...byId.values()].map(({ proposal }) => proposal) }
}

/** Department hosts of one place: `jyj.qinghe.gov.cn` and `www.qinghe.gov.cn`. */
function isSister(one: string, other: string): boolean {
  const domain = (host: string) => host.replace(/:\d+$/, '').split('.').slice(/\.(?:gov|org|edu|com)\.cn(?::\d+)?$/.test(host) ? -3 : -2).join('.')
  return domain(one) === domain(other)
}

function isFolder(path: string): boolean {
  return path.endsWith('/') && path.split('/').length <= 4
}

/** The unit that a name means: its own, an alias, or what it abbreviates; null for none. */
function unitNamer(page: PagePlaces, roster: Roster): (name: string) => string | null {
  const find = sourceFinder(roster)
  const alike = new Map(likenesses([...new Set(page.places.flatMap(({ name, group }) => [name, group]))].filter((name) => OFFICE.test(name)), roster).map(({ name, unit }) => [foldName(name), unit.name]))
  return (name) => (name === '' ? null : (find(name)?.name ?? alike.get(foldName(name)) ?? null))
}

function indexOf({ units, sites, columns }: Roster) {
  const names = new Map(units.map(({ id, name }) => [id, name]))
  const owners = new Map<string, string | null>()
  const rootsOf = new Set(sites.map(({ prefix }) => prefixOf(prefix)))
  for (const { prefix, unitId } of [...sites, ...columns]) owners.set(prefixOf(prefix) ?? prefix, unitId)
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null)
  return {
    has: (id: string) => owners.has(id),
    isSite: (id: string) => rootsOf.has(id),
    unitOf: (id: string) => nameOf(owners.get(id)),
    unitOfSite: (id: string) => (rootsOf.has(id) ? nameOf(sites.find(({ prefix }) => prefixOf(prefix) === id)?.unitId) : null),
  }
}
