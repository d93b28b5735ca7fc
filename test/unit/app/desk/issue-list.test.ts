import { expect, test } from 'vitest'
import { completedColumns, issueListDesk } from '../../../../utils/app/desk/issue-list.ts'
import { readSettings } from '../../../../utils/ledger/settings.ts'
import { DEFAULT_COLUMNS, WHOLE_LEDGER } from '../../../../utils/types/issue-list.ts'
import { bulkOf, issueNumbered } from '../../ledger/bulk-kit.ts'
import { testLedger } from '../../ledger/kit.ts'

async function deskOf(count: number) {
  const ledger = testLedger()
  await ledger.db.issues.bulkAdd(bulkOf(count, (n) => ({ status: n > 2 ? 'closed' : 'open' })))
  return { ledger, desk: issueListDesk(ledger) }
}

const ids = (count: number) => bulkOf(count).map(({ id }) => id)

test('views are kept under names that differ, renamed, removed and put back', async () => {
  const { ledger, desk } = await deskOf(0)
  const kept = async () => (await readSettings(ledger.db)).issueViews
  await desk.saveView('甲', WHOLE_LEDGER)
  await expect(desk.saveView('甲', WHOLE_LEDGER)).rejects.toMatchObject({ says: { key: 'issuelist.view.taken', params: { name: '甲' } } })
  await desk.saveView('乙', { ...WHOLE_LEDGER, filter: { text: 'x' } })
  const [first, second] = await kept()
  await expect(desk.renameView(second!.id, '甲')).rejects.toMatchObject({ says: { key: 'issuelist.view.taken' } })
  await desk.renameView(second!.id, '丙')
  await desk.removeView(first!)
  expect((await kept()).map(({ name, filter }) => [name, filter])).toEqual([['丙', { text: 'x' }]])
  await desk.restoreView(first!)
  expect((await kept()).map(({ name }) => name)).toEqual(['丙', '甲'])
})

test('columns that came after a person chose stand at the end, hidden', () => {
  const columns = completedColumns([{ column: 'status', shown: true, width: 90 }])
  expect(columns[0]).toEqual({ column: 'status', shown: true, width: 90 })
  expect(columns.slice(1).every(({ shown }) => !shown)).toBe(true)
  expect(columns).toHaveLength(DEFAULT_COLUMNS.length)
  expect(completedColumns([])).toBe(DEFAULT_COLUMNS)
})

test('says how many were changed, which were not, and takes it back', async () => {
  const { ledger, desk } = await deskOf(9)
  const said = await desk.setStatusOfMany(ids(9), 'fixed', '')
  expect(said.says).toEqual({ key: 'issuelist.done.status-refused', params: { changed: 2, refused: 7, numbers: '3、4、5、6、7' } })
  expect(await said.undo!()).toEqual({ key: 'issuelist.done.undone', params: { changed: 2 } })
  expect((await ledger.db.issues.get(issueNumbered(1).id))?.status).toBe('open')
  expect((await desk.setStatusOfMany(ids(9).slice(5), 'fixed', '')).undo).toBeNull()
})

test('a unit is given with the name that the roster has now', async () => {
  const { ledger, desk } = await deskOf(1)
  await ledger.db.units.add({ id: 'u7', name: '青禾县民政局', aliases: [] })
  await desk.editMany(ids(1), { unitId: 'u7' })
  expect(await ledger.db.issues.get(ids(1)[0]!)).toMatchObject({ unitId: 'u7', unitName: '青禾县民政局' })
})
