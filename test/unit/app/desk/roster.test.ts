// First, because it puts a database in place before Dexie looks for one.
import { newIssue, testLedger } from '../../ledger/kit.ts'
import { describe, expect, test } from 'vitest'
import { rosterDesk } from '../../../../utils/app/desk/roster.ts'
import { assignUnit } from '../../../../utils/app/assign-unit.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { readRoster } from '../../../../utils/ledger/roster.ts'
import type { Account } from '../../../../utils/types/account.ts'
import type { PageProposals } from '../../../../utils/types/roster-import.ts'

const HEADER = '单位,网站名称,网址,栏目,栏目网址,栏目类别'
const CSV = [HEADER, '青禾县财政局,,,,,', '青禾县教育和体育局,青禾县人民政府,www.qinghe.gov.cn,通知公告,/zwgk/tzgg/,通知公告', ',青禾县人民政府,www.qinghe.gov.cn,要闻,/yw/,动态要闻'].join('\n')
const ACCOUNT: Account = { id: 'a1', platform: 'weixin', name: '青禾教育', owner: '青禾县教育和体育局', unitId: null, url: null, address: null, deadlineDays: null, lastUpdate: null, status: 'active', note: '' }

async function office() {
  const ledger = testLedger()
  let changes = 0
  const desk = rosterDesk(ledger, () => void (changes += 1))
  const take = async (csv: string, same: Record<string, string> = {}) => {
    const plan = await desk.openRoster(new File([csv], '底册.csv'))
    const chosen = Object.keys(same).length ? await desk.planRoster(plan.source, { ...plan.choice, same }) : plan
    await desk.importRoster(chosen, () => undefined)
    return chosen
  }
  const roster = () => readRoster(ledger.db)
  const unitId = async (name: string) => (await roster()).units.find((unit) => unit.name === name)!.id
  return { ledger, desk, take, roster, unitId, changes: () => changes }
}

/** Everything a change may touch. */
const all = async ({ db }: ReturnType<typeof testLedger>) => ({ roster: await readRoster(db), accounts: await db.accounts.toArray(), issues: (await db.issues.toArray()).map(({ id, unitId, unitName }) => ({ id, unitId, unitName })) })

/** Enough rows to be taken out in one step. */
const MANY = [HEADER, ...Array.from({ length: 600 }, (_, n) => `青禾县教育和体育局,青禾县人民政府,www.qinghe.gov.cn,栏目${n},/zwgk/c${n}/,通知公告`)].join('\n')

test.each([['alone', false], ['with a column from elsewhere among them', true]])('an import of many rows is taken back whole, %s', async (_, among) => {
  const { ledger, desk, take, roster } = await office()
  const other = { name: '手工', prefix: 'x.qinghe.gov.cn/a/', unitId: null, class: 'news', deadlineDays: null, exemption: null } as const
  await ledger.db.columns.bulkAdd([{ ...other, id: '0' }, { ...other, id: 'z' }])
  await take(MANY)
  expect((await roster()).columns).toHaveLength(602)
  if (among) await ledger.db.columns.add({ ...other, id: `${(await ledger.db.columns.toCollection().primaryKeys())[9]}0` })
  await desk.undoRoster()
  const left = await roster()
  expect([left.units, left.sites, left.columns.map(({ name }) => name)]).toEqual([[], [], Array(among ? 3 : 2).fill('手工')])
})

