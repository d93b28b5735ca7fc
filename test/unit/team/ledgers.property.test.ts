import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deleteIssue, editIssue, restoreIssue } from '../../../utils/ledger/change.ts'
import { recordIssue } from '../../../utils/ledger/record.ts'
import { changeSetting } from '../../../utils/ledger/settings.ts'
import { DAY_MS } from '../../../utils/ledger/sharing/clock.ts'
import { newIssue, newShot } from '../ledger/kit.ts'
import { everything, idOf, meet, member, seenBy, stampsIn, take, type Member } from './kit.ts'

const WHO = 3

type Step =
  | { kind: 'record'; who: number; n: number }
  | { kind: 'edit'; who: number; n: number; field: 'description' | 'note' | 'severity' | 'url'; value: number }
  | { kind: 'delete' | 'restore' | 'draw' | 'cover'; who: number; n: number }
  | { kind: 'unit'; who: number; name: number }
  | { kind: 'unit-off' | 'words'; who: number; n?: never }
  | { kind: 'send'; who: number; to: number; twice: boolean }

const who = fc.nat(WHO - 1)
const n = fc.nat(2)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('record' as const), who, n }),
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, n, field: fc.constantFrom('description', 'note', 'severity', 'url'), value: fc.nat(2) }) },
  fc.record({ kind: fc.constantFrom('delete', 'restore', 'draw', 'cover'), who, n }),
  fc.record({ kind: fc.constant('unit' as const), who, name: fc.nat(2) }),
  fc.record({ kind: fc.constantFrom('unit-off', 'words'), who }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), who, to: who, twice: fc.boolean() }) },
)

async function act(all: readonly Member[], one: Step): Promise<void> {
  const me = all[one.who]!
  me.clock.at += 60_000
  if (one.kind === 'record') await recordIssue(me, newIssue({ id: idOf(one.n * WHO + one.who), quote: `${one.n}` }), newShot(String(one.n).repeat(64)))
  else if (one.kind === 'unit') await me.db.units.put({ id: 'u1', name: `${one.name}局`, aliases: [`${one.who}`] })
  else if (one.kind === 'unit-off') await me.db.units.clear()
  else if (one.kind === 'words') await changeSetting(me.db, 'ignoredPhrases', (phrases) => [...phrases.slice(0, 1), `词${one.who}`])
  else if (one.kind === 'send') for (let times = one.twice ? 2 : 1; times > 0; times--) await take(all[one.to]!, await everything(me))
  else {
    const [issue] = await me.db.issues.filter(({ id }) => Number(id.slice(7)) % 3 === one.n).toArray()
    if (!issue) return
    if (one.kind === 'delete') await deleteIssue(me, issue.id)
    else if (one.kind === 'restore') await restoreIssue(me, issue.id)
    else if (one.kind === 'edit') await editIssue(me, issue.id, one.field === 'severity' ? { severity: (['serious', 'general', 'minor'] as const)[one.value]! } : { [one.field]: `http://www.qinghe.gov.cn/${one.value}` })
    else if (issue.shots[0]) {
      const [shot, ...rest] = issue.shots
      const drawn = { ...shot!, drawings: [{ kind: 'text' as const, text: `${one.who}`, x: 1, y: 1 }] }
      const covered = { hash: 'cdef'[one.who]!.repeat(64), takenAt: shot!.takenAt, outlines: [], covered: true as const }
      await me.db.issues.update(issue.id, { shots: [one.kind === 'draw' ? drawn : covered, ...rest] })
    }
  }
}

/** What one may see: sets in any order; of a deleted issue not what it was a duplicate of, which each ledger reckons while it stands. */
async function seen(one: Member): Promise<unknown> {
  const rows = await seenBy(one)
  const units = (rows['units'] as { aliases: string[] }[]).map((unit) => ({ ...unit, aliases: [...unit.aliases].sort() }))
  return { ...rows, units, issues: (rows['issues'] as { deletedAt: string | null; duplicateOf: string | null; fixedOn?: string | null }[]).map(({ duplicateOf, fixedOn, ...issue }) => ({ ...issue, fixedOn: fixedOn ?? null, first: issue.deletedAt === null && duplicateOf })) }
}

test('three ledgers, whatever was done on each and in whatever order they hear of it, end the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), fc.tuple(...Array.from({ length: WHO }, () => fc.constantFrom(0, 120_000, -120_000, 400 * DAY_MS))), async (steps, skews) => {
      const all = await Promise.all(skews.map((skew) => member(skew)))
      for (const one of steps) await act(all, one)
      await meet(...all)
      // once more for what the merging itself made: lines of history
      await meet(...all)
      const [first, ...others] = await Promise.all(all.map(seen))
      for (const other of others) expect(other).toEqual(first)
      const stamps = await Promise.all(all.map(async (one) => (await stampsIn(one)).map(({ seq: _own, ...row }) => row)))
      for (const other of stamps) expect(other).toEqual(stamps[0])
      for (const { db } of all) await db.delete()
    }),
    { numRuns: Number(process.env['RUNS'] ?? 12) },
  )
}, 120_000)
