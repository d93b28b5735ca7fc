import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { phraseOf } from '../../../../utils/errors.ts'
import { recordIssue } from '../../../../utils/ledger/record.ts'
import { CouchFailure } from '../../../../utils/team/couch/failure.ts'
import { newIssue, testLedger } from '../../ledger/kit.ts'

/** The browser's downloads, in place of the browser. */
const downloads = vi.hoisted(() => [] as { name: string; parts: BlobPart[]; type: string }[])
vi.mock('../../../../utils/browser/save.ts', () => ({ saveFile: (name: string, parts: BlobPart[], type: string) => void downloads.push({ name, parts, type }) }))
vi.mock('../../../../utils/browser/page-copy.ts', () => ({ canCopyPages: () => true, askToCopyPages: async () => true, copyPage: async () => new Blob() }))
vi.mock('../../../../utils/browser/scripts.ts', () => ({ pagesOf: async () => [] }))
vi.mock('../../../../utils/browser/shortcuts.ts', () => ({ mayChangeShortcuts: () => false, shortcutLines: async () => [], changeShortcut: async () => undefined, openShortcutPage: async () => true }))
const { evidenceDesk } = await import('../../../../utils/app/desk/evidence.ts')

const HASH = 'ab'.repeat(32)
const REF = { hash: HASH, at: '2026-11-18T02:00:00.000Z', url: 'http://www.qinghe.gov.cn/', bytes: 5 }
const PAGE = { hash: HASH, file: new Blob(['whole'], { type: 'multipart/related' }) }

beforeEach(() => void downloads.splice(0))

/** @param answer what a team's server does when it is asked for pages */
async function desk(answer: (put: () => Promise<unknown>) => Promise<string[]>) {
  const ledger = testLedger()
  const issue = await recordIssue(ledger, newIssue(), null)
  const fetchFiles = vi.fn((_ids: readonly string[]) => answer(() => ledger.db.savedPages.put(PAGE)))
  const { downloadPage } = evidenceDesk(ledger, fetchFiles)
  return { ledger, fetchFiles, download: () => downloadPage(issue, REF).catch(phraseOf) }
}

describe('a page that a colleague saved', () => {
  test('is fetched when it is asked for, handed over, and not fetched again', async () => {
    const { fetchFiles, download } = await desk(async (put) => (await put(), [`page:${HASH}`]))
    expect(await download()).toMatchObject({ key: 'evidence.page.written' })
    expect(await download()).toMatchObject({ key: 'evidence.page.written' })
    expect(fetchFiles.mock.calls).toEqual([[[`page:${HASH}`]]])
    expect(downloads.map(({ type }) => type)).toEqual(['multipart/related', 'multipart/related'])
    expect(await (downloads[0]!.parts[0] as Blob).text()).toBe('whole')
  })

  test('the server cannot be reached: said so, and it can be asked for again', async () => {
    let online = false
    const { download } = await desk(async (put) => (online ? (await put(), [`page:${HASH}`]) : Promise.reject(new CouchFailure('offline'))))
    expect(await download()).toMatchObject({ key: 'evidence.page.away' })
    expect(downloads).toEqual([])
    online = true
    expect(await download()).toMatchObject({ key: 'evidence.page.written' })
  })

  test('nobody has it any more', async () => {
    const { download } = await desk(async () => [])
    expect(await download()).toMatchObject({ key: 'evidence.page.gone' })
    expect(downloads).toEqual([])
  })

  test('one that is here is asked of nobody', async () => {
    const { ledger, fetchFiles, download } = await desk(async () => [])
    await ledger.db.savedPages.put(PAGE)
    expect(await download()).toMatchObject({ key: 'evidence.page.written' })
    expect(fetchFiles).not.toHaveBeenCalled()
  })
})