describe('import', () => {
  test('looked at first, stored in one step, taken back whole; issues and accounts find their unit', async () => {
    const { ledger, desk, take, roster, changes } = await office()
    await recordIssue(ledger, newIssue({ unitId: null, unitName: '' }), null)
    await recordIssue(ledger, newIssue({ id: '01ISSUE0000000000000000002', unitId: null, unitName: '', url: 'http://other.gov.cn/', host: 'other.gov.cn' }), null)
    await ledger.db.accounts.add(ACCOUNT)
    const before = await all(ledger)
    const plan = await take(CSV)
    expect(plan.preview).toMatchObject({ encoding: 'UTF-8', lines: 3, units: { added: 2 }, sites: { added: 1 }, columns: { added: 2 }, problems: [] })
    const after = await all(ledger)
    expect(after.issues.map(({ unitName }) => unitName)).toEqual(['青禾县教育和体育局', ''])
    expect(after.accounts[0]?.unitId).toBe(after.issues[0]?.unitId)
    expect((await ledger.db.events.where('issueId').equals(newIssue().id).toArray()).map(({ kind }) => kind)).toEqual(['recorded', 'edited'])
    expect(changes()).toBe(1)
    await desk.undoRoster()
    expect(await all(ledger)).toEqual(before)
    expect((await roster()).units).toEqual([])
    await expect(desk.undoRoster()).rejects.toMatchObject({ says: { key: 'rosterdesk.error.nothing-to-undo' } })
  })

  test('what the columns mean can be chosen, and is remembered for the next file of this shape', async () => {
    const { desk, take } = await office()
    const csv = '甲列,乙列\n青禾县财政局,预算\n'
    const plan = await desk.openRoster(new File([csv], 'a.csv'))
    expect(plan.preview).toBeNull()
    const chosen = await desk.planRoster(plan.source, { ...plan.choice, layout: { header: 0, places: { unit: 0, column: 1 }, fillDown: false, site: 'www.qinghe.gov.cn' } })
    expect(chosen.preview).toMatchObject({ units: { added: 1 }, columns: { added: 1 } })
    await desk.importRoster(chosen, () => undefined)
    expect((await desk.openRoster('甲列\t乙列\n青禾县审计局\t审计\n')).choice.layout).toMatchObject({ places: { unit: 0, column: 1 }, site: 'www.qinghe.gov.cn' })
    await take(CSV)
  })

  test('an abbreviation is asked about: kept apart, or joined as an alias', async () => {
    const { desk, take, roster } = await office()
    await take(CSV)
    const csv = `${HEADER}\n县教体局,,www.qinghe.gov.cn,招生,/zs/,\n`
    expect((await desk.openRoster(new File([csv], 'a.csv'))).alike).toMatchObject([{ name: '县教体局', unitName: '青禾县教育和体育局' }])
    await take(csv, { 县教体局: '青禾县教育和体育局' })
    const { units, columns } = await roster()
    const unit = units.find(({ name }) => name === '青禾县教育和体育局')!
    expect([units.length, unit.aliases, columns.find(({ name }) => name === '招生')?.unitId]).toEqual([2, ['县教体局'], unit.id])
  })

  test('a large import tells how far it is', async () => {
    const { desk, roster } = await office()
    const rows = Array.from({ length: 2500 }, (_, n) => `青禾县第${n % 20}局,网${n % 5},s${n % 5}.gov.cn,栏目${n},/c${n}/,通知公告`)
    const plan = await desk.openRoster(new File([[HEADER, ...rows].join('\n')], 'a.csv'))
    const seen: [number, number][] = []
    await desk.importRoster(plan, (...told) => void seen.push(told))
    expect((await roster()).columns).toHaveLength(2500)
    expect(seen).toEqual([[20, 2525], [25, 2525], [2025, 2525], [2525, 2525]])
  }, 30_000)
})

