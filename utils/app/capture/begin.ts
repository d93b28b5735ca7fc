import { isPublished } from '../../address.ts'
import type { TabBrief } from '../../browser/tabs.ts'
import { PlainError } from '../../errors.ts'
import { readSettings } from '../../ledger/settings.ts'
import type { CaptureKind } from '../../types/capture.ts'
import type { Recorded, RecordTarget } from '../../types/record.ts'
import { record } from '../record.ts'
import { addPicture } from './add.ts'
import { isBusy, type TakeDeps } from './take.ts'
import { shortNumber } from '../../types/issue.ts'

export interface BeginDeps extends TakeDeps {
  /** Puts the layer into a page. */
  injectCapture: (tabId: number) => Promise<void>
}

/** What a picture is asked for. `addTo`: of an issue that stands; `as`: of what was found, or of how it looks now. */
export interface Wish {
  kind: CaptureKind
  target: RecordTarget
  addTo: string | null
  as?: 'found' | 'after'
  /** The words in it are to be read (识别图中文字), and no picture is kept. */
  reads?: boolean
}

/**
 * Popup, context menu, shortcuts and the page's own buttons all come here. What is visible is taken at once; for everything else the layer is put into
 * the page, and it is the page that asks for the picture once the person has chosen: the background may sleep meanwhile.
 * @returns what was recorded, where that happened at once
 * @throws PlainError
 */
export async function beginCapture(deps: BeginDeps, { kind, target, addTo, as = 'found', reads = false }: Wish, tab: TabBrief): Promise<Recorded | null> {
  if (isBusy(deps, tab.id)) {
    // The layer that waits for the other picture says so in the page; it may be gone by now.
    await deps.askCapture(tab.id, 'layer.busy', null).catch(() => null)
    throw new PlainError({ key: 'app.error.capture-busy' })
  }
  const issue = addTo === null ? null : await deps.ledger.db.issues.get(addTo)
  if (addTo !== null && (!issue || issue.deletedAt !== null)) throw new PlainError({ key: 'app.error.issue-gone' })
  if (kind === 'visible') {
    if (!issue) return record(deps, deps.ledger.newId(), target, tab)
    const [says] = await addPicture(deps, issue, tab, { kind: 'place', anchor: issue.anchor })
    await deps.askPage(tab.id, 'page.notice', { says: says! }).catch(() => null)
    return null
  }
  // Into the browser's view of a source the layer can be put, and nobody would be there to answer it.
  if (!isPublished(tab.url)) throw new PlainError({ key: 'app.error.restricted-page' })
  await deps.injectCapture(tab.id).catch((error: unknown) => {
    throw new PlainError({ key: 'app.error.restricted-page' }, { cause: error })
  })
  const { language } = await readSettings(deps.ledger.db)
  await deps.askCapture(tab.id, 'layer.start', { kind, target, addTo: issue ? { issueId: issue.id, number: shortNumber(issue), as } : null, ...(reads ? { reads } : {}), language })
  return null
}
