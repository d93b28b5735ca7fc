import type { Injected } from '../browser/scripts.ts'
import { PlainError } from '../errors.ts'
import type { CaptureKind } from '../types/capture.ts'
import type { RecordTarget } from '../types/record.ts'
import { addPicture } from './capture/add.ts'
import { beginCapture, type BeginDeps } from './capture/begin.ts'
import { shortNumber } from '../types/issue.ts'
import { webAddress } from './web-address.ts'

export interface RetakeDeps extends BeginDeps {
  pagesOf: (hostname: string) => Promise<Injected[]>
  showTab: (tabId: number) => Promise<void>
}

/**
 * Takes the picture that an issue was recorded without, or one more of its page as it is now: the page is brought to the front; what is visible is taken
 * at once, with the place found again and outlined, for everything else the person chooses there.
 * @throws PlainError when the page is not open any more, or cannot be captured
 */
export async function retake(deps: RetakeDeps, issueId: string, kind: CaptureKind): Promise<void> {
  const issue = await deps.ledger.db.issues.get(issueId)
  if (!issue) throw new PlainError({ key: 'app.error.issue-gone' })
  const open = (await deps.pagesOf(webAddress(issue.url).hostname)).find(({ url }) => url === issue.url)
  if (!open) throw new PlainError({ key: 'app.error.page-not-open', params: { number: shortNumber(issue) } })
  await deps.showTab(open.tabId)
  const tab = await deps.tabById(open.tabId)
  if (!tab) throw new PlainError({ key: 'app.error.tab-gone' })
  const target: RecordTarget = { kind: 'place', anchor: issue.anchor }
  // The first picture shows what was found; any later one how the place looks now.
  const as = issue.shots.length > 0 ? 'after' : 'found'
  if (kind !== 'visible') {
    await beginCapture(deps, { kind, target, addTo: issueId, as }, tab)
    return
  }
  const [says] = await addPicture(deps, issue, tab, target, as === 'after' ? 'after' : undefined)
  await deps.askPage(tab.id, 'page.notice', { says: says! }).catch(() => null)
}
