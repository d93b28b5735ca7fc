import { describe, expect, test, vi } from 'vitest'
import { followGlance, type Look } from '../../../utils/app/follow-glance.ts'
import { framed } from '../../../utils/app/page/idle.ts'
import { placeOf } from '../../../utils/app/popup-place.ts'
import { PlainError } from '../../../utils/errors.ts'

describe('the popup stands', () => {
  test.each([
    ['in the toolbar, for the tab in front', '', false, { kind: 'toolbar', tabId: null }],
    ['outside the toolbar, for a named tab', '#tab=12', false, { kind: 'toolbar', tabId: 12 }],
    ['beside the pages of its window', '', true, { kind: 'panel', windowId: null }],
    ['beside the pages of a named window', '#window=3', true, { kind: 'panel', windowId: 3 }],
    ['in the toolbar, whatever else is written', '#tab=1x', false, { kind: 'toolbar', tabId: null }],
  ] as const)('%s', (_, hash, isPanel, place) => {
    expect(placeOf(hash, isPanel)).toEqual(place)
  })
})

describe('the look that was begun before the program came', () => {
  const glance = { state: 'reading', url: 'http://www.qinghe.gov.cn/', host: 'www.qinghe.gov.cn', says: null } as const

  test('is the first that is told, and no other is begun meanwhile', async () => {
    const find = vi.fn()
    const follows = { stop: () => undefined } as { stop: () => void }
    const told = await new Promise<unknown>((resolve) => Object.assign(follows, followGlance(find, false, (_tab, seen) => resolve(seen), Promise.resolve<Look>({ tab: null, glance }))))
    follows.stop()
    expect(told).toBe(glance)
    expect(find).not.toHaveBeenCalled()
  })

  test('is followed by looks of its own', async () => {
    const find = vi.fn(() => Promise.reject(new PlainError({ key: 'app.error.tab-gone' })))
    const seen: string[] = []
    const follows = followGlance(find, false, (_tab, { state }) => seen.push(state), Promise.resolve<Look>({ tab: null, glance }))
    await vi.waitFor(() => expect(seen).toEqual(['reading', 'restricted']), 3000)
    follows.stop()
    expect(find).toHaveBeenCalledTimes(1)
  })
})

describe('what waits for a frame comes', () => {
  const frames: (() => void)[] = []
  const windowOf = (visibilityState: string, timers: (() => void)[]) => ({
    document: { visibilityState },
    requestAnimationFrame: (run: () => void) => frames.push(run),
    setTimeout: (run: () => void) => timers.push(run),
  }) as unknown as Window

  test('at once where the window is not shown', async () => {
    await expect(framed(windowOf('hidden', []))).resolves.toBeUndefined()
  })

  test('after the frame, not with it', async () => {
    let came = false
    const waiting = framed(windowOf('visible', [])).then(() => (came = true))
    frames.pop()!()
    await Promise.resolve()
    expect(came).toBe(false)
    await waiting
  })

  test('in the end where no frame is drawn', async () => {
    const timers: (() => void)[] = []
    const waiting = framed(windowOf('visible', timers))
    timers.pop()!()
    await expect(waiting).resolves.toBeUndefined()
  })
})
