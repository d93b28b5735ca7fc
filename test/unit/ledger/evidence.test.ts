import { describe, expect, test } from 'vitest'
import { compareArchive, removeArchived } from '../../../utils/ledger/archive/remove.ts'
import { writeArchive } from '../../../utils/ledger/archive/write.ts'
import { blobSink } from '../../../utils/ledger/backup/blob-sink.ts'
import { openPackage } from '../../../utils/ledger/backup/package.ts'
import { restore } from '../../../utils/ledger/backup/restore.ts'
import { sha256 } from '../../../utils/ledger/backup/work.ts'
import { setStatus } from '../../../utils/ledger/change.ts'
import { addSavedPage, evidenceOf } from '../../../utils/ledger/evidence.ts'
import { addShot, recordIssue } from '../../../utils/ledger/record.ts'
import { collectShots } from '../../../utils/ledger/shots.ts'
import { spaceUse } from '../../../utils/ledger/space.ts'
import type { EvidenceLook } from '../../../utils/types/evidence.ts'
import { backupOf, idOf, NOW, picture } from './backup/kit.ts'
import { newIssue, newShot, testLedger } from './kit.ts'

function look(change: Partial<EvidenceLook> = {}): EvidenceLook {
  return {
    at: '2026-11-18T02:00:00.000Z', url: newIssue().url, shot: 'a'.repeat(64), zoom: 1, browser: 'Chromium 120', referrer: '', scrollX: 0, scrollY: 10,
    viewportWidth: 1280, viewportHeight: 800, pageHeight: 2400, ratio: 1, status: 200, lastModified: null, html: '<p>回执</p>', ...change,
  }
}

async function mhtml(text: string) {
  const bytes = new TextEncoder().encode(text)
  return { hash: await sha256(bytes), file: new Blob([bytes], { type: 'multipart/related' }) }
}

test('what the page told is kept with the issue, and with each later picture', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), newShot(), look())
  await addShot(ledger, id, newShot('b'.repeat(64)), 'after', look({ shot: 'b'.repeat(64) }))
  const { looks } = await evidenceOf(ledger.db, id)
  expect(looks.map(({ shot }) => shot)).toEqual(['a'.repeat(64), 'b'.repeat(64)])
})

test('issue, picture and evidence are stored together or not at all', async () => {
  const ledger = testLedger()
  ledger.db.evidence.hook('creating', () => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await expect(recordIssue(ledger, newIssue(), newShot(), look())).rejects.toThrow()
  expect([await ledger.db.issues.count(), await ledger.db.shots.count(), await ledger.db.evidence.count(), await ledger.db.counters.count()]).toEqual([0, 0, 0, 0])
})

test('a picture says how it came about and where it shows personal data; a plain one says nothing more', async () => {
  const ledger = testLedger()
  const personal = [{ x: 1, y: 2, width: 3, height: 4 }]
  const { shots } = await recordIssue(ledger, newIssue(), { ...newShot(), kind: 'region', personal })
  expect(shots).toMatchObject([{ kind: 'region', personal }])
  const plain = await recordIssue(ledger, newIssue({ id: idOf(2) }), { ...newShot(), kind: 'visible', personal: [] })
  expect(Object.keys(plain.shots[0]!).sort()).toEqual(['hash', 'outlines', 'takenAt'])
})

test('only so many looks are kept, the first of all among them', async () => {
  const ledger = testLedger()
  const { id } = await recordIssue(ledger, newIssue(), null, look({ shot: null, scrollY: -1 }))
  for (let n = 0; n < 50; n++) {
    const hash = String(n).padStart(64, '0')
    await addShot(ledger, id, newShot(hash), undefined, look({ shot: hash, scrollY: n }))
  }
  const { looks } = await evidenceOf(ledger.db, id)
  expect([looks.length, looks[0]?.scrollY, looks[39]?.scrollY]).toEqual([40, -1, 49])
})

describe('saved pages', () => {
  test('are stored once, counted, and taken away when no issue refers to them', async () => {
    const ledger = testLedger()
    const { id } = await recordIssue(ledger, newIssue(), null)
    const page = await mhtml('From: <Saved by Blink>')
    await addSavedPage(ledger, id, page, newIssue().url)
    await addSavedPage(ledger, id, page, newIssue().url)
    await addSavedPage(ledger, 'nobody', await mhtml('else'), '')
    expect((await evidenceOf(ledger.db, id)).pages).toHaveLength(1)
    expect((await ledger.db.events.where('issueId').equals(id).toArray()).map(({ kind }) => kind)).toEqual(['recorded', 'page-saved'])
    expect((await spaceUse(ledger.db)).find(({ kind }) => kind === 'pages')).toMatchObject({ count: 1, bytes: page.file.size })
    await collectShots(ledger.db)
    expect(await ledger.db.savedPages.count()).toBe(1)
    await ledger.db.evidence.delete(id)
    await collectShots(ledger.db)
    expect(await ledger.db.savedPages.count()).toBe(0)
  })

  test('are in a backup and come back to the byte', async () => {
    const ledger = testLedger()
    const { id } = await recordIssue(ledger, newIssue(), await picture('one'), look())
    const page = await mhtml('whole page 𠮷')
    await addSavedPage(ledger, id, page, newIssue().url)
    const { file, manifest } = await backupOf(ledger.db)
    expect(manifest.pages).toEqual([{ hash: page.hash, bytes: page.file.size }])
    const other = testLedger()
    await restore(other.db, await openPackage(file), { mode: 'replace', now: NOW })
    expect(await evidenceOf(other.db, id)).toEqual(await evidenceOf(ledger.db, id))
    const stored = await other.db.savedPages.get(page.hash)
    expect(await stored?.file.text()).toBe('whole page 𠮷')
  })

  test('go into an archive with their issue, and leave the ledger with it', async () => {
    const ledger = testLedger()
    ledger.clock.at = '2026-11-02T01:00:00.000Z'
    const { id } = await recordIssue(ledger, newIssue(), await picture('one'), look())
    await addSavedPage(ledger, id, await mhtml('page'), newIssue().url)
    for (const status of ['fixed', 'closed'] as const) await setStatus(ledger, id, status, '')
    const { sink, blob } = blobSink()
    const manifest = await writeArchive(ledger.db, ['2026-W45'], { sink, now: NOW, program: '0.1.0' })
    expect([manifest.counts['evidence'], manifest.pages?.length]).toEqual([1, 1])
    const given = await openPackage(blob('application/zip'))
    expect((await compareArchive(ledger.db, given)).issues).toEqual([id])
    await addSavedPage(ledger, id, await mhtml('another'), newIssue().url)
    expect((await compareArchive(ledger.db, given)).changed).toBe(1)
    const { sink: again, blob: file } = blobSink()
    await writeArchive(ledger.db, ['2026-W45'], { sink: again, now: NOW, program: '0.1.0' })
    await removeArchived(ledger.db, await openPackage(file('application/zip')))
    expect([await ledger.db.issues.count(), await ledger.db.evidence.count(), await ledger.db.savedPages.count(), await ledger.db.shots.count()]).toEqual([0, 0, 0, 0])
  })
})
