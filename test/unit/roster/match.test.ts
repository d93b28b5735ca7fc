import { describe, expect, test } from 'vitest'
import { belongingOf, type Placed } from '../../../utils/roster/match.ts'
import { cpuTime } from '../lists/cpu-time.ts'
import type { Column, Roster, Site, Unit } from '../../../utils/types/roster.ts'

const unit = (id: string, name: string, ...aliases: string[]): Unit => ({ id, name, aliases })
const site = (id: string, name: string, prefix: string, unitId: string | null): Site => ({ id, name, prefix, siteIdCode: null, unitId })
const column = (id: string, name: string, prefix: string, unitId: string | null): Column => ({ id, name, prefix, unitId, class: 'news', deadlineDays: null, exemption: null })

const ROSTER: Roster = {
  units: [
    unit('zf', '青禾县人民政府办公室', '县政府办'),
    unit('jy', '青禾县教育和体育局', '县教体局'),
    unit('cz', '青禾县财政局'),
    unit('nc', '青禾县农业农村局', '县农业农村局'),
    unit('ws', '卫生健康局', '县卫健局'),
  ],
  sites: [
    site('portal', '青禾县人民政府门户网站', 'www.qinghe.gov.cn/', null),
    site('jyj', '青禾县教育和体育局', 'jyj.qinghe.gov.cn/', 'jy'),
    site('sub', '农业农村专栏', 'www.qinghe.gov.cn/zwgk/nyncj/', 'nc'),
    site('old', '旧站', 'old.qinghe.gov.cn:8080/', 'gone'),
  ],
  columns: [
    column('c-zwgk', '政务公开', 'www.qinghe.gov.cn/zwgk/', 'zf'),
    column('c-czxx', '财政信息', 'www.qinghe.gov.cn/zwgk/czxx/', 'cz'),
    column('c-12', '惠农补贴', 'www.qinghe.gov.cn/list.jsp?catid=12', 'nc'),
    column('c-13', '公示', 'www.qinghe.gov.cn/list.jsp?catid=13', 'cz'),
    column('c-12-3', '惠农补贴公示', 'www.qinghe.gov.cn/list.jsp?catid=12&type=3', 'zf'),
    column('c-col', '卫生健康', 'www.qinghe.gov.cn/col/col60096/', 'ws'),
    column('c-vsb', '工作动态', 'www.qinghe.gov.cn/gzdt.htm', 'ws'),
    column('c-list', '列表', 'www.qinghe.gov.cn/lb/list.shtml', 'cz'),
    column('c-lists', '真目录', 'www.qinghe.gov.cn/lb/list/', 'zf'),
    column('c-none', '部门动态', 'www.qinghe.gov.cn/bmdt/', null),
    column('c-name', '招生计划', 'www.qinghe.gov.cn/', 'jy'),
    column('c-jy-tz', '通知公告', 'jyj.qinghe.gov.cn/tzgg/', 'jy'),
    column('c-tz-1', '通知公告', 'www.qinghe.gov.cn/tz1/', 'zf'),
    column('c-tz-2', '通知公告', 'www.qinghe.gov.cn/tz2/', 'cz'),
  ],
}

function found(page: Partial<Placed> & { url: string }, roster = ROSTER) {
  const { unit, site, column, by } = belongingOf({ contentSource: null, ...page }, roster)
  return [unit?.id ?? null, site?.id ?? null, column?.id ?? null, by]
}

