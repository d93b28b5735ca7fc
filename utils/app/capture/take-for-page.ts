import type { TabBrief } from '../../browser/tabs.ts'
import { say } from '../../locale.ts'
import type { CaptureNews, CaptureOrder } from '../../types/capture.ts'
import type { Phrase } from '../../types/phrase.ts'
import { takeChosen, type TakeDeps } from './take.ts'

/** What the toolbar shows when it is over. */
export interface PageTakeDeps extends TakeDeps {
  badge: (tabId: number, text: string, says: string) => Promise<void>
}

/**
 * Takes what the layer of a page has ordered, and ends with the sentence that the layer is to say: none where the page's own windows say it already.
 * @throws PlainError; DOMException `AbortError`
 */
export async function takeForPage(deps: PageTakeDeps, order: CaptureOrder, tab: TabBrief, emit: (news: CaptureNews) => void, signal: AbortSignal): Promise<void> {
  const done = await takeChosen(deps, order, tab, emit, signal)
  const said: Phrase[] = Array.isArray(done) ? done : [{ key: `app.recorded.${done.shot}`, params: { number: done.number } }, ...(done.notes ?? [])]
  const [first, ...notes] = said
  const says: Phrase = notes.length > 0 ? { key: 'app.noted', params: { says: say(first!), notes: notes.map(say).join(' ') } } : first!
  await deps.badge(tab.id, '✓', say(first!))
  // A page with windows of ours has told of a new issue in `page.recorded`; a picture that was added is told by `page.notice`.
  const answered = Array.isArray(done)
    ? await deps.askPage(tab.id, 'page.notice', { says }).then(() => true, () => false)
    : await deps.askPage(tab.id, 'page.glance', null).then(() => true, () => false)
  emit({ kind: 'done', says: answered ? null : says })
}
