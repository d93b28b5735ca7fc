import { expect, test } from 'vitest'
import { tidy } from '../../../utils/app/space.ts'
import { filled, picture } from '../ledger/backup/kit.ts'

test('old link verdicts and pictures of nobody go once a day; what a killed restore left goes at once', async () => {
  const { db } = await filled(2)
  const verdict = (href: string, checkedAt: string) => ({ href, verdict: 'alive' as const, reason: 'ok', status: 200, netError: null, hops: [], evidence: '', ms: 1, checkedAt, looks: 1, failures: 0 })
  await db.verdicts.bulkPut([verdict('http://a.example/old', '2026-08-01T00:00:00.000Z'), verdict('http://a.example/new', '2026-11-01T00:00:00.000Z')])
  await db.shots.put((await picture('nobody’s')).shot)
  await tidy(db, new Date('2026-11-20T03:00:00.000Z'))
  expect(await db.verdicts.toCollection().primaryKeys()).toEqual(['http://a.example/new'])
  expect(await db.shots.count()).toBe(2)

  await db.shots.put((await picture('nobody’s')).shot)
  await tidy(db, new Date('2026-11-20T09:00:00.000Z'))
  expect(await db.shots.count()).toBe(3)
  await db.staged.add({ table: 'issues', rows: [] })
  await tidy(db, new Date('2026-11-20T09:00:00.000Z'))
  expect([await db.staged.count(), await db.shots.count()]).toEqual([0, 2])
})
