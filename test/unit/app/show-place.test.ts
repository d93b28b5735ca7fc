import { describe, expect, test, vi } from 'vitest'
import { showPlace, type ShowDeps } from '../../../utils/app/show-place.ts'
import { PlainError } from '../../../utils/errors.ts'
import { issue as sample } from '../../component/samples.ts'

const issue = sample(12)
const silent = new PlainError({ key: 'app.error.no-page' })

/** A browser with some tabs; `answers` are what a page says to each question. */
function deps(open: string[], answers: ('exact' | 'gone' | Error)[]) {
  let clock = 0
  const queue = [...answers]
  const askPage = vi.fn(async () => {
    const next = queue.length > 1 ? queue.shift()! : queue[0]!
    if (next instanceof Error) throw next
    return next
  })
  return {
    pagesOf: vi.fn(async () => open.map((url, at) => ({ tabId: at + 1, url }))),
    showTab: vi.fn(async () => undefined),
    openPage: vi.fn(async () => 9),
    askPage: askPage as unknown as ShowDeps['askPage'] & typeof askPage,
    wait: async (ms: number) => void (clock += ms),
    clock: () => clock,
  }
}

describe('打开原网页并定位', () => {
  test('in the tab where the page is open', async () => {
    const given = deps(['https://www.qinghe.gov.cn/', issue.url], ['exact'])
    expect(await showPlace(given, issue)).toBe('exact')
    expect(given.showTab).toHaveBeenCalledExactlyOnceWith(2)
    expect(given.openPage).not.toHaveBeenCalled()
    expect(given.askPage).toHaveBeenCalledExactlyOnceWith(2, 'page.show', { number: 12, severity: issue.severity, anchor: null, quote: issue.quote })
  })

  test('in a new one, asked again until the page is there', async () => {
    const given = deps([], [silent, silent, 'gone'])
    expect(await showPlace(given, issue)).toBe('gone')
    expect(given.openPage).toHaveBeenCalledExactlyOnceWith(issue.url)
    expect(given.askPage).toHaveBeenCalledTimes(3)
  })

  test('a page that never answers was opened, but not read', async () => {
    expect(await showPlace(deps([], [silent]), issue)).toBe('unread')
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'chrome://settings/', 'chrome-extension://abcdefghijklmnop/ledger.html#/export/sync', 'data:text/html,x', 'about:blank', 'www.qinghe.gov.cn', ''])(
    'an issue that came from elsewhere with %j for its page: nothing is opened, and it is said',
    async (url) => {
      const given = deps([], ['exact'])
      await expect(showPlace(given, { ...issue, url })).rejects.toMatchObject({ says: { key: 'app.error.no-web-address' } })
      expect([given.pagesOf, given.openPage, given.showTab].map((call) => call.mock.calls.length)).toEqual([0, 0, 0])
    },
  )

  test('another error is no silence', async () => {
    await expect(showPlace(deps([], [new PlainError({ key: 'app.error.outdated' })]), issue)).rejects.toMatchObject({ says: { key: 'app.error.outdated' } })
  })
})
