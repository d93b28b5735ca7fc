import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editIssue } from '../../../../utils/ledger/change.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { deviceOfLedger } from '../../../../utils/ledger/sharing/device.ts'
import { exportedUpTo, keepExported } from '../../../../utils/team/package/makers.ts'
import { takeExchange } from '../../../../utils/team/package/take.ts'
import { newIssue } from '../../ledger/kit.ts'
import { copyInto, idOf, lonely, member, type Member } from '../kit.ts'
import { opened, packed, random, shown, taken } from './kit.ts'

/** A PC, a colleague's, its copy, and a copy of that. */
const who = fc.nat(3)
const ISSUES = 2
const step = fc.record({ what: fc.constantFrom('note', 'note', 'severity', 'record', 'give', 'give', 'since', 'again', 'cut'), who, to: who, n: fc.nat(ISSUES - 1), wait: fc.nat(3) })
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('copies of one ledger that exchange packages in any order, more than once and cut off: all end the same, and none of what was set there is lost or passes for known', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(step, { minLength: 4, maxLength: 24 }), fc.nat(2), async (before, after, late) => {
      const [first, colleague] = await Promise.all([member(), member(90_000)])
      const all: Member[] = [first, colleague]
      for (let n = 0; n < ISSUES; n++) await recordIssue(first, newIssue({ id: idOf(n), url: `http://www.qinghe.gov.cn/${n}` }), null)
      await taken(colleague, (await packed(first)).file)
      /** Notes that were set, each another text, and what stood there for the one who set it. */
      const notes = new Map<string, string>()
      const packages: Blob[] = []
      let serial = 0
      const give = async (from: Member, since = false): Promise<Blob> => {
        const at = from.now().toISOString()
        const { file, manifest } = await packed(from, since ? await exportedUpTo(from.db) : {})
        await keepExported(from.db, at, manifest)
        packages.push(file)
        return file
      }
      const cutOff = async (to: Member, file: Blob) => {
        const stop = new AbortController()
        await takeExchange({ db: to.db, now: to.now, random }, await opened(file), () => stop.abort(), stop.signal).catch((error: unknown) => expect(String(error)).toContain('Abort'))
      }
      const act = async ({ what, who, to, n, wait }: Step) => {
        const [me, other] = [all[who % all.length]!, all[to % all.length]!]
        me.clock.at += [10, 60_000, 3_600_000, 7_200_000][wait]!
        serial += 1
        if (what === 'record') await recordIssue(me, newIssue({ id: idOf(100 + serial), url: `http://www.qinghe.gov.cn/t${serial}` }), null)
        else if (what === 'severity') await editIssue(me, idOf(n), { severity: (['serious', 'general', 'minor'] as const)[wait % 3]! })
        else if (what === 'note') {
          notes.set(`${n} ${serial}`, (await me.db.issues.get(idOf(n)))!.note)
          await editIssue(me, idOf(n), { note: `${n} ${serial}` })
        } else {
          const file = what === 'again' && packages.length > 0 ? packages[wait % packages.length]! : await give(me, what === 'since')
          await (what === 'cut' ? cutOff : taken)(other, file)
        }
      }
      const copy = async (from: Member, by: number) => {
        const one = lonely()
        await copyInto(from, one)
        one.clock.at = from.clock.at + by
        all.push(Object.assign(one, { device: (await deviceOfLedger(one.db))! }))
      }
      for (const one of before) await act(one)
      await copy(first, late * 60_000)
      for (const [at, one] of after.entries()) {
        if (at === after.length >> 1) await copy(all[2]!, 0)
        await act(one)
      }
      for (let round = 0; round < 4; round++) {
        for (const from of all) {
          const file = await give(from)
          for (const to of all) if (to !== from) await taken(to, file)
        }
      }
      const [standing, ...others] = await Promise.all(all.map(shown))
      for (const other of others) expect(other).toEqual(standing)
      expect(new Set((await Promise.all(all.map(({ db }) => deviceOfLedger(db)))).map((one) => one!.device)).size).toBe(all.length)
      // what nobody has set anew who saw it stands, or is in the history as what lost
      const seen = new Set(notes.values())
      const stands = new Set((await first.db.issues.toArray()).map(({ note }) => note))
      const lost = new Set((await first.db.events.toArray()).flatMap(({ kind, changes }) => (kind === 'merged-value' ? [changes['note']?.[0]] : [])))
      for (const note of notes.keys()) if (!seen.has(note)) expect(stands.has(note) || lost.has(note), note).toBe(true)
      for (const { db } of all) await db.delete()
    }),
    { numRuns: Number(process.env['RUNS'] ?? 6) },
  )
}, Number(process.env['RUNS'] ?? 6) * 20_000)