describe('by address', () => {
  test.each([
    ['the longest prefix wins', 'https://www.qinghe.gov.cn/zwgk/czxx/202611/t20261101_1.html', ['cz', 'portal', 'c-czxx', 'address']],
    ['a folder above', 'http://www.qinghe.gov.cn/zwgk/t1.html', ['zf', 'portal', 'c-zwgk', 'address']],
    ['the column itself, without slash', 'http://WWW.qinghe.gov.cn/zwgk', ['zf', 'portal', 'c-zwgk', 'address']],
    ['its index', 'http://www.qinghe.gov.cn:80/zwgk/index.html', ['zf', 'portal', 'c-zwgk', 'address']],
    ['its second page', 'http://www.qinghe.gov.cn/zwgk/index_1.html', ['zf', 'portal', 'c-zwgk', 'address']],
    ['only whole names of folders count', 'http://www.qinghe.gov.cn/zwgkml/t1.html', [null, 'portal', null, null]],
    ['a site within a site', 'http://www.qinghe.gov.cn/zwgk/nyncj/a.html', ['nc', 'sub', null, 'address']],
    ['a site with its own unit', 'https://jyj.qinghe.gov.cn/info/1033/5375.htm', ['jy', 'jyj', null, 'address']],
    ['a parameter', 'http://www.qinghe.gov.cn/list.jsp?page=2&catid=12', ['nc', 'portal', 'c-12', 'address']],
    ['another parameter', 'http://www.qinghe.gov.cn/list.jsp?catid=13', ['cz', 'portal', 'c-13', 'address']],
    ['more parameters in common', 'http://www.qinghe.gov.cn/list.jsp?catid=12&type=3&page=1', ['zf', 'portal', 'c-12-3', 'address']],
    ['no parameter in common', 'http://www.qinghe.gov.cn/list.jsp?catid=120', [null, 'portal', null, null]],
    ['a list that is a file', 'http://www.qinghe.gov.cn/gzdt.htm', ['ws', 'portal', 'c-vsb', 'address']],
    ['its further pages in VSB', 'http://www.qinghe.gov.cn/gzdt/2.htm', ['ws', 'portal', 'c-vsb', 'address']],
    ['its further pages in TRS', 'http://www.qinghe.gov.cn/lb/list_2.shtml', ['cz', 'portal', 'c-list', 'address']],
    ['a folder of the same name has its own column', 'http://www.qinghe.gov.cn/lb/list/2.htm', ['zf', 'portal', 'c-lists', 'address']],
    ['a file beside it', 'http://www.qinghe.gov.cn/lb/other.shtml', [null, 'portal', null, null]],
    ['the portal belongs to no one', 'http://www.qinghe.gov.cn/', [null, 'portal', null, null]],
    ['another host', 'http://www.linhe.gov.cn/zwgk/', [null, null, null, null]],
    ['another port', 'http://www.qinghe.gov.cn:8080/zwgk/', [null, null, null, null]],
    ['a host that only ends alike', 'http://xwww.qinghe.gov.cn/zwgk/', [null, null, null, null]],
    ['a unit that is gone', 'http://old.qinghe.gov.cn:8080/a', [null, 'old', null, null]],
    ['no address', 'about:blank', [null, null, null, null]],
  ])('%s', (_, url, expected) => {
    expect(found({ url })).toEqual(expected)
  })
})

describe("by the column's name on the page", () => {
  const jcms = 'http://www.qinghe.gov.cn/art/2026/11/4/art_60096_1.html'
  test.each<[string, Partial<Placed>, unknown[]]>([
    ['an article that lies elsewhere', { columnName: '卫生健康' }, ['ws', 'portal', 'c-col', 'address']],
    ['spaces do not count', { columnName: ' 卫生 健康' }, ['ws', 'portal', 'c-col', 'address']],
    ['a column that has no address of its own', { columnName: '招生计划' }, ['jy', 'portal', 'c-name', 'address']],
    ['the innermost name first', { columnName: '不认识', columnPath: ['政务公开', '卫生健康'] }, ['ws', 'portal', 'c-col', 'address']],
    ['a name that two columns have tells nothing', { columnName: '通知公告', columnPath: ['政务公开'] }, [null, 'portal', null, null]],
    ['a column without a unit is still the column', { columnName: '部门动态', contentSource: '县财政局' }, ['cz', 'portal', 'c-none', 'source']],
  ])('%s', (_, page, expected) => {
    expect(found({ url: jcms, ...page })).toEqual(expected)
  })

  test('names count within their site only', () => {
    expect(found({ url: 'https://jyj.qinghe.gov.cn/info/1.htm', columnName: '通知公告' })).toEqual(['jy', 'jyj', 'c-jy-tz', 'address'])
    expect(found({ url: 'http://www.linhe.gov.cn/a', columnName: '卫生健康' })).toEqual([null, null, null, null])
  })

  test('the address comes before the name', () => {
    expect(found({ url: 'http://www.qinghe.gov.cn/zwgk/a.html', columnName: '卫生健康' })).toEqual(['zf', 'portal', 'c-zwgk', 'address'])
  })
})

