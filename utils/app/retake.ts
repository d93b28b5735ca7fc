import { PlainError } from '../errors.ts'
import { addShot } from '../ledger/record.ts'
import type { Injected } from '../browser/scripts.ts'
import type { RecordTarget } from '../types/record.ts'
import { photograph, type RecordDeps } from './record.ts'

export interface RetakeDeps extends RecordDeps {
  pagesOf: (hostname: string) => Promise<Injected[]>
  showTab: (tabId: number) => Promise<void>
}

/**
 * Takes the picture that an issue was recorded without, or one more of the place as it is now: its page is brought to the front, the place is found again
 * and outlined. @throws PlainError when the page is not open any more, or cannot be captured
 */
export async function retake(deps: RetakeDeps, issueId: string): Promise<void> {
  const issue = await deps.ledger.db.issues.get(issueId)
  if (!issue) throw new PlainError({ key: 'app.error.issue-gone' })
  const open = (await deps.pagesOf(new URL(issue.url).hostname)).find(({ url }) => url === issue.url)
  if (!open) throw new PlainError({ key: 'app.error.page-not-open', params: { number: issue.number } })
  await deps.showTab(open.tabId)
  const tab = await deps.tabById(open.tabId)
  if (!tab) throw new PlainError({ key: 'app.error.tab-gone' })
  const target: RecordTarget = { kind: 'place', anchor: issue.anchor }
  const says = { key: 'app.shot-added', params: { number: issue.number } }
  try {
    const draft = await deps.askPage(tab.id, 'page.prepare', { target })
    const { picture } = await photograph(deps, tab, draft)
    if (!picture) throw new PlainError({ key: 'app.error.no-shot' })
    // The first picture shows what was found; any later one how the place looks now.
    await addShot(deps.ledger, issueId, picture, issue.shots.length > 0 ? 'after' : undefined)
    await deps.askPage(tab.id, 'page.notice', { says })
  } catch (error) {
    await deps.askPage(tab.id, 'page.notice', { says: { key: 'app.error.no-shot' } }).catch(() => null)
    throw error
  }
}
