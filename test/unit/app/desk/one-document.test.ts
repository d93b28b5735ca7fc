import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { bringShots } from '../../../../utils/app/desk/exports/bring-shots.ts'
import { doJob, type DocumentKind } from '../../../../utils/app/desk/exports/job.ts'
import { createCopies } from '../../../../utils/app/framing/copies.ts'
import type { Helpers } from '../../../../utils/app/framing/helpers.ts'
import { CouchFailure } from '../../../../utils/team/couch/failure.ts'
import { DEFAULT_CONTENT, type ExportScope } from '../../../../utils/types/export.ts'
import type { Shot } from '../../../../utils/types/issue.ts'
import { testLedger } from '../../ledger/kit.ts'
import { issue } from '../../lists/make-issue.ts'

const WEEK: ExportScope = { from: '2026-11-16', to: '2026-11-22', what: 'found', units: ['u-jy'] }
const running = () => ({ onProgress: () => undefined, signal: new AbortController().signal })
const hashOf = (n: number) => String(n).repeat(64)
const shotOf = (n: number): Shot => ({ hash: hashOf(n), image: new Blob([`picture ${n}`]), thumbnail: null, width: 20, height: 10 })
const refs = (...ns: number[]) => ns.map((n) => ({ hash: hashOf(n), takenAt: `2026-11-18T0${n}:00:00Z`, outlines: [] }))

/** Three issues of four pictures, of which 1 is here, 2 cannot be drawn, and 3 and 4 are only on the team's server. */
async function ledgerOf() {
  const ledger = testLedger()
  await ledger.db.issues.bulkPut([issue(1, { shots: refs(1, 3) }), issue(2, { shots: refs(2) }), issue(3, { shots: refs(4) })])
  await ledger.db.shots.bulkPut([shotOf(1), shotOf(2)])
  return ledger
}

const helpers: Helpers = {
  mark: async () => [],
  shrink: async ({ hash }) => {
    if (hash === hashOf(2)) throw new DOMException('broken', 'InvalidStateError')
    return { shown: Uint8Array.of(1), made: null }
  },
  document: async () => Uint8Array.of(0),
  end: () => undefined,
}

async function lacking(db: Awaited<ReturnType<typeof ledgerOf>>['db'], kind: DocumentKind, pictures = DEFAULT_CONTENT.pictures): Promise<number> {
  const wanted = { scope: WEEK, content: { ...DEFAULT_CONTENT, pictures }, today: '2026-11-20' }
  const done = await doJob({ kind: 'document', wanted, unit: 'u-jy', document: kind }, { db, helpers, copies: createCopies(db, () => 0, async () => null), folder: { add: async () => undefined } }, running())
  return done.counts.missingShots
}

describe('one document of one unit', () => {
  test('says how many of its pictures are not here or damaged: the first of each issue in a table, all on a page', async () => {
    const { db } = await ledgerOf()
    expect([await lacking(db, 'sheet'), await lacking(db, 'notice'), await lacking(db, 'page')]).toEqual([2, 2, 3])
  })

  test('without pictures none is missing', async () => {
    const { db } = await ledgerOf()
    expect(await lacking(db, 'page', 'none')).toBe(0)
  })

  test('what is only on the server is asked for first; what came is not missing, what the server could not be asked for is counted', async () => {
    const { db } = await ledgerOf()
    const asked: string[] = []
    const away = await bringShots(db, WEEK, DEFAULT_CONTENT, async (ids) => {
      asked.push(...ids)
      await db.shots.bulkPut([shotOf(3), shotOf(4)])
      return [...ids]
    }, running())
    expect([away, asked.sort()]).toEqual([0, [`shot:${hashOf(3)}`, `shot:${hashOf(4)}`]])
    expect(await lacking(db, 'page')).toBe(1)
    await db.shots.bulkDelete([hashOf(3), hashOf(4)])
    expect(await bringShots(db, WEEK, DEFAULT_CONTENT, () => Promise.reject(new CouchFailure('offline')), running())).toBe(2)
  })
})
