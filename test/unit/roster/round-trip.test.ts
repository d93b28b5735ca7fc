import * as fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { prefixOf } from '../../../utils/roster/address.ts'
import { guessLayout } from '../../../utils/roster/layout.ts'
import { mergeRoster } from '../../../utils/roster/merge.ts'
import { foldName } from '../../../utils/roster/name.ts'
import { parseTable } from '../../../utils/roster/parse.ts'
import { readTables } from '../../../utils/roster/table-file.ts'
import { rosterFile } from '../../../utils/roster/write.ts'
import { rosterXlsx, templateXlsx } from '../../../utils/roster/write-xlsx.ts'
import { COLUMN_CLASSES, type Roster } from '../../../utils/types/roster.ts'
import { savedByLibreOffice, SOFFICE } from './workbooks.ts'

const EMPTY: Roster = { units: [], sites: [], columns: [] }

/** Names as people write them and as an attacker would: formulas, quotes, brackets, full-width signs. */
const name = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', "'", "'=", '＝', '%', '"', '（', '0'), fc.stringMatching(/^[\u4e00-\u4e20a-c]{1,6}$/), fc.constantFrom('', ')', '"', ' 局', '1+1', '&<b>')).map((parts) => parts.join(''))
const path = fc.stringMatching(/^[a-z]{1,4}$/)

/** Rosters as the desk lets them be: no two units share a name, no two rows an address. */
const roster: fc.Arbitrary<Roster> = fc
  .record({
    names: fc.uniqueArray(name, { maxLength: 6, selector: foldName }),
    aliases: fc.uniqueArray(fc.stringMatching(/^[=+@-]?[\u4e30-\u4e50]{2,5}$/), { maxLength: 6, selector: foldName }),
    hosts: fc.uniqueArray(path, { maxLength: 4 }),
    columns: fc.uniqueArray(fc.record({ name, host: fc.nat(3), path, own: fc.boolean(), unit: fc.option(fc.nat(5)), class: fc.constantFrom(...COLUMN_CLASSES), days: fc.option(fc.integer({ min: 1, max: 3650 })), exemption: fc.option(name) }), { maxLength: 8, selector: (one) => `${one.host} ${one.path}` }),
    siteNames: fc.array(name, { minLength: 4, maxLength: 4 }),
    owner: fc.option(fc.nat(5)),
    code: fc.option(fc.stringMatching(/^\d{10}$/)),
  })
  .map(({ names, aliases, hosts, columns, siteNames, owner, code }) => {
    const units = names.map((one, n) => ({ id: `u${n}`, name: one.trim(), aliases: aliases.filter((_, at) => at % Math.max(1, names.length) === n) }))
    const unitId = (at: number | null) => (at === null ? null : (units[at]?.id ?? null))
    const sites = hosts.map((host, n) => ({ id: `s${n}`, name: siteNames[n]!.trim(), prefix: `${host}.gov.cn/`, siteIdCode: n === 0 ? code : null, unitId: n === 0 ? unitId(owner) : null }))
    const seen = new Set<string>()
    return {
      units, sites,
      columns: columns.flatMap((one, n) => {
        const site = sites[one.host]
        const prefix = site && !one.own ? site.prefix : prefixOf(`${site ? site.prefix : 'other.gov.cn/'}${one.path}/`)!
        const key = `${prefix} ${site && !one.own ? foldName(one.name) : ''}`
        if (seen.has(key)) return []
        seen.add(key)
        return [{ id: `c${n}`, name: one.name.trim(), prefix, unitId: unitId(one.unit), class: one.class, deadlineDays: one.days, exemption: one.exemption?.trim() || null }]
      }),
    }
  })

async function readBack(bytes: Uint8Array) {
  const { tables } = await readTables(bytes)
  return parseTable(tables[0]!, guessLayout(tables[0]!))
}

/** What a roster says, without its ids. */
function plain({ units, sites, columns }: Roster) {
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  const named = (rows: { id: string; unitId: string | null }[]) => rows.map(({ id: _, unitId, ...row }) => JSON.stringify({ ...row, unit: nameOf.get(unitId ?? '') ?? null })).sort()
  return { units: units.map(({ name, aliases }) => JSON.stringify([name, aliases])).sort(), sites: named(sites), columns: named(columns) }
}

test.each([['CSV', async (one: Roster) => rosterFile(one).bytes], ['XLSX', async (one: Roster) => (await rosterXlsx(one)).bytes]] as const)('%s: what is exported imports back unchanged, formulas and all', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(roster, async (one) => {
      fc.pre(one.units.length + one.sites.length + one.columns.length > 0)
      const { roster: draft, problems } = await readBack(await write(one))
      expect(problems).toEqual([])
      let ids = 0
      expect(plain(mergeRoster(draft, EMPTY, () => `n${(ids += 1)}`, () => 'other').roster)).toEqual(plain(one))
      const again = mergeRoster(draft, one, () => 'new', () => 'other')
      expect([again.put, again.changed]).toEqual([EMPTY, []])
    }),
    { numRuns: 200 },
  )
})

test('no cell of the workbook is a formula, and none would become one', async () => {
  const one: Roster = { ...EMPTY, units: [{ id: 'u', name: '=HYPERLINK("http://x")', aliases: ['+1', '＝1'] }] }
  const [sheet] = (await readXlsx((await rosterXlsx(one)).bytes)).sheets
  expect(sheet?.rows[1]?.slice(0, 2)).toEqual(['\'=HYPERLINK("http://x")', "'+1、＝1"])
  expect((await readBack((await rosterXlsx(one)).bytes)).roster.units[0]).toMatchObject({ name: '=HYPERLINK("http://x")', aliases: ['+1', '＝1'] })
})

test('the empty template is known again with every field', async () => {
  const { tables } = await readTables((await templateXlsx()).bytes)
  expect(Object.keys(guessLayout(tables[0]!).places)).toHaveLength(10)
})

test.runIf(SOFFICE)('a workbook of ours that LibreOffice saved again reads the same', async () => {
  const again = savedByLibreOffice({ 台账底册: [['单位', '网站名称', '网址', '栏目', '栏目网址', '更新时限（天）'], ['青禾县财政局', '青禾县人民政府', 'www.qinghe.gov.cn/', '预算', '/ys/', 30]] }, 'xlsx')
  const { roster: draft, problems } = await readBack(again)
  expect(problems).toEqual([])
  expect(draft.columns).toMatchObject([{ name: '预算', prefix: 'www.qinghe.gov.cn/ys/', unitName: '青禾县财政局', deadlineDays: 30 }])
}, 60_000)
