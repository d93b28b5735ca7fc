import { describe, expect, test } from 'vitest'
import { CaptureLayer } from '../../../utils/app/page/capture/layer.ts'
import type { CaptureView } from '../../../utils/app/page/capture/layer-view.ts'
import { PlainError } from '../../../utils/errors.ts'
import { say } from '../../../utils/locale.ts'
import type { CaptureNews, CaptureOrder } from '../../../utils/types/capture.ts'
import '../kit.tsx'

const START = { target: { kind: 'selection', text: '供暖' }, addTo: null, language: 'zh-CN' } as const

/** A layer in this page, what it shows, and its order as the background sees it. */
function opened() {
  const shown: (CaptureView | null)[] = []
  const orders: { order: CaptureOrder; tell: (news: CaptureNews) => void; end: () => void; fail: (error: unknown) => void }[] = []
  const layer = new CaptureLayer({
    win: window,
    isOurs: () => false,
    newId: () => `${orders.length}`,
    order: (order, tell) => {
      const done = new Promise<void>((end, fail) => orders.push({ order, tell, end, fail }))
      return { done, close: () => undefined }
    },
    read: () => undefined,
    render: (view) => shown.push(view),
  })
  const start = (kind: 'region' | 'page') => layer.handlers['layer.start']!({ ...START, kind }, { tabId: 1, url: location.href, own: true, private: false })
  const takeRegion = async () => {
    await start('region')
    layer.key('ArrowRight', { shift: false, fine: false })
    layer.take()
  }
  const now = () => shown[shown.length - 1]
  const said = () => {
    const phrase = now()?.says?.phrase
    return phrase ? say(phrase) : null
  }
  return { layer, orders, start, takeRegion, now, said }
}

const busy = (answer: Promise<unknown>) => expect(answer).rejects.toMatchObject({ says: { key: 'app.error.capture-busy' } })

describe('another picture while one is being taken', () => {
  test('of a long one: refused, and its bar says so', async () => {
    const { orders, start, now, said } = opened()
    await start('page')
    await busy(start('region'))
    expect([now()?.state, now()?.progress, said()]).toEqual(['taking', 0, '这个页面上正在截图，请等它完成或先取消'])
    expect(orders).toHaveLength(1)
  })

  test('of one that is being stored: refused, nothing of ours comes into the picture, and it is said when that one is stored', async () => {
    const { orders, start, takeRegion, now, said } = opened()
    await takeRegion()
    await busy(start('page'))
    expect([now()?.state, said()]).toEqual(['taking', null])
    orders[0]!.tell({ kind: 'done', says: { key: 'app.recorded.taken', params: { number: 7 } } })
    orders[0]!.end()
    await expect.poll(said).toBe('已记录 第 7 号。上一张还没有存好时又要了一张，那一张没有拍，请再来一次')
  })

  test('is said where the page’s own windows have told of the first', async () => {
    const { orders, start, takeRegion, said } = opened()
    await takeRegion()
    await busy(start('region'))
    orders[0]!.end()
    await expect.poll(said).toBe('上一张还没有存好时又要了一张，那一张没有拍，请再来一次')
  })

  test('the background asks the page to say it, too; the next is taken as ever', async () => {
    const { layer, orders, start, takeRegion, now, said } = opened()
    await takeRegion()
    await layer.handlers['layer.busy']!(null, { tabId: 1, url: location.href, own: true, private: false })
    orders[0]!.fail(new PlainError({ key: 'app.error.shot.missed' }))
    await expect.poll(said).toBe('页面被切到后台，没有拍到。请让页面留在前面，再截一次')
    layer.take()
    orders[1]!.end()
    await expect.poll(now).toBeNull()
    await layer.handlers['layer.busy']!(null, { tabId: 1, url: location.href, own: true, private: false })
    expect(now()).toBeNull()
    await start('page')
    expect(now()?.state).toBe('taking')
  })
})
