import { expect, test } from 'vitest'
// before Dexie, which looks for the database when it is loaded
import { testLedger } from '../../ledger/kit.ts'
import { issueListDesk, type SeenFeed } from '../../../../utils/app/desk/issue-list.ts'
import { overviewDesk, type OverviewSeen } from '../../../../utils/app/desk/overview.ts'
import { setStatus } from '../../../../utils/ledger/change.ts'
import { bulkOf } from '../../ledger/bulk-kit.ts'
import { soon } from '../../../soon.ts'

const raise = (error: unknown) => {
  throw error
}
const told = (seen: OverviewSeen[]) => seen[seen.length - 1]?.overview

test('figures follow what is recorded, closed and renamed, without the tab being opened anew', async () => {
  const ledger = testLedger()
  const issues = bulkOf(3, () => ({ unitId: 'u1', unitName: '旧名', status: 'fixed' }))
  await ledger.db.issues.bulkAdd(issues)
  const seen: OverviewSeen[] = []
  const now = () => new Date(issues[0]!.foundAt)
  const stop = overviewDesk({ db: ledger.db, now, feed: issueListDesk(ledger).issueFeed }).overview((one) => seen.push(one), raise)
  await soon(() => expect(told(seen)).toMatchObject({ total: 3, open: 3, closed: 0, columns: null, accounts: null, units: [{ unitId: 'u1', name: '旧名', count: 3 }] }))
  await ledger.db.units.add({ id: 'u1', name: '青禾县民政局', aliases: [] })
  await soon(() => expect(told(seen)?.units).toMatchObject([{ name: '青禾县民政局', count: 3 }]))
  ledger.clock.at = issues[0]!.foundAt
  await setStatus(ledger, issues[0]!.id, 'closed', '')
  await soon(() => expect(told(seen)).toMatchObject({ total: 3, open: 2, closed: 1 }))
  await soon(() => expect(told(seen)?.weeks.reduce((sum, { closed }) => sum + closed, 0)).toBe(1))
  stop()
})

test('says why there are no figures where the issues cannot be read', () => {
  const seen: OverviewSeen[] = []
  const problem = { key: 'app.error.unexpected' }
  const feed = (tell: (feed: SeenFeed) => void) => (tell({ problem }), () => undefined)
  overviewDesk({ db: testLedger().db, now: () => new Date(0), feed }).overview((one) => seen.push(one), raise)()
  expect(seen).toEqual([{ overview: null, problem }])
})
