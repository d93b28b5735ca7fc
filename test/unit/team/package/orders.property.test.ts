import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deleteIssue, editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { picture } from '../../ledger/backup/kit.ts'
import { newIssue } from '../../ledger/kit.ts'
import { idOf, member, type Member } from '../kit.ts'
import { packed, shown, taken } from './kit.ts'

const WHO = 3
const who = fc.nat(WHO - 1)
const step = fc.record({ who, n: fc.nat(2), what: fc.constantFrom('record', 'note', 'severity', 'delete', 'unit'), value: fc.nat(2) })
const PASSWORD = '青禾县十二月共享'

async function act(me: Member, { n, what, value, who: mine }: { n: number; what: string; value: number; who: number }): Promise<void> {
  me.clock.at += 60_000
  if (what === 'unit') await me.db.units.put({ id: 'u1', name: `${value}局`, aliases: [] })
  const id = idOf(n * WHO + mine)
  if (what === 'record' && !(await me.db.issues.get(id))) await recordIssue(me, newIssue({ id, quote: `${n}` }), await picture(`${n}`))
  const [issue] = await me.db.issues.filter((one) => Number(one.id.slice(7)) % 3 === n).toArray()
  if (!issue || what === 'record' || what === 'unit') return
  if (what === 'delete') await deleteIssue(me, issue.id)
  else await editIssue(me, issue.id, what === 'note' ? { note: `${mine} ${value}` } : { severity: (['serious', 'general', 'minor'] as const)[value]! })
}

/** Sets in any order; of a deleted issue not what it was a duplicate of, which each ledger reckons while it stands. */
async function seen(one: Member): Promise<unknown> {
  const rows = await shown(one)
  const shots = (await one.db.shots.toArray()).map(({ hash }) => hash)
  return { ...rows, shots, issues: (rows['issues'] as { deletedAt: string | null; duplicateOf: string | null }[]).map(({ duplicateOf, ...issue }) => ({ ...issue, first: issue.deletedAt === null && duplicateOf })) }
}

test('three devices that exchange packages, in any order and more than once, end the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 8 }), fc.array(fc.tuple(who, who), { maxLength: 8 }), fc.nat(), async (first, second, between, shuffle) => {
      const all = await Promise.all([0, 120_000, -120_000].map((skew) => member(skew)))
      for (const one of first) await act(all[one.who]!, one)
      const old = await Promise.all(all.map((one) => packed(one)))
      for (const [from, to] of between) await taken(all[to]!, old[from]!.file)
      for (const one of second) await act(all[one.who]!, one)
      // everyone hears everyone, old packages among the new ones, in an order of chance; twice, because what was merged is told on
      for (const round of [0, 1, 2]) {
        const fresh = await Promise.all(all.map((one) => packed(one)))
        const visits = [...fresh, ...(round === 0 ? old : [])].flatMap(({ file }) => all.map((to) => [file, to] as const))
        for (let at = 0; at < visits.length; at++) {
          const [file, to] = visits[(at * 7 + shuffle) % visits.length]!
          await taken(to, file)
        }
      }
      const [one, ...others] = await Promise.all(all.map(seen))
      for (const other of others) expect(other).toEqual(one)
      for (const { db } of all) await db.delete()
    }),
    { numRuns: Number(process.env['RUNS'] ?? 6) },
  )
}, 120_000)

test('what goes in comes out: whatever was typed, with a password and without', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 }).map((said) => said.replace(/[\uD800-\uDFFF]/g, '') || '词')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ description: text, quote: text }), { minLength: 1, maxLength: 5 }), fc.boolean(), async (typed, locked) => {
      const [a, b] = await Promise.all([member(), member()])
      for (const [n, { description, quote }] of typed.entries()) await recordIssue(a, newIssue({ id: idOf(n), description, quote, url: `http://www.qinghe.gov.cn/${n}` }), await picture(`${n}`))
      const password = locked ? PASSWORD : ''
      await taken(b, (await packed(a, { password })).file, password)
      expect(await seen(b)).toEqual(await seen(a))
      expect((await b.db.issues.orderBy('id').toArray()).map(({ description, quote }) => ({ description, quote }))).toEqual(typed)
    }),
    { numRuns: 8 },
  )
}, 60_000)
