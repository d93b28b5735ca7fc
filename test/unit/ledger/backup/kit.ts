import { deleteIssue, setStatus } from '../../../../utils/ledger/change.ts'
import { blobSink } from '../../../../utils/ledger/backup/blob-sink.ts'
import type { Manifest } from '../../../../utils/ledger/backup/manifest.ts'
import { sha256 } from '../../../../utils/ledger/backup/work.ts'
import { writeBackup } from '../../../../utils/ledger/backup/write.ts'
import type { LedgerDb } from '../../../../utils/ledger/db.ts'
import { recordIssue, type NewShot } from '../../../../utils/ledger/record.ts'
import { DERIVED } from '../../../../utils/ledger/schema.ts'
import { changeSetting } from '../../../../utils/ledger/settings.ts'
import { newIssue, newShot, testLedger } from '../kit.ts'

export const NOW = () => new Date('2026-11-20T03:00:00.000Z')

/** A picture that has the hash of its bytes. */
export async function picture(text: string): Promise<NewShot> {
  const bytes = new TextEncoder().encode(text)
  const { shot, outlines } = newShot(await sha256(bytes))
  return { shot: { ...shot, image: new Blob([bytes], { type: 'image/png' }) }, outlines }
}

export const idOf = (n: number) => `01ISSUE${String(n).padStart(19, '0')}`

/** A ledger with some of everything: issues with shared and own pictures, one closed, one deleted; settings, units, words. */
export async function filled(count = 6) {
  const ledger = testLedger()
  const { db } = ledger
  const shared = await picture('shared')
  for (let n = 1; n <= count; n++) {
    await recordIssue(ledger, newIssue({ id: idOf(n), quote: `词 ${n} 𠮷` }), n % 2 ? shared : await picture(`own ${n}`))
  }
  await setStatus(ledger, idOf(1), 'fixed', '')
  await setStatus(ledger, idOf(1), 'closed', '看过了')
  if (count > 1) await deleteIssue(ledger, idOf(2))
  await changeSetting(db, 'reader', () => '王读网')
  await db.units.put({ id: 'u1', name: '青禾县教育和体育局', aliases: ['县教体局'] })
  await db.ownWords.put({ name: 'office', words: [{ id: 'W1', wrong: '青何县', right: '青禾县', severity: 'serious', note: '' }] })
  return ledger
}

export async function backupOf(db: LedgerDb, now = NOW): Promise<{ file: Blob; manifest: Manifest }> {
  const { sink, blob } = blobSink()
  const manifest = await writeBackup(db, { sink, now, program: '0.1.0' })
  return { file: blob('application/zip'), manifest }
}

/** Everything that stands in a database, pictures by hash and size. */
export async function contentOf(db: LedgerDb): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {}
  for (const { name } of db.tables) {
    if (DERIVED.some((derived) => derived === name)) continue
    const rows = await db.table<object>(name).toArray()
    content[name] = name === 'shots' ? await Promise.all((await db.shots.toArray()).map(async ({ hash, image, width }) => ({ hash, width, type: image.type, text: await image.text() }))) : rows
  }
  return content
}
