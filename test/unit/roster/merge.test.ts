import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { belongingOf } from '../../../utils/roster/match.ts'
import { mergeRoster } from '../../../utils/roster/merge.ts'
import { parseRoster } from '../../../utils/roster/parse.ts'
import { rosterExample, rosterTemplate } from '../../../utils/roster/template.ts'
import { rosterFile } from '../../../utils/roster/write.ts'
import { cpuTime } from '../lists/cpu-time.ts'
import { COLUMN_CLASSES, type ColumnClass, type Roster } from '../../../utils/types/roster.ts'

const HEADER = '单位,单位别名,网站名称,网址,网站标识码,栏目,栏目网址,栏目类别,更新时限（天）,免考核原因'
const draft = (...lines: string[]) => parseRoster(new TextEncoder().encode([HEADER, ...lines].join('\r\n'))).roster
const EMPTY: Roster = { units: [], sites: [], columns: [] }

const classOf = (name: string): ColumnClass => (name.includes('动态') ? 'news' : name === '预算' ? 'finance' : 'other')

/** Ids i1, i2 … */
function ids() {
  let n = 0
  return () => `i${(n += 1)}`
}

const EXISTING: Roster = {
  units: [{ id: 'u1', name: '青禾县教育局', aliases: ['县教育局'] }, { id: 'u2', name: '青禾县财政局', aliases: [] }],
  sites: [{ id: 's1', name: '门户', prefix: 'www.qinghe.gov.cn/', siteIdCode: '3799000001', unitId: null }],
  columns: [
    { id: 'c1', name: '教育动态', prefix: 'www.qinghe.gov.cn/jydt/', unitId: 'u1', class: 'news', deadlineDays: 14, exemption: null },
    { id: 'c2', name: '招生', prefix: 'www.qinghe.gov.cn/', unitId: 'u1', class: 'plan', deadlineDays: null, exemption: '报备' },
  ],
}

describe('mergeRoster', () => {
  test('into nothing adds everything', () => {
    const { roster, put, added, changed, unchanged, problems } = mergeRoster(draft('甲局,甲,甲网,a.gov.cn,,教育动态,/b/,,,'), EMPTY, ids(), classOf)
    expect(roster).toEqual({
      units: [{ id: 'i1', name: '甲局', aliases: ['甲'] }],
      sites: [{ id: 'i2', name: '甲网', prefix: 'a.gov.cn/', siteIdCode: null, unitId: 'i1' }],
      columns: [{ id: 'i3', name: '教育动态', prefix: 'a.gov.cn/b/', unitId: 'i1', class: 'news', deadlineDays: null, exemption: null }],
    })
    expect(put).toEqual(roster)
    expect(added).toEqual(roster)
    expect([changed, unchanged, problems]).toEqual([[], { units: 0, sites: 0, columns: 0 }, []])
  })

  test('the same again changes nothing', () => {
    const file = draft('甲局,甲,甲网,a.gov.cn,,教育动态,/b/,,,', '乙局,,,,,,,,,')
    const once = mergeRoster(file, EMPTY, ids(), classOf).roster
    const twice = mergeRoster(file, once, ids(), classOf)
    expect(twice.roster).toEqual(once)
    expect(twice.put).toEqual(EMPTY)
    expect(twice.unchanged).toEqual({ units: 2, sites: 1, columns: 1 })
  })

  test('tells what is added, changed and unchanged, keeps what the file leaves empty, and removes nothing', () => {
    const { roster, put, added, changed, unchanged } = mergeRoster(
      draft('县教育局,,门户,www.qinghe.gov.cn,,教育动态,/jydt/,,30,', '青禾县财政局,县财政局,,,,预算,www.qinghe.gov.cn/ys/,,,', '新局,,,,,,,,,'),
      EXISTING,
      ids(),
      classOf,
    )
    expect(changed).toEqual([
      { kind: 'unit', id: 'u2', name: '青禾县财政局', fields: { aliases: [[], ['县财政局']] } },
      { kind: 'column', id: 'c1', name: '教育动态', fields: { deadlineDays: [14, 30] } },
    ])
    expect(added.units.map(({ name }) => name)).toEqual(['新局'])
    expect(added.sites).toEqual([])
    expect(added.columns).toMatchObject([{ name: '预算', unitId: 'u2', class: 'finance' }])
    expect(put.units.map(({ id }) => id)).toEqual(['u2', added.units[0]?.id])
    expect(put.columns.map(({ id }) => id)).toEqual(['c1', added.columns[0]?.id])
    expect(unchanged).toEqual({ units: 1, sites: 1, columns: 0 })
    expect(roster.sites).toEqual(EXISTING.sites)
    expect(roster.columns.map(({ id }) => id).sort()).toEqual(['c1', 'c2', added.columns[0]?.id].sort())
  })

  test('a unit that was renamed keeps its id and its old name', () => {
    const { roster, changed } = mergeRoster(draft('青禾县教育和体育局,青禾县教育局、县教体局,,,,,,,,'), EXISTING, ids(), classOf)
    expect(roster.units[0]).toEqual({ id: 'u1', name: '青禾县教育和体育局', aliases: ['县教育局', '青禾县教育局', '县教体局'] })
    expect(changed).toMatchObject([{ kind: 'unit', id: 'u1', fields: { name: ['青禾县教育局', '青禾县教育和体育局'] } }])
  })

  test('a row that calls a unit by its alias does not rename it', () => {
    expect(mergeRoster(draft('县教育局,,,,,,,,,'), EXISTING, ids(), classOf).roster.units).toEqual(EXISTING.units)
  })

  test('a name that means two known units is named', () => {
    const { roster, problems } = mergeRoster(draft('青禾县财政局,县教育局,,,,,,,,'), EXISTING, ids(), classOf)
    expect(problems).toEqual([{ line: 2, says: { key: 'roster.problem.two-units', params: { line: 2, name: '青禾县财政局', names: '青禾县财政局、青禾县教育局', owner: '青禾县财政局' } }, leftOut: false }])
    expect(roster.units).toEqual(EXISTING.units)
  })

  test('a column that was known by its name gets its address and keeps its id', () => {
    const { roster, changed } = mergeRoster(draft('县教育局,,门户,www.qinghe.gov.cn,,招生,/zs/,,,'), EXISTING, ids(), classOf)
    expect(roster.columns.find(({ id }) => id === 'c2')).toMatchObject({ prefix: 'www.qinghe.gov.cn/zs/', class: 'plan', exemption: '报备' })
    expect(changed).toMatchObject([{ id: 'c2', fields: { prefix: ['www.qinghe.gov.cn/', 'www.qinghe.gov.cn/zs/'] } }])
    expect(roster.columns).toHaveLength(2)
  })

  test('changes neither argument', () => {
    const before = structuredClone(EXISTING)
    mergeRoster(draft('青禾县教育和体育局,青禾县教育局,门户站,www.qinghe.gov.cn,,教育动态,/jydt/,,1,'), EXISTING, ids(), classOf)
    expect(EXISTING).toEqual(before)
  })

  test('20,000 columns are taken in within a second', () => {
    const columns = Array.from({ length: 20_000 }, (_, n) => ({ id: `c${n}`, name: `栏目${n}`, prefix: `w${n % 2000}.qinghe.gov.cn/c${n}/`, unitId: null, class: 'news' as const, deadlineDays: 14, exemption: null }))
    const file = draft('甲局,,,,,栏目7,w7.qinghe.gov.cn/c7/,,,', '甲局,,,,,新栏目,w7.qinghe.gov.cn/new/,,,')
    const merge = () => mergeRoster(file, { units: [], sites: [], columns }, ids(), classOf)
    expect(cpuTime(merge)).toBeLessThan(1000)
    expect(merge().put.columns).toHaveLength(2)
  })
})

