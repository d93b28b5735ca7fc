import { expect, test, vi } from 'vitest'
import { HIDDEN_AT_MOST, PageRecorder, type RecorderDeps } from '../../../utils/app/page/recorder.ts'
import { PATIENCE } from '../../../utils/browser/capture.ts'
import { openSurface } from '../../../utils/marks/surface.ts'
import { readPage } from '../../../utils/reading/index.ts'

test('our layer is hidden until the last who hid it shows it again', () => {
  const surface = openSurface(document, '')
  surface.appear()
  const host = document.querySelector('duwang-layer') as HTMLElement
  const isHidden = () => host.style.visibility === 'hidden'
  const [one, other] = [surface.hide(), surface.hide()]
  expect(isHidden()).toBe(true)
  one()
  one()
  expect(isHidden()).toBe(true)
  other()
  expect(isHidden()).toBe(false)
  surface.close()
})

test('it stays hidden for longer than a picture is tried for: three refusals, and one that never answers', () => {
  expect(HIDDEN_AT_MOST).toBeGreaterThan(3 * 600 + PATIENCE)
})

test('it stays hidden through a walk of any length, as long as the next stop comes within three minutes', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const surface = openSurface(document, '')
  surface.appear()
  const host = document.querySelector('duwang-layer') as HTMLElement
  const reading = readPage(document, { url: location.href, now: new Date() })
  const nothing = () => undefined
  const recorder = new PageRecorder({ win: window, surface, marks: { of: () => null, hide: nothing, show: nothing }, findings: () => [], upToDate: async () => undefined, state: async () => ({ reading }) } as unknown as RecorderDeps)
  await recorder.prepare({ kind: 'page' }, true)
  for (let stops = 0; stops < 3; stops++) {
    await vi.advanceTimersByTimeAsync(170_000)
    await recorder.boxes({ kind: 'page' })
    expect(host.style.visibility).toBe('hidden')
  }
  await vi.advanceTimersByTimeAsync(190_000)
  expect(host.style.visibility).toBe('')
  surface.close()
  vi.useRealTimers()
})
