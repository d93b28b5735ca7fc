import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { doJob, type ExportJob } from '../../../../utils/app/desk/exports/job.ts'
import { prepareCopies } from '../../../../utils/app/desk/exports/prepare.ts'
import { createCopies } from '../../../../utils/app/framing/copies.ts'
import type { Helpers } from '../../../../utils/app/framing/helpers.ts'
import { changeSetting } from '../../../../utils/ledger/settings.ts'
import { storedFile } from '../../../../utils/lists/folder/stored-file.ts'
import { sha256 } from '../../../../utils/lists/picture.ts'
import { DEFAULT_CONTENT, type ExportContent } from '../../../../utils/types/export.ts'
import type { Estimate } from '../../../../utils/ledger/space.ts'
import { testLedger } from '../../ledger/kit.ts'
import { issue } from '../../lists/make-issue.ts'
import { png as picture } from '../../lists/make-picture.ts'

const MB = 1024 * 1024
const NOW = Date.parse('2026-11-18T02:00:00Z')

let ledger: ReturnType<typeof testLedger>
let hashes: string[]
beforeEach(async () => {
  ledger = testLedger()
  hashes = []
  for (let n = 0; n < 3; n++) {
    const bytes = picture(20 + n, 10)
    hashes.push(await sha256(bytes))
    await ledger.db.shots.put({ hash: hashes[n]!, image: new Blob([bytes as Uint8Array<ArrayBuffer>]), thumbnail: new Blob([picture(4 + n, 4) as Uint8Array<ArrayBuffer>]), width: 20 + n, height: 10 })
    await ledger.db.issues.put(issue(n + 1, { foundAt: `2026-11-18T0${n}:00:00.000Z`, shots: [{ hash: hashes[n]!, takenAt: '2026-11-18T01:00:00Z', outlines: [{ x: 1, y: 1, width: 5, height: 5, label: '1' }] }] }))
  }
})

/** Marks by two bytes at the end, makes documents of nothing. */
function helpers() {
  return {
    mark: vi.fn<Helpers['mark']>((original, looks) =>
      Promise.all(looks.map(async ({ kind, marks }) => {
        const drawn = Uint8Array.of(...new Uint8Array(await original.arrayBuffer()), kind.length, marks.outlines.length)
        return kind === 'whole' ? storedFile(new Blob([drawn])) : drawn
      })),
    ),
    shrink: vi.fn<Helpers['shrink']>(async (shot) => ({ shown: new Uint8Array(await shot.thumbnail!.arrayBuffer()), made: null })),
    document: vi.fn<Helpers['document']>(async () => Uint8Array.of(0)),
    end: () => undefined,
  }
}
const prepare = (tools = helpers(), estimate: Estimate | null = null) => prepareCopies({ db: ledger.db, mark: tools.mark, estimate: async () => estimate, now: () => NOW })
async function exported(change: Partial<ExportContent> = {}) {
  const job: ExportJob = { kind: 'zip', wanted: { scope: { from: '2026-11-16', to: '2026-11-22', what: 'found', units: null }, content: { ...DEFAULT_CONTENT, ...change }, today: '2026-11-20' } }
  const tools = helpers()
  const done = await doJob(job, { db: ledger.db, helpers: tools, copies: createCopies(ledger.db, () => NOW, async () => null), folder: { add: async () => undefined } }, { onProgress: () => undefined, signal: new AbortController().signal })
  return { ...tools, counts: done.counts, bytes: new Uint8Array(await done.file!.arrayBuffer()) }
}

describe('copies prepared', () => {
  test('an export after it makes no picture, and writes the same bytes as one that makes all', async () => {
    const first = await exported()
    await ledger.db.prepared.clear()
    expect(await prepare()).toBe(6)
    const second = await exported()
    expect([first.mark.mock.calls.length, first.shrink.mock.calls.length]).toEqual([3, 0])
    expect([second.mark.mock.calls.length, second.shrink.mock.calls.length]).toEqual([0, 0])
    expect(second.bytes).toEqual(first.bytes)
  })

  test('an export keeps what it made', async () => {
    await exported()
    expect(await prepare()).toBe(0)
    const { mark, shrink } = await exported()
    expect([mark.mock.calls.length, shrink.mock.calls.length]).toEqual([0, 0])
  })

  test('only what changed is made anew: number, marks, settings', async () => {
    await prepare()
    await ledger.db.issues.update(issue(2).id, { number: 22 })
    expect(await prepare()).toBe(2)
    await changeSetting(ledger.db, 'shotStrip', (on) => !on)
    expect(await prepare()).toBe(3)
    await changeSetting(ledger.db, 'exportContent', () => ({ ...DEFAULT_CONTENT, pictures: 'none' as const }))
    expect(await prepare()).toBe(0)
  })

  test('a copy that the disk changed is made again', async () => {
    await prepare()
    await ledger.db.prepared.toCollection().modify((copy) => {
      copy.file = copy.file instanceof Uint8Array ? Uint8Array.of(...copy.file.subarray(1), 0) : copy.file.slice(1)
    })
    expect((await exported()).mark).toHaveBeenCalledTimes(3)
  })

  test('of a damaged or lost original none is made', async () => {
    await ledger.db.shots.update(hashes[0]!, { image: new Blob(['broken']) })
    await ledger.db.shots.delete(hashes[1]!)
    expect(await prepare()).toBe(2)
    expect((await exported()).counts).toMatchObject({ shots: 1, missingShots: 2 })
  })

  test('an original that was lost or damaged after its copy was made is named all the same', async () => {
    await prepare()
    await ledger.db.shots.update(hashes[0]!, { image: new Blob(['broken']) })
    expect((await exported()).counts).toMatchObject({ shots: 2, missingShots: 1 })
  })

  test('what may be seen of personal data is never taken from a copy that shows it', async () => {
    await exported({ mask: false })
    await ledger.db.issues.toCollection().modify((one) => {
      one.shots[0]!.personal = [{ x: 1, y: 1, width: 2, height: 2 }]
    })
    const { mark } = await exported()
    expect(mark.mock.calls.flatMap(([, looks]) => looks.map(({ marks }) => marks.covers.length))).toEqual([1, 1, 1, 1, 1, 1])
  })

  test('after recording only the newest are looked at, until enough in a row have their copies', async () => {
    const few = [...Array(12).keys()].map((n) => issue(n + 20, { foundAt: `2026-11-17T00:${10 + n}:00.000Z`, shots: [{ hash: hashes[0]!, takenAt: '2026-11-18T01:00:00Z', outlines: [] }] }))
    await ledger.db.issues.bulkPut(few)
    expect(await prepare()).toBeGreaterThan(6)
    await ledger.db.issues.update(few[0]!.id, { number: 99 })
    await ledger.db.issues.update(issue(3).id, { number: 33 })
    const newest = () => prepareCopies({ db: ledger.db, mark: helpers().mark, estimate: async () => null, now: () => NOW, reach: 'newest' })
    expect(await newest()).toBe(2)
    expect(await newest()).toBe(0)
    expect(await prepare()).toBeGreaterThan(0)
  })

  test('newest first, and none where space is short', async () => {
    const tools = helpers()
    expect(await prepare(tools)).toBe(6)
    expect(tools.mark.mock.calls[0]![0].size).toBe((await (await ledger.db.shots.get(hashes[2]!))!.image.arrayBuffer()).byteLength)
    expect(await prepare(helpers(), { used: 900 * MB, quota: 1000 * MB })).toBe(0)
    expect(await ledger.db.prepared.count()).toBe(0)
  })
})
