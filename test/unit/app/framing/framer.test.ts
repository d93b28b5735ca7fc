import { afterEach, describe, expect, test, vi } from 'vitest'
import { createFramer, type FramingAnswer, type FramingTask } from '../../../../utils/app/framing/framer.ts'
import { NO_MARKS } from '../../../../utils/types/drawing.ts'

const MARKS = { ...NO_MARKS, outlines: [{ x: 1, y: 2, width: 3, height: 4, label: '1' }] }
const picture = (n: number) => Uint8Array.of(n)

/** A helper that answers when told to. */
class Helper extends EventTarget {
  asked: FramingTask[] = []
  ended = false
  answers(data: FramingAnswer) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  postMessage(task: FramingTask) {
    this.asked.push(task)
  }
  terminate() {
    this.ended = true
  }
}

function framer(most: number) {
  const helpers: Helper[] = []
  const start = () => {
    const helper = new Helper()
    helpers.push(helper)
    return helper as unknown as Worker
  }
  return { helpers, ...createFramer(start, most) }
}

afterEach(() => vi.unstubAllGlobals())

describe('framer', () => {
  test('tasks go to the helper with the fewest, each answer to who asked', async () => {
    const { draw, helpers } = framer(2)
    const drawn = [1, 2, 3].map((n) => draw(picture(n), MARKS))
    await Promise.resolve()
    expect(helpers.map(({ asked }) => asked.map(({ picture: [n] }) => n))).toEqual([[1, 3], [2]])
    const answer = ([helper, n]: [number, number]) => helpers[helper]!.answers({ id: helpers[helper]!.asked[n]!.id, picture: picture(10 + helpers[helper]!.asked[n]!.picture[0]!) })
    ;([[0, 1], [1, 0], [0, 0]] as [number, number][]).forEach(answer)
    expect((await Promise.all(drawn)).map(([n]) => n)).toEqual([11, 12, 13])
  })

  test('what has no marks is given back at once, without a helper', async () => {
    const { draw, helpers } = framer(2)
    expect(await draw(picture(1), NO_MARKS)).toEqual(picture(1))
    expect(helpers).toEqual([])
  })

  test('a picture that cannot be read is refused as on the page', async () => {
    const { draw, helpers } = framer(1)
    const drawn = draw(picture(1), MARKS)
    await Promise.resolve()
    helpers[0]!.answers({ id: helpers[0]!.asked[0]!.id, name: 'InvalidStateError', message: 'no picture' })
    await expect(drawn).rejects.toMatchObject({ name: 'InvalidStateError' })
    await expect(drawn).rejects.toBeInstanceOf(DOMException)
  })

  test('a helper that breaks down, or that the browser forbids: the page draws itself', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('drawn on the page', 'InvalidStateError')))
    const { draw, helpers } = framer(1)
    const drawn = draw(picture(1), MARKS)
    await Promise.resolve()
    helpers[0]!.dispatchEvent(new Event('error'))
    await expect(drawn).rejects.toThrow('drawn on the page')
    expect(helpers[0]!.ended).toBe(true)
    await expect(draw(picture(2), MARKS)).rejects.toThrow('drawn on the page')
    expect(helpers).toHaveLength(1)
    const forbidden = createFramer(() => {
      throw new DOMException('', 'SecurityError')
    }, 2)
    await expect(forbidden.draw(picture(3), MARKS)).rejects.toThrow('drawn on the page')
  })

  test('the end refuses what is open and lets no thread run on', async () => {
    const { draw, helpers, end } = framer(1)
    const drawn = draw(picture(1), MARKS)
    await Promise.resolve()
    end()
    await expect(drawn).rejects.toMatchObject({ name: 'AbortError' })
    expect(helpers[0]!.ended).toBe(true)
  })
})
