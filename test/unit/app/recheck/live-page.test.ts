import { expect, test } from 'vitest'
import { openLive, type LivePageDeps } from '../../../../utils/app/recheck/live-page.ts'
import { BLANK, type QuietTab } from '../../../../utils/browser/quiet-tab.ts'
import { PlainError } from '../../../../utils/errors.ts'
import { pageOf } from '../../checks/readings.ts'

/** A tab whose pages come after so many looks at it; `loses`: how many first ways to a page come to nothing. */
function tabWith(slow: number, loses = 0, shown = BLANK) {
  let [url, next, left, lost] = [shown, '', 0, 0]
  const visited: string[] = []
  const none = async (): Promise<never> => {
    throw new Error('not asked for')
  }
  const tab: QuietTab = {
    id: 7,
    windowId: 1,
    go: async (to) => {
      if (to === BLANK) return void (url = BLANK)
      visited.push(to)
      if (lost++ < loses) return
      next = to
      left = slow
    },
    now: async () => {
      if (next && left-- <= 0) [url, next] = [next, '']
      return { id: 7, windowId: 1, url, title: '', active: true, private: false, loading: next !== '' }
    },
    close: none,
  }
  const deps: LivePageDeps = {
    askPage: (async () => {
      if (url === BLANK) throw new PlainError({ key: 'app.error.no-page' })
      return pageOf({ url, title: '通知', blocks: [{ id: 0, text: '关于报送情况的通知', selector: 'p', role: 'body' }] })
    }) as unknown as LivePageDeps['askPage'],
    wait: async () => undefined, capture: none, tabById: none, isSpaceFull: none,
  }
  return { open: (to: string) => openLive(deps, tab, to, false), visited }
}

const A = 'http://www.qinghe.gov.cn/a/1.html'
const B = 'http://www.qinghe.gov.cn/a/2.html'

test.each([0, 1, 30])('a page that comes after %d looks is read, never the one before it', async (slow) => {
  const { open, visited } = tabWith(slow, 0, A)
  expect(await open(B)).toMatchObject({ kind: 'page', reading: { url: B } })
  expect(visited).toEqual([B])
})

test('a tab that lost its way is sent once more', async () => {
  const { open, visited } = tabWith(2, 1)
  expect(await open(B)).toMatchObject({ kind: 'page', reading: { url: B } })
  expect(visited).toEqual([B, B])
})

test('a page that never comes is said to be unread', async () => {
  expect(await tabWith(1000).open(B)).toMatchObject({ kind: 'none', result: 'person', says: { key: 'recheck.says.not-read' } })
})
