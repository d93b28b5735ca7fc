import { askToCopyPages, canCopyPages, copyPage } from '../../browser/page-copy.ts'
import { saveFile } from '../../browser/save.ts'
import { pagesOf } from '../../browser/scripts.ts'
import { changeShortcut, mayChangeShortcuts, openShortcutPage, shortcutLines } from '../../browser/shortcuts.ts'
import { PlainError } from '../../errors.ts'
import { MOST_PAGE_BYTES } from '../../ledger/backup/limits.ts'
import { sha256 } from '../../ledger/backup/work.ts'
import { addSavedPage, evidenceOf } from '../../ledger/evidence.ts'
import type { Ledger } from '../../ledger/ledger.ts'
import { watch } from '../../ledger/live.ts'
import { sayInChinese } from '../../locale.ts'
import { CouchFailure } from '../../team/couch/failure.ts'
import type { SavedPageRef } from '../../types/evidence.ts'
import { shortNumber, type Issue } from '../../types/issue.ts'
import type { Phrase } from '../../types/phrase.ts'
import type { FetchFiles } from '../bring-files.ts'
import { webAddress } from '../web-address.ts'

const MHTML = 'multipart/related'

/** What the ledger page shows of how an issue came about, and the whole page as a file beside it. */
export function evidenceDesk(ledger: Ledger, fetchFiles: FetchFiles) {
  const { db } = ledger
  /** A team's page comes when somebody wants it. */
  const fetched = async (hash: string) => {
    await fetchFiles([`page:${hash}`]).catch((error: unknown) => {
      throw error instanceof CouchFailure ? new PlainError({ key: 'evidence.page.away' }, { cause: error }) : error
    })
    return db.savedPages.get(hash)
  }
  return {
    evidence: (id: string) => watch(() => evidenceOf(db, id)),
    /** Whether this browser can save pages whole. */
    canSavePage: canCopyPages(),
    /** Called straight from a click: the browser asks the first time. @throws PlainError where the page is not open, or the person said no */
    savePage: async (issue: Issue): Promise<Phrase> => {
      if (!(await askToCopyPages())) throw new PlainError({ key: 'evidence.page.refused' })
      const open = (await pagesOf(webAddress(issue.url).hostname)).find(({ url }) => url === issue.url)
      if (!open) throw new PlainError({ key: 'app.error.page-not-open', params: { number: shortNumber(issue) } })
      const file = await copyPage(open.tabId).catch((error: unknown) => {
        throw new PlainError({ key: 'evidence.page.failed' }, { cause: error })
      })
      if (file.size > MOST_PAGE_BYTES) throw new PlainError({ key: 'evidence.page.large' })
      const bytes = new Uint8Array(await file.arrayBuffer())
      await addSavedPage(ledger, issue.id, { hash: await sha256(bytes), file: new Blob([bytes], { type: MHTML }) }, issue.url)
      return { key: 'evidence.page.saved', params: { number: shortNumber(issue) } }
    },
    downloadPage: async ({ number }: Issue, { hash, at }: SavedPageRef): Promise<Phrase> => {
      const page = (await db.savedPages.get(hash)) ?? (await fetched(hash))
      if (!page) throw new PlainError({ key: 'evidence.page.gone' })
      const name = sayInChinese({ key: 'evidence.page.file', params: { number, at: at.slice(0, 10), hash: hash.slice(0, 8) } })
      saveFile(name, [page.file], MHTML)
      return { key: 'evidence.page.written', params: { name } }
    },
    shortcuts: shortcutLines,
    mayChangeShortcuts: mayChangeShortcuts(),
    /** @throws PlainError where the browser does not take these keys */
    changeShortcut: async (name: string, shortcut: string): Promise<Phrase> => {
      await changeShortcut(name, shortcut).catch((error: unknown) => {
        throw new PlainError({ key: 'evidence.shortcuts.refused', params: { keys: shortcut } }, { cause: error })
      })
      return { key: 'app.saved' }
    },
    openShortcuts: async (): Promise<null> => {
      if (!(await openShortcutPage())) throw new PlainError({ key: 'evidence.shortcuts.byHand' })
      return null
    },
  }
}
