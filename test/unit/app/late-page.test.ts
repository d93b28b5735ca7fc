import { expect, test } from 'vitest'
import type { TabBrief } from '../../../utils/browser/tabs.ts'
import { askLatePage, type LatePageDeps } from '../../../utils/app/late-page.ts'
import { PlainError } from '../../../utils/errors.ts'

const TAB = { id: 7 } as TabBrief
const NO_PAGE = new PlainError({ key: 'app.error.no-page' })

/** A page whose script answers when it was asked so often, and that loads until it was looked at so often. */
function asked(answersAt: number, loadsUntil: number, error: Error = NO_PAGE) {
  let [asks, looks, waited] = [0, 0, 0]
  const deps = {
    askPage: async () => {
      if (++asks < answersAt) throw error
      return null
    },
    stillComes: async () => ++looks < loadsUntil,
    wait: async (ms: number) => void (waited += ms),
  } as unknown as LatePageDeps
  return { answer: askLatePage(deps, TAB, 'page.glance', null), told: () => ({ asks, waited }) }
}

test.each([
  ['is there', 1, 9, { asks: 1, waited: 0 }],
  ['comes while the page loads', 4, 9, { asks: 4, waited: 300 }],
  ['came between the last question and the end of loading', 3, 2, { asks: 3, waited: 200 }],
])('a script that %s answers', async (_, answersAt, loadsUntil, told) => {
  const one = asked(answersAt, loadsUntil)
  await expect(one.answer).resolves.toBeNull()
  expect(one.told()).toEqual(told)
})

test.each([
  ['nothing loads', 1, { asks: 2, waited: 0 }],
  ['it never comes', Infinity, { asks: 31, waited: 3000 }],
])('where %s there is no page', async (_, loadsUntil, told) => {
  const one = asked(Infinity, loadsUntil)
  await expect(one.answer).rejects.toBe(NO_PAGE)
  expect(one.told()).toEqual(told)
})

test('what the page itself says is not asked for again', async () => {
  const gone = new PlainError({ key: 'app.error.finding-gone' })
  const one = asked(2, 9, gone)
  await expect(one.answer).rejects.toBe(gone)
  expect(one.told().asks).toBe(1)
})
