import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classOfColumnName } from '../../../utils/checks/column-class.ts'
import { NATIONAL_DEADLINES } from '../../../utils/checks/deadlines.ts'
import { readPlaces } from '../../../utils/reading/places.ts'
import { prefixOf } from '../../../utils/roster/address.ts'
import { proposePlaces } from '../../../utils/roster/propose.ts'
import type { Roster } from '../../../utils/types/roster.ts'
import type { PagePlace } from '../../../utils/types/roster-import.ts'
import { SITES } from '../../sites/county/county.ts'
import { createCountyServer, type CountyServer } from '../../sites/server.ts'
import { documentOf } from '../reading/saved.ts'
import { ask } from '../sites/county.ts'

const EMPTY: Roster = { units: [], sites: [], columns: [] }
let county: CountyServer
beforeAll(async () => {
  county = await createCountyServer()
})
afterAll(() => county.close())

async function proposed(url: string, roster = EMPTY) {
  const doc = documentOf((await ask(county.port, url)).text, url)
  return proposePlaces({ url, title: doc.title, siteName: '', siteIdCode: '', sponsor: '', places: readPlaces(doc, url) }, roster, { classOf: classOfColumnName, daysOf: (one) => NATIONAL_DEADLINES[one] })
}

const of = (places: Partial<PagePlace>[], roster = EMPTY) =>
  proposePlaces(
    { url: 'http://www.qinghe.gov.cn/', title: '', siteName: '', siteIdCode: '', sponsor: '', places: places.map((place) => ({ name: '通知公告', url: 'http://www.qinghe.gov.cn/a/', kind: 'link', group: '', ...place })) },
    roster, { classOf: classOfColumnName, daysOf: (one) => NATIONAL_DEADLINES[one] },
  ).proposals

describe('the demonstration county', () => {
  const portal = SITES[0]!
  const columns = portal.columns.filter(({ apart, path }) => !apart && !path.endsWith('.html'))

  test('its site map: every column with its class, its departments as sites, and nothing else ticked', async () => {
    const { proposals } = await proposed('http://www.qinghe.gov.cn/wzdt/')
    const ticked = proposals.filter(({ likely }) => likely)
    const found = new Map(ticked.map((one) => [one.id, one]))
    expect(columns.filter(({ path }) => !found.has(`www.qinghe.gov.cn${path}`)).map(({ name }) => name)).toEqual([])
    expect(columns.filter(({ path, name }) => found.get(`www.qinghe.gov.cn${path}`)?.name !== name).map(({ name }) => name)).toEqual([])
    expect(found.get('www.qinghe.gov.cn/zwgk/tzgg/')).toMatchObject({ kind: 'column', class: 'notice', limitDays: 183, group: '政务公开' })
    expect(ticked.filter(({ kind }) => kind === 'site').map(({ name, id, unit }) => [name, id, unit])).toEqual([
      ['县教育和体育局', 'jyj.qinghe.gov.cn/', '县教育和体育局'], ['县卫生健康局', 'wjj.qinghe.gov.cn/', '县卫生健康局'], ['县农业农村局', 'nyj.qinghe.gov.cn/', '县农业农村局'],
    ])
    expect(ticked.filter(({ name }) => /首页|登录|地图|关于/.test(name))).toEqual([])
  })

  test('its home page: blocks, tabs and quick links by their names; no news, no tourist site', async () => {
    const { proposals } = await proposed('http://www.qinghe.gov.cn/')
    const named = new Map(proposals.map((one) => [one.id, one.name]))
    for (const [path, name] of [['/xwzx/dtyw/', '动态要闻'], ['/zwgk/tzgg/', '通知公告'], ['/zwgk/zcwj/', '政策文件'], ['/zwgk/jgzn/', '机构职能'], ['/hdjl/xzxx/', '县长信箱']] as const) {
      expect([path, named.get(`www.qinghe.gov.cn${path}`)]).toEqual([path, name])
    }
    expect(proposals.filter(({ id }) => /t\d{8}_|lvyou|zwfw|data\./.test(id))).toEqual([])
  })

  test.each(SITES.slice(1).map(({ host }) => [host]))('the home page of %s', async (host) => {
    const site = SITES.find((one) => one.host === host)!
    const { proposals } = await proposed(`http://${host}/`)
    const found = new Set(proposals.map(({ id }) => id))
    expect(site.columns.filter(({ apart, path }) => !apart && !found.has(prefixOf(`${host}${path}`)!)).map(({ name }) => name)).toEqual([])
  })

  test('with a roster: known ones are not ticked, units are named, also by abbreviation', async () => {
    const roster: Roster = {
      units: [{ id: 'u1', name: '青禾县教育和体育局', aliases: [] }, { id: 'u2', name: '青禾县人民政府办公室', aliases: [] }, { id: 'u3', name: '青禾县财政局', aliases: [] }],
      sites: [{ id: 's', name: '青禾县人民政府', prefix: 'www.qinghe.gov.cn/', siteIdCode: null, unitId: 'u2' }],
      columns: [{ id: 'c', name: '财政预决算', prefix: 'www.qinghe.gov.cn/zwgk/czyjs/', unitId: 'u3', class: 'finance', deadlineDays: null, exemption: null }],
    }
    const { proposals, siteKnown } = await proposed('http://www.qinghe.gov.cn/wzdt/', roster)
    expect(siteKnown).toBe(true)
    expect(proposals.find(({ id }) => id === 'www.qinghe.gov.cn/zwgk/czyjs/')).toMatchObject({ known: true, likely: false, unit: '青禾县财政局' })
    expect(proposals.find(({ id }) => id === 'jyj.qinghe.gov.cn/')).toMatchObject({ unit: '青禾县教育和体育局' })
    expect(proposals.find(({ id }) => id === 'www.qinghe.gov.cn/zwgk/tzgg/')).toMatchObject({ unit: '青禾县人民政府办公室', known: false })
  })
})