describe('editing', () => {
  test('renaming keeps the former name as alias; a name that is taken is refused', async () => {
    const { desk, take, roster, unitId } = await office()
    await take(CSV)
    const id = await unitId('青禾县财政局')
    await desk.saveUnit(id, { name: '青禾县财政金融局', aliases: ['县财政局'] })
    expect((await roster()).units.find((unit) => unit.id === id)).toEqual({ id, name: '青禾县财政金融局', aliases: ['县财政局', '青禾县财政局'] })
    await expect(desk.saveUnit(null, { name: '县财政局', aliases: [] })).rejects.toMatchObject({ says: { key: 'rosterdesk.error.name-taken' } })
    await expect(desk.saveUnit(null, { name: '  ', aliases: [] })).rejects.toMatchObject({ says: { key: 'rosterdesk.error.no-name' } })
  })

  test.each([
    ['no address', { prefix: '暂无' }, 'no-address'], ['a taken address', { prefix: 'http://www.qinghe.gov.cn/yw/index.html' }, 'address-taken'], ['no name', { name: ' ' }, 'no-name'],
  ])('a column with %s is refused', async (_, change, error) => {
    const { desk, take } = await office()
    await take(CSV)
    const column = { name: '新', prefix: 'www.qinghe.gov.cn/new', unitId: null, class: 'news' as const, deadlineDays: null, exemption: '' }
    await expect(desk.saveColumn(null, { ...column, ...change })).rejects.toMatchObject({ says: { key: `rosterdesk.error.${error}` } })
    await desk.saveColumn(null, column)
  })

  test('a column that is given to a unit takes its issues along, and back', async () => {
    const { ledger, desk, take, roster, unitId } = await office()
    await take(CSV)
    await recordIssue(ledger, newIssue({ unitId: null, unitName: '', url: 'http://www.qinghe.gov.cn/yw/1.html' }), null)
    const before = await all(ledger)
    const column = (await roster()).columns.find(({ name }) => name === '要闻')!
    await desk.setRows({ kind: 'columns', ids: [column.id] }, { unitId: await unitId('青禾县财政局') })
    expect((await ledger.db.issues.toArray())[0]?.unitName).toBe('青禾县财政局')
    await desk.undoRoster()
    expect(await all(ledger)).toEqual(before)
  })

  test('merging: issues, columns, sites, accounts and readings follow, names become aliases; all of it is taken back', async () => {
    const { ledger, desk, take, roster, unitId } = await office()
    await ledger.db.accounts.add(ACCOUNT)
    await take(CSV)
    const [from, to] = [await unitId('青禾县教育和体育局'), await unitId('青禾县财政局')]
    await recordIssue(ledger, newIssue({ unitId: from, unitName: '青禾县教育和体育局' }), null)
    await ledger.db.table('readings').add({ id: 'r', week: '2026-W47', unitId: from, unitName: '青禾县教育和体育局' })
    const before = await all(ledger)
    expect(await desk.belongings([from])).toEqual({ columns: 1, sites: 0, accounts: 1, issues: 1 })
    await desk.mergeUnits([from, to], to)
    const after = await all(ledger)
    expect(after.roster.units).toEqual([{ id: to, name: '青禾县财政局', aliases: ['青禾县教育和体育局'] }])
    expect([after.issues[0], after.accounts[0]?.unitId, after.roster.columns.filter(({ unitId }) => unitId === to).length]).toMatchObject([{ unitId: to, unitName: '青禾县财政局' }, to, 1])
    expect(await ledger.db.table('readings').get('r')).toMatchObject({ unitId: to })
    await desk.undoRoster()
    expect(await all(ledger)).toEqual(before)
    expect(await ledger.db.table('readings').get('r')).toMatchObject({ unitId: from, unitName: '青禾县教育和体育局' })
    await expect(desk.mergeUnits([to], to)).rejects.toMatchObject({ says: { key: 'rosterdesk.error.merge-two' } })
    expect((await roster()).units).toHaveLength(2)
  })

  test('a removed unit leaves its columns without a unit and its issues as they were recorded', async () => {
    const { ledger, desk, take, unitId } = await office()
    await take(CSV)
    const id = await unitId('青禾县教育和体育局')
    await recordIssue(ledger, newIssue({ unitId: id, unitName: '青禾县教育和体育局' }), null)
    const before = await all(ledger)
    await desk.removeRows({ kind: 'units', ids: [id] })
    const after = await all(ledger)
    expect([after.roster.units.length, after.roster.columns.map((column) => column.unitId), after.issues[0]?.unitName]).toEqual([1, [null, null], '青禾县教育和体育局'])
    await desk.undoRoster()
    expect(await all(ledger)).toEqual(before)
  })

  test('an issue that a person moved on meanwhile is not moved back', async () => {
    const { ledger, desk, take } = await office()
    await recordIssue(ledger, newIssue({ unitId: null, unitName: '' }), null)
    await take(CSV)
    await ledger.db.issues.update(newIssue().id, { unitId: 'x', unitName: '另一个局' })
    await desk.undoRoster()
    expect((await ledger.db.issues.toArray())[0]?.unitName).toBe('另一个局')
  })

  test('a page that is given a unit in the popup takes the issues of its site along', async () => {
    const { ledger, roster } = await office()
    await recordIssue(ledger, newIssue({ unitId: null, unitName: '' }), null)
    await assignUnit(ledger, { url: 'http://www.qinghe.gov.cn/', unitId: null, newName: '青禾县人民政府办公室' })
    expect((await roster()).sites).toHaveLength(1)
    expect((await ledger.db.issues.toArray())[0]?.unitName).toBe('青禾县人民政府办公室')
  })
})

test('what a page proposed and a person ticked', async () => {
  const { desk, roster } = await office()
  const proposal = { url: '', group: '', limitDays: null, known: false, likely: true }
  const found: PageProposals = { url: 'http://www.qinghe.gov.cn/wzdt/', siteName: '青禾县人民政府', siteIdCode: '3701990001', siteKnown: false, proposals: [] }
  await desk.importPlaces(found, [
    { ...proposal, id: 'www.qinghe.gov.cn/yw/', kind: 'column', name: '要闻', class: 'news', unit: '' },
    { ...proposal, id: 'jyj.qinghe.gov.cn/', kind: 'site', name: '县教育和体育局', class: 'other', unit: '青禾县教育和体育局' },
  ])
  const { units, sites, columns } = await roster()
  expect(units.map(({ name }) => name)).toEqual(['青禾县教育和体育局'])
  expect(sites.map(({ prefix, name, siteIdCode, unitId }) => [prefix, name, siteIdCode, unitId])).toEqual(expect.arrayContaining([['www.qinghe.gov.cn/', '青禾县人民政府', '3701990001', null], ['jyj.qinghe.gov.cn/', '县教育和体育局', null, units[0]!.id]]))
  expect(columns).toMatchObject([{ name: '要闻', prefix: 'www.qinghe.gov.cn/yw/', class: 'news', unitId: null }])
})

test('sources of pages without a unit are proposed as aliases, and taken when a person says so', async () => {
  const { ledger, desk, take, unitId } = await office()
  await take(CSV)
  await ledger.db.table('readings').bulkAdd([{ id: 'r1', unitId: null, source: '县教体局' }, { id: 'r2', unitId: null, source: '新华社' }, { id: 'r3', unitId: null }])
  const proposals = await new Promise((resolve, reject) => desk.aliasProposals(resolve, reject))
  const id = await unitId('青禾县教育和体育局')
  expect(proposals).toEqual([{ name: '县教体局', unitId: id, unitName: '青禾县教育和体育局' }])
  await desk.addAlias(id, '县教体局')
  expect(await new Promise((resolve, reject) => desk.aliasProposals(resolve, reject))).toEqual([])
})
