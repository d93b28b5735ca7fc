import type { Evidence, EvidenceLook, SavedPage, SavedPageRef } from '../types/evidence.ts'
import type { LedgerDb } from './db.ts'
import type { Ledger } from './ledger.ts'

/** Looks kept an issue: the first, which shows what was found, and the newest. */
const MOST_LOOKS = 40

/** Keeps what a page told beside an issue's picture. Call it inside a transaction over `evidence`. */
export async function keepLook(db: LedgerDb, issueId: string, look: EvidenceLook | null): Promise<void> {
  if (!look) return
  const known = await evidenceOf(db, issueId)
  const [first, ...later] = [...known.looks, look]
  await db.evidence.put({ ...known, looks: [first!, ...later.slice(1 - MOST_LOOKS)] })
}

/** What is known of how an issue came about; empty for one that was recorded before there was such a thing. */
export async function evidenceOf(db: LedgerDb, issueId: string): Promise<Evidence> {
  return (await db.evidence.get(issueId)) ?? { issueId, looks: [], pages: [] }
}

/** Keeps a whole page as a file beside an issue, once, with a line in the issue's history. */
export async function addSavedPage({ db, now, newId, reader }: Ledger, issueId: string, page: SavedPage, url: string): Promise<void> {
  const at = now().toISOString()
  const by = await reader()
  const ref: SavedPageRef = { hash: page.hash, at, url, bytes: page.file.size }
  await db.transaction('rw', db.issues, db.events, db.evidence, db.savedPages, async () => {
    const known = await evidenceOf(db, issueId)
    if (!(await db.issues.get(issueId)) || known.pages.some(({ hash }) => hash === page.hash)) return
    if (!(await db.savedPages.get(page.hash))) await db.savedPages.add(page)
    await db.evidence.put({ ...known, pages: [...known.pages, ref] })
    await db.issues.update(issueId, { updatedAt: at })
    await db.events.add({ id: newId(), issueId, at, by, kind: 'page-saved', changes: {}, reason: '' })
  })
}

/** Takes away what belongs to issues that are gone from the ledger. Call it inside a transaction over `evidence`; the files are collected afterwards. */
export async function forgetEvidence(db: LedgerDb, issueIds: readonly string[]): Promise<void> {
  await db.evidence.bulkDelete([...issueIds])
}

/** Hashes of saved pages that no issue refers to. */
export async function unwantedPages(db: LedgerDb): Promise<string[]> {
  const hashes = new Set((await db.savedPages.toCollection().primaryKeys()) as string[])
  if (hashes.size > 0) await db.evidence.toCollection().until(() => hashes.size === 0).each(({ pages }) => pages.forEach(({ hash }) => hashes.delete(hash)))
  return [...hashes]
}