describe('files', () => {
  test('the template is the header alone, for Excel', () => {
    const { name, bytes } = rosterTemplate()
    expect(name).toBe('台账底册模板.csv')
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(`\uFEFF"${HEADER.replaceAll(',', '","')}"\r\n`)
  })

  test('the example is read without a problem and matches its pages', () => {
    const { roster, problems } = parseRoster(rosterExample().bytes)
    expect(problems).toEqual([])
    const merged = mergeRoster(roster, EMPTY, ids(), classOf).roster
    expect(merged.units).toHaveLength(3)
    const unitAt = (url: string) => belongingOf({ url, contentSource: null }, merged).unit?.name
    expect(unitAt('https://www.qinghe.gov.cn/zwgk/zdly/zsjh/t1.html')).toBe('青禾县教育和体育局')
    expect(unitAt('http://nyncj.qinghe.gov.cn/')).toBe('青禾县农业农村局')
  })

  test('a roster that is written and read again is the same', () => {
    const name = fc.oneof(fc.string({ unit: fc.constantFrom('青', '局', 'a', '=', '@', "'", '"', ',', '1', '（', '＝'), minLength: 1, maxLength: 8 }), fc.constantFrom('=1+1', '-局'))
    const unitIds = fc.option(fc.nat(2), { nil: null })
    const rosters = fc
      .record({
        names: fc.uniqueArray(name, { minLength: 3, maxLength: 3, selector: (text) => text.normalize('NFKC').toLowerCase() }),
        sites: fc.array(fc.record({ owner: unitIds, name, code: fc.constantFrom(null, '3799000001', 'bm14000002') }), { maxLength: 3 }),
        columns: fc.array(
          fc.record({ owner: unitIds, name, site: fc.nat(3), class: fc.constantFrom(...COLUMN_CLASSES), days: fc.option(fc.integer({ min: 1, max: 3650 }), { nil: null }), exemption: fc.option(name, { nil: null }) }),
          { maxLength: 4 },
        ),
      })
      .map(({ names, sites, columns }): Roster => ({
        units: names.map((text, n) => ({ id: `u${n}`, name: text, aliases: [] })),
        sites: sites.map((site, n) => ({ id: `s${n}`, name: site.name, prefix: `s${n}.qinghe.gov.cn/`, siteIdCode: site.code, unitId: site.owner === null ? null : `u${site.owner}` })),
        columns: columns.map((column, n) => ({
          id: `c${n}`, name: column.name, prefix: `s${column.site}.qinghe.gov.cn/c${n}/`, unitId: column.owner === null ? null : `u${column.owner}`, class: column.class, deadlineDays: column.days, exemption: column.exemption,
        })),
      }))
    fc.assert(
      fc.property(rosters, (roster) => {
        const { roster: read, problems } = parseRoster(rosterFile(roster).bytes)
        expect(problems).toEqual([])
        const merged = mergeRoster(read, roster, ids(), classOf)
        expect(merged.put).toEqual(EMPTY)
        expect(merged.unchanged).toEqual({ units: roster.units.length, sites: roster.sites.length, columns: roster.columns.length })
      }),
      { numRuns: 200 },
    )
  })
})
