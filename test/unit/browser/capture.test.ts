import { afterEach, expect, test, vi } from 'vitest'
import { captureVisible } from '../../../utils/browser/capture.ts'

const answers: (() => Promise<string>)[] = []
vi.mock('../../../utils/browser/api.ts', () => ({ browser: { tabs: { captureVisibleTab: () => answers.shift()!() } } }))

const PICTURE = async () => `data:image/png;base64,${btoa('picture')}`
const refusal = (words: string) => async () => Promise.reject(new Error(words))

/** Time that passes only where it is waited for. */
function clock() {
  const waited: number[] = []
  return { waited, wait: async (ms: number) => void waited.push(ms) }
}

/** A wait for an answer that never ends while the browser answers. */
const never = (ms: number) => (ms > 1_000 ? new Promise<void>(() => undefined) : Promise.resolve())

afterEach(() => void answers.splice(0))

test('a picture is handed on as it was given', async () => {
  answers.push(PICTURE)
  expect(await (await captureVisible(1, never)).text()).toBe('picture')
})

test('what came too fast for the browser is asked for again, four times in all', async () => {
  const fast = refusal('This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota.')
  answers.push(fast, fast, fast, PICTURE)
  expect((await captureVisible(1, never)).size).toBe(7)
  answers.push(fast, fast, fast, fast, PICTURE)
  await expect(captureVisible(1, never)).rejects.toMatchObject({ reason: 'busy' })
  expect(answers).toHaveLength(1)
})

test.each([
  ['Either the \'<all_urls>\' or \'activeTab\' permission is required.', 'permission'],
  ['The extensions gallery cannot be scripted.', 'restricted'],
])('%s', async (words, reason) => {
  answers.push(refusal(words))
  await expect(captureVisible(1, never)).rejects.toMatchObject({ reason })
})

test('a capture that never answers is given up before the background is put to sleep, and not asked for again', async () => {
  const { waited, wait } = clock()
  answers.push(() => new Promise<string>(() => undefined), PICTURE)
  await expect(captureVisible(1, wait)).rejects.toMatchObject({ reason: 'busy' })
  expect(waited).toEqual([10_000])
  expect(answers).toHaveLength(1)
})