describe('what is proposed', () => {
  test.each<[string, Partial<PagePlace>, string | null]>([
    ['a column', {}, 'column'], ['the home page', { name: '首页', url: 'http://www.qinghe.gov.cn/' }, null], ['a way to log in', { name: '用户登录', url: 'http://www.qinghe.gov.cn/login/' }, null],
    ['an article', { name: '关于开展消防检查', url: 'http://www.qinghe.gov.cn/a/202611/t20261101_12.html' }, null], ['a headline', { name: '全县教育工作会议召开总结部署下一步' }, null],
    ['a department of this county', { name: '县财政局', url: 'http://czj.qinghe.gov.cn/' }, 'site'], ['another county\'s', { name: '临川县财政局', url: 'http://czj.linchuan.gov.cn/' }, null],
    ['a department\'s folder', { name: '青禾县审计局', url: 'http://www.qinghe.gov.cn/sjj/' }, 'site'], ['a firm', { name: '青禾旅行社', url: 'http://www.qinghe-lvyou.com/' }, null],
    ['a port of another kind', { name: '县财政局', url: 'ftp://czj.qinghe.gov.cn/' }, null],
  ])('%s', (_, place, kind) => {
    expect(of([place])[0]?.kind ?? null).toBe(kind)
  })

  test('an address with several links is proposed once, by the name of its block', () => {
    expect(of([{ name: '查看通知', kind: 'link' }, { name: '通知公告', kind: 'section' }, { name: '公告栏', kind: 'navigation' }]).map(({ name }) => name)).toEqual(['通知公告'])
  })

  test('columns under an office\'s heading are the office\'s', () => {
    const roster = { ...EMPTY, units: [{ id: 'u', name: '青禾县教育和体育局', aliases: [] }] }
    expect(of([{ group: '县教体局', kind: 'map' }], roster)[0]?.unit).toBe('青禾县教育和体育局')
  })
})