describe('by source', () => {
  test.each([
    ['青禾县财政局', 'cz'],
    [' 青禾县 财政局 ', 'cz'],
    ['来源：青禾县财政局', 'cz'],
    ['县财政局', 'cz'],
    ['财政局', 'cz'],
    ['海东市青禾县财政局', 'cz'],
    ['县教体局', 'jy'],
    ['教体局', 'jy'],
    ['青禾县卫生健康局', 'ws'],
    ['县卫生健康局', 'ws'],
    ['县财政局、青禾县财政局', 'cz'],
    ['何青 县教体局', null],
    ['县财政局、县教体局', null],
    ['县教育局', null],
    ['海东市财政局', null],
    ['市财政局', null],
    ['临河县财政局', null],
    ['省财政厅', null],
    ['本网', null],
    ['本站', null],
    ['青禾县人民政府门户网站', null],
    ['县', null],
    ['', null],
    ['财政局财政局', null],
  ])('%j names %s', (contentSource, expected) => {
    expect(found({ url: 'http://www.qinghe.gov.cn/news/1.html', contentSource })).toEqual([expected, 'portal', null, expected && 'source'])
  })

  test('本网 on a site with an owner is its owner', () => {
    expect(found({ url: 'https://jyj.qinghe.gov.cn/a', contentSource: '本网' })).toEqual(['jy', 'jyj', null, 'address'])
  })

  test('works where no site is known', () => {
    expect(found({ url: 'http://www.linhe.gov.cn/a', contentSource: '县教体局' })).toEqual(['jy', null, null, 'source'])
  })

  test('a name that two units share names none', () => {
    const roster = { ...ROSTER, units: [unit('a', '青禾县统计局', '统计办'), unit('b', '青禾县审计局', '统计办')] }
    expect(found({ url: 'http://www.qinghe.gov.cn/', contentSource: '统计办' }, roster)[0]).toBeNull()
  })

  test('hostile sources are quick', () => {
    const run = () => {
      for (const contentSource of ['市'.repeat(190), `${'市'.repeat(150)}青禾县财政局`, '县'.repeat(5000), '、'.repeat(200)]) {
        expect(found({ url: 'http://www.qinghe.gov.cn/', contentSource })[0]).toBeNull()
      }
    }
    expect(cpuTime(run)).toBeLessThan(200)
  })
})

describe('a large roster', () => {
  const units = Array.from({ length: 2000 }, (_, n) => unit(`u${n}`, `青禾县第${n}局`))
  const sites = Array.from({ length: 2000 }, (_, n) => site(`s${n}`, `第${n}站`, `s${n}.qinghe.gov.cn/`, null))
  const columns = Array.from({ length: 20_000 }, (_, n) => column(`c${n}`, `栏目${n}`, `s${n % 2000}.qinghe.gov.cn/a/c${n}/`, `u${n % 2000}`))
  const roster = { units, sites, columns }

  test('is indexed once and then quick', () => {
    const first = () => found({ url: 'http://s7.qinghe.gov.cn/a/c2007/t1.html' }, roster)
    expect(cpuTime(first)).toBeLessThan(1500)
    expect(first()).toEqual(['u7', 's7', 'c2007', 'address'])
    const more = () => {
      for (let n = 0; n < 10_000; n += 1) found({ url: `http://s${n % 2000}.qinghe.gov.cn/a/c${n}/t1.html` }, roster)
    }
    expect(cpuTime(more)).toBeLessThan(1000)
  })
})
